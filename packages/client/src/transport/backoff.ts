// How long to wait before a retry.
import type { RetryOptions } from '../options.ts';

/** The delay before a retry, in ms: full jitter, which spreads clients that failed together. */
export function backoff(
  retry: number,
  { baseDelay = 500, maxDelay = 8000 }: RetryOptions = {},
  random: () => number = Math.random,
): number {
  return random() * Math.min(maxDelay, baseDelay * 2 ** (retry - 1));
}
