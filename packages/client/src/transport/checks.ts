// What is refused before anything is sent: an invalid key, base URL, header, path parameter or limit.

import { UsageError } from '../errors/usage-error.ts';
import { API_KEY_VARIABLE } from '../generated/document.ts';
import type { LimitOptions } from '../options.ts';
import type { HeadersOptions } from './openapi-fetch-types.ts';

/** The API key, from the option or the environment. */
export function checkKey(apiKey: string | undefined): string {
  // Not from `node:process`: this package runs where there is none.
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  const key = apiKey ?? process?.env?.[API_KEY_VARIABLE];
  if (!key) throw new UsageError(`No API key: pass apiKey to createClient, or set ${API_KEY_VARIABLE}`);
  if (/[^!-~]/.test(key)) throw new UsageError('The API key has a space, line break or non-ASCII character');
  return key;
}

/** A base URL that the key may go to. */
export function checkBaseUrl(baseUrl: string, allowInsecureHttp?: boolean): URL {
  const isSafe = /^(https:|http:\/\/(localhost|127(\.\d+){3}|\[::1])([:/]|$))/i.test(baseUrl);
  const isAllowed = isSafe || (allowInsecureHttp && /^http:/i.test(baseUrl));
  if (!isAllowed || /[?#@]/.test(baseUrl) || !URL.canParse(baseUrl)) {
    throw new UsageError(
      'baseUrl must be an https URL (http: see allowInsecureHttp) without credentials, query and fragment',
    );
  }
  return new URL(baseUrl);
}

/** Line breaks would add headers of their own. The platform refuses them too, but in an error that shows the value. */
export function checkHeaders(headers: HeadersOptions | undefined): void {
  if (!headers) return;
  for (const [name, value] of Object.entries(headers)) {
    if (/[\r\n\0]/.test(name + value))
      throw new UsageError(`header ${JSON.stringify(name)} has a line break`);
  }
}

/** A missing path parameter or a dot segment would make the URL that of another operation. */
export function checkPath(path: string, parameters: Record<string, unknown> | undefined): void {
  if (!path.includes('{')) return;
  for (const [, name = ''] of path.matchAll(/\{[.;]?([^}*]+)\*?\}/g)) {
    const value = [parameters?.[name] ?? ''].flat();
    const isNothing = (one: unknown): boolean =>
      Object(one) === one && Object.keys(one as object).length === 0;
    if (/^\.{0,2}$/.test(`${value}`) || value.some(isNothing))
      throw new UsageError(`${path}: ${name} must not be "${value}"`);
  }
}

/**
 * Limits that aren't numbers would make a call hang, or end it after it was sent; a signal that isn't one would be noticed
 * too late.
 */
export function checkLimits({ retry, timeout, deadline, signal }: LimitOptions & { signal?: unknown }): void {
  checkLimit('timeout', timeout);
  checkLimit('deadline', deadline);
  if (retry) {
    if (typeof retry !== 'object') throw new UsageError(`retry must be false or options, not ${retry}`);
    for (const name of RETRY_LIMITS) checkLimit(`retry.${name}`, retry[name], true);
  }
  if (signal && !(signal as AbortSignal).addEventListener)
    throw new UsageError('signal is not an AbortSignal');
}

const RETRY_LIMITS = ['maxRetries', 'baseDelay', 'maxDelay'] as const;

function checkLimit(name: string, value: unknown, isZeroAllowed?: boolean): void {
  if (value === undefined || (typeof value === 'number' && (value > 0 || (isZeroAllowed && value === 0))))
    return;
  throw new UsageError(`${name} must be a number ${isZeroAllowed ? 'of at least' : 'above'} 0, not ${value}`);
}
