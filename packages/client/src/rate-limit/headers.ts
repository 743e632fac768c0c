// What the API says about its rate limit: the X-RateLimit-* and Retry-After headers.

/** The `X-RateLimit-*` headers of an answer. The API allows 200 requests per key in a sliding window of 60 s. */
export interface RateLimit {
  /** Requests that the key may make in one window. */
  limit: number;
  /** Requests left in the current window. */
  remaining: number;
  /** When the window resets, in Unix seconds. */
  reset: number;
}

/** Reads the `X-RateLimit-*` headers; `undefined` unless all three are there and are numbers. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const read = (name: string): number => Number(headers.get(`X-RateLimit-${name}`) ?? Number.NaN);
  const rateLimit = { limit: read('Limit'), remaining: read('Remaining'), reset: read('Reset') };
  return Math.min(...Object.values(rateLimit)) >= 0 ? rateLimit : undefined;
}

/**
 * Reads a `Retry-After` value, which is a number of seconds or an HTTP date.
 *
 * @returns seconds from now, never negative; `undefined` when there is no value or it is neither.
 */
export function parseRetryAfter(
  value: string | null | undefined,
  now: number = Date.now(),
): number | undefined {
  if (/^\d+$/.test(`${value}`)) return Number(value);
  // Date.parse takes nearly anything for a date; an HTTP date ends so.
  const date = Date.parse(value?.endsWith('GMT') ? value : '');
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
