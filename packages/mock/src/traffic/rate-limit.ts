// Counts requests in a sliding window, for each key, as the API documents its limit.
import { MockError } from '../errors.ts';

export interface RateLimitOptions {
  /** Requests that a key may make in one window. Default 200, the API's limit. */
  limit?: number;
  /** Milliseconds. Default 60000, the API's window. */
  window?: number;
}

export interface Count {
  isOver: boolean;
  /** Whole seconds until a request is free again, where none is. */
  retryAfter: number;
  /** The `X-RateLimit-*` headers, and `Retry-After` for who has to wait. */
  headers: Record<string, string>;
  /** What the API says of it. */
  message: string;
}

export class RateLimiter {
  readonly #limit: number;
  readonly #window: number;
  /** By key, when each request of the window came, by a clock that only goes forward. */
  readonly #times = new Map<string, number[]>();

  /** @throws {MockError} on what can be no limit. */
  constructor({ limit = 200, window = 60_000 }: RateLimitOptions) {
    if (!Number.isInteger(limit) || limit < 1 || !(window > 0 && Number.isFinite(window))) {
      throw new MockError(
        `rateLimit needs a whole limit of at least 1 and a window above 0 ms, not ${limit} and ${window}`,
      );
    }
    this.#limit = limit;
    this.#window = window;
  }

  /** Counts a request, unless there are too many: what is refused does not count. */
  count(key: string): Count {
    const now = performance.now();
    const times = (this.#times.get(key) ?? []).filter((time) => time > now - this.#window);
    this.#times.set(key, times);
    const isOver = times.length >= this.#limit;
    if (!isOver) times.push(now);
    const untilFree = (times[0] ?? now) + this.#window - now;
    const retryAfter = Math.ceil(untilFree / 1000);
    return {
      isOver,
      retryAfter,
      headers: {
        'x-ratelimit-limit': String(this.#limit),
        'x-ratelimit-remaining': String(this.#limit - times.length),
        'x-ratelimit-reset': String(Math.ceil((Date.now() + untilFree) / 1000)),
        ...(isOver && { 'retry-after': String(retryAfter) }),
      },
      message: `Rate limit of ${this.#limit} requests per ${this.#window / 1000} seconds exceeded`,
    };
  }

  reset(): void {
    this.#times.clear();
  }
}
