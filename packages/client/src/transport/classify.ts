// What is sent again, and when. The aim: nothing is done twice, so only what the server can't have acted on is repeated.

import type { Json } from '../json.ts';

/** How failed attempts are repeated. */
export interface RetryOptions {
  /** Attempts after the first. Default 2. */
  maxRetries?: number;
  /** Milliseconds; the n-th retry waits a random time of at most `baseDelay * 2^(n-1)`. Default 500. */
  baseDelay?: number;
  /** Milliseconds; the longest that this random time can be. Default 8000. */
  maxDelay?: number;
  /**
   * Whether the call may be made twice with no harm, so that it is also repeated where the server may have acted on
   * it. Default: what HTTP says of the method, so `true` for GET, PUT and DELETE, `false` for POST and PATCH.
   */
  idempotent?: boolean;
}

/** The delay before a retry, in ms: full jitter, which spreads clients that failed together. */
export function backoff(
  retry: number,
  { baseDelay = 500, maxDelay = 8000 }: RetryOptions = {},
  random: () => number = Math.random,
): number {
  return random() * Math.min(maxDelay, baseDelay * 2 ** (retry - 1));
}

/** Whether HTTP calls the method idempotent (RFC 9110, 9.2.2). */
export function isIdempotent(method: string): boolean {
  return /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/.test(method);
}

/** Whether a status says that the server refused before acting: 429, and a 503 that says when to come back. */
export function isRefusal(status: number, retryAfter: number | undefined): boolean {
  return status === 429 || (status === 503 && retryAfter !== undefined);
}

/** Whether a status may be another one next time: 408, 429 and 5xx. */
export function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status > 499;
}

/**
 * Whether fetch failed before the request could leave: the name did not resolve or nothing listened. Node and Bun say
 * so by code, Deno in the message; browsers don't say, which counts as no.
 */
export function neverOpened(error: Json, depth = 5): boolean {
  const said =
    /^(connect|getaddrinfo|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$|client error \(Connect\)/;
  return (
    !!error &&
    depth > 0 &&
    ([error.syscall, error.code, error.message].some((word) => said.test(word)) ||
      neverOpened(error.cause ?? error.errors?.[0], depth - 1))
  );
}
