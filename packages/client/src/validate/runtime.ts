// The little that the compiled request validators need at run time, and what they report.

/** One violation, as ajv reports it. */
export interface Violation {
  instancePath: string;
  keyword: string;
  // biome-ignore lint/suspicious/noExplicitAny: each keyword has parameters of its own.
  params: Record<string, any>;
}

/** Says whether a request satisfies the document; if not, `errors` says why not. */
export interface RequestValidator {
  (request: unknown): boolean;
  errors?: Violation[] | null;
}

/** Length as JSON Schema counts it: characters, not UTF-16 units. */
export function codePoints(text: string): number {
  return [...text].length;
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function equal(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        equal((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
