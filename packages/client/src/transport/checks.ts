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
  if (/[^!-~]/.test(key)) throw new UsageError('The API key must be printable ASCII');
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
export function checkPath(path: string, parameters: Record<string, unknown> = {}): void {
  for (const [, name = ''] of path.matchAll(/\{[.;]?(.+?)\*?}/g)) {
    const value = parameters[name] ?? '';
    const text = Object(value) === value ? Object.values(value).join('') : value;
    if (/^\.{0,2}$/.test(`${text}`)) throw new UsageError(`${path}: ${name} must not be "${value}"`);
  }
}

/**
 * Limits that aren't numbers would make a call hang, or end it after it was sent; a signal that isn't one would be noticed
 * too late.
 */
export function checkLimits({
  retry,
  timeout,
  deadline,
  maxResponseBytes,
  signal,
}: LimitOptions & { signal?: unknown }): void {
  const { maxRetries, baseDelay, maxDelay } = retry || {};
  const pauses = { 'retry.maxRetries': maxRetries, 'retry.baseDelay': baseDelay, 'retry.maxDelay': maxDelay };
  check({ retry }, 'false or options', (value) => value === false || typeof value === 'object');
  check({ timeout, deadline, maxResponseBytes }, 'a number above 0', (value) => isNumber(value) && value > 0);
  check(pauses, 'a number of at least 0', (value) => isNumber(value) && value >= 0);
  check(
    { signal: signal ?? undefined },
    'an AbortSignal',
    (value) => !!(value as AbortSignal).addEventListener,
  );
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

function check(options: object, what: string, isRight: (value: unknown) => boolean): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !isRight(value)) throw new UsageError(`${name} must be ${what}, not ${value}`);
  }
}
