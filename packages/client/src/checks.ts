// What is refused before anything is sent: a key, base URL, header or path parameter that can't be right.
import { UsageError } from './errors.ts';

/** The API key, from the option or the environment. */
export function checkKey(apiKey: string | undefined): string {
  // Not from `node:process`: this package runs where there is none.
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  const key = apiKey ?? process?.env?.EXPLORIUM_API_KEY;
  if (!key) throw new UsageError('No API key: give createClient an apiKey or set EXPLORIUM_API_KEY');
  if (/[^!-~]/.test(key)) {
    throw new UsageError('The API key has a space, a line break or a character that is not ASCII');
  }
  return key;
}

/** The origin that the key goes to. */
export function checkBaseUrl(baseUrl: string, allowInsecureHttp = false): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:/.test(url.href) || /[?#@]/.test(baseUrl)) {
    throw new UsageError('baseUrl must be an absolute https URL without credentials, query and fragment');
  }
  if (
    url.protocol === 'http:' &&
    !allowInsecureHttp &&
    !/^(localhost|127(\.\d+){3}|\[::1])$/.test(url.hostname)
  ) {
    throw new UsageError(
      `The API key would go to ${url.origin} unencrypted: use https, or set allowInsecureHttp`,
    );
  }
  return url.origin;
}

/** Line breaks would add headers of their own. The platform refuses them too, but prints the value. */
export function checkHeaders(headers: object | undefined): void {
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (/[\r\n\0]/.test(name + value)) {
      throw new UsageError(`Header ${JSON.stringify(name)} has a line break or NUL in it`);
    }
  }
}

/** A missing or dot-segment parameter would make the URL that of another operation. */
export function checkPath(path: string, parameters: Record<string, unknown> | undefined): void {
  for (const [, name = ''] of path.matchAll(/\{\W?(\w+)/g)) {
    const value = parameters?.[name] ?? '';
    if (/^\.{0,2}$/.test(`${value}`)) {
      throw new UsageError(`${path}: path parameter ${name} is ${value === '' ? 'missing' : `"${value}"`}`);
    }
  }
}
