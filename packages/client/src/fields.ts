// Looks into what comes from outside, of which nothing is known.

/** The properties of an object, of which nothing is known; none for anything that is not an object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) === value ? (value as Record<string, unknown>) : {};
}

/** The value, if it is a string. */
export function stringOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === 'string' ? value : other;
}
