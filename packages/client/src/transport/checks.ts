// What is refused before anything is sent: an invalid key, base URL, header, path parameter or limit.

import { UsageError } from '../errors/usage-error.ts';
import { API_KEY_VARIABLE } from '../generated/document.ts';
import type { LimitOptions } from '../options.ts';
import type { CallInit } from './call-init.ts';
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

/** The path, headers and limits of one call. */
export function checkCall(path: string, init: CallInit): void {
  checkPath(path, init.params?.path);
  checkHeaders(init.headers);
  checkHeaders(init.params?.header as HeadersOptions);
  checkLimits(init);
}

/** A missing path parameter or a dot segment would make the URL that of another operation. */
function checkPath(path: string, parameters: Record<string, unknown> = {}): void {
  if (!path.includes('{')) return;
  for (const [, name = ''] of path.matchAll(/\{[.;]?(.+?)\*?}/g)) {
    const value = parameters[name] ?? '';
    const text = Object(value) === value ? Object.values(value).join('') : value;
    if (/^\.{0,2}$/.test(`${text}`)) throw new UsageError(`${path}: ${name} must not be "${value}"`);
  }
}

type Rule = readonly [what: string, isRight: (value: unknown) => boolean];

const isNumber = (value: unknown): value is number => typeof value === 'number';
const ABOVE_0: Rule = ['a number above 0', (value) => isNumber(value) && value > 0];
const AT_LEAST_0: Rule = ['a number of at least 0', (value) => isNumber(value) && value >= 0];
const LIMITS: Record<string, Rule> = {
  retry: ['false or options', (value) => value === false || typeof value === 'object'],
  timeout: ABOVE_0,
  deadline: ABOVE_0,
  maxResponseBytes: ABOVE_0,
  signal: ['an AbortSignal', (value) => value === null || !!(value as AbortSignal).addEventListener],
};
const RETRY_LIMITS: Record<string, Rule> = {
  maxRetries: AT_LEAST_0,
  baseDelay: AT_LEAST_0,
  maxDelay: AT_LEAST_0,
};

/**
 * Limits that aren't numbers would make a call hang, or end it after it was sent; a signal that isn't one would be noticed
 * too late.
 */
export function checkLimits(options: LimitOptions & { signal?: unknown }): void {
  check(options, LIMITS);
  if (options.retry) check(options.retry, RETRY_LIMITS, 'retry.');
}

/** By tables, since every call is checked. */
function check(options: object, rules: Record<string, Rule>, where = ''): void {
  for (const name in rules) {
    const value = (options as Record<string, unknown>)[name];
    if (value === undefined) continue;
    const [what, isRight] = rules[name] as Rule;
    if (!isRight(value)) throw new UsageError(`${where}${name} must be ${what}, not ${value}`);
  }
}
