// Takes the API key out of what a server or fetch said.

/** Blanks the API key out. */
export interface Redactor {
  /** The text without the key. */
  text(text: string): string;
  /** Changes the texts of an error, and of its causes, in place. */
  error(error: unknown): void;
  /** Changes the status text of an answer in place. */
  statusText(response: Response): void;
}

/** A redactor of one key. It leaves a key of less than 8 characters: such a one, as tests have, may be part of any word. */
export function createRedactor(key: string): Redactor {
  // As it is, in a URL, and in JSON.
  const forms = key.length < 8 ? [] : [key, encodeURIComponent(key), key.replaceAll('/', '\\/')];
  const text = (original: string): string =>
    forms.reduce((rest, form) => rest.replaceAll(form, '[API key]'), original);
  const redactError = (error: unknown, depth: number): void => {
    if (depth === 0 || Object(error) !== error) return;
    const target = error as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(target)) {
      const value = target[name];
      if (typeof value === 'string' && text(value) !== value) Reflect.set(target, name, text(value));
    }
    redactError(target.cause, depth - 1);
  };
  const statusText = (response: Response): void => {
    const redacted = text(response.statusText);
    if (redacted !== response.statusText) Object.defineProperty(response, 'statusText', { value: redacted });
  };
  return { text, error: (error) => redactError(error, 5), statusText };
}
