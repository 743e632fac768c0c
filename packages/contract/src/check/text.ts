// Bodies as text: JSON where it is JSON.

/** The value that a JSON text stands for, or the text itself. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a JSON object has under the key; undefined where the text is none. */
export function pick(text: string, key: string): unknown {
  const value = parse(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
