// What is refused before anything is sent: a key, base URL, header or path parameter that can't be right.
import type { HeadersOptions } from 'openapi-fetch';
import { UsageError } from './errors.ts';
import type { Json } from './json.ts';

/** The API key, from the option or the environment. */
export function checkKey(apiKey: string | undefined): string {
  // Not from `node:process`: this package runs where there is none.
  const key = apiKey ?? (globalThis as Json).process?.env?.EXPLORIUM_API_KEY;
  if (!key) throw new UsageError('No API key: pass apiKey to createClient, or set EXPLORIUM_API_KEY');
  if (/[^!-~]/.test(key)) throw new UsageError('The API key has a space, line break or non-ASCII character');
  return key;
}

/** The origin of a base URL, the only one that the key goes to. */
export function checkBaseUrl(baseUrl: string, allowInsecureHttp?: boolean): string {
  const isSafe = /^(https:|http:\/\/(localhost|127(\.\d+){3}|\[::1])([:/]|$))/.test(baseUrl);
  if (!(isSafe || allowInsecureHttp) || /[?#@]/.test(baseUrl)) {
    throw new UsageError(
      'baseUrl must be https (else see allowInsecureHttp), with no credentials, query or fragment',
    );
  }
  return new URL(baseUrl).origin;
}

/** Merges headers as openapi-fetch does: later ones win, `null` takes one away. */
export function mergeHeaders(...all: (HeadersOptions | undefined)[]): Headers {
  const merged = new Headers();
  for (const headers of all) {
    for (const [name, value] of headers instanceof Headers ? headers : Object.entries(headers ?? {})) {
      // The platform refuses line breaks too, but in an error that shows the value.
      if (/[\r\n\0]/.test(name + value))
        throw new UsageError(`header ${JSON.stringify(name)} has a line break`);
      if (value === null) merged.delete(name);
      else if (value !== undefined) merged.set(name, `${value}`);
    }
  }
  return merged;
}
