// Takes the API key, and what proves that a webhook is the service's, out of what a server or fetch said.

/** Blanks secrets out. */
export interface Redactor {
  /** The text without secrets. */
  text(text: string): string;
  /** Changes the texts of an error, and of its causes, in place. */
  error(error: unknown): void;
  /** Changes status text and headers of an answer in place. */
  response(response: Response): void;
}

// As JSON has it, also inside a string of JSON.
const WEBHOOK_SECRET = /(webhook_secret\\{0,9}"\s{0,9}:\s{0,9}\\{0,9}")[^"\\]*/g;

/** A redactor of one key. It leaves a key of less than 8 characters: such a one, as tests have, may be part of any word. */
export function createRedactor(key: string): Redactor {
  const pattern = key.length < 8 ? /(?!)/ : new RegExp([...key].map(inAnyForm).join(''), 'gi');
  const text = (original: string): string =>
    original.replace(pattern, '[API key]').replace(WEBHOOK_SECRET, '$1[webhook secret]');
  const redactError = (error: unknown, depth: number): void => {
    if (depth === 0 || Object(error) !== error) return;
    const target = error as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(target)) {
      const value = target[name];
      if (typeof value === 'string' && text(value) !== value) Reflect.set(target, name, text(value));
    }
    redactError(target.cause, depth - 1);
  };
  const redactResponse = (response: Response): void => {
    const headers = [...response.headers].map(([name, value]): [string, string] => [name, text(value)]);
    Object.defineProperties(response, {
      statusText: { value: text(response.statusText), configurable: true },
      headers: { value: new Headers(headers), configurable: true },
    });
  };
  return { text, error: (error) => redactError(error, 5), response: redactResponse };
}

/** A character as it is, or as JSON (also twice over), a URL or HTML spells it; bounded, so that any text is read in linear time. */
function inAnyForm(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16);
  const entity = /\w/.test(character) ? '' : '|&\\w{1,9};';
  return `(?:\\\\{0,9}\\x${hex}|[\\\\%&#]{1,9}[25xu0]{0,9}(?:${hex}|${code});?${entity})`;
}
