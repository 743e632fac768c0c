// A client's throttle that keeps one rate limit in many processes.
import { checkMilliseconds, type RedisClient, type RedisOptions } from './command.ts';
import { OwnSlots } from './own-slots.ts';
import { SharedSlots } from './shared-slots.ts';
import { sleep } from './sleep.ts';

export interface RedisWindowOptions extends RedisOptions {
  /** Before the hash of the API key in the names of keys. Default: `agentsource:window:`. */
  prefix?: string;
  /** Requests per API key in one window. Default: 200, the API's limit. */
  limit?: number;
  /** Milliseconds. Default: 61,000, which are the API's 60 s and one for what the network delays. */
  window?: number;
  /**
   * Processes that share the limit. While Redis does not answer, each keeps to a window of its own, of `limit` divided by this.
   * Default: 10.
   */
  processes?: number;
}

/**
 * Milliseconds at most, a tenth of a short window: so much longer is the window that Redis keeps, because replies and timers come
 * late, and a request that is late comes closer to those after it.
 */
const LONGEST_SLACK = 250;

/** Slots that a request may miss, by a reply or a timer that comes later than that. The next one is taken: Redis itself is slow. */
const MISSES = 5;

/** A `Throttle` of `@agentsource/client`. */
type Throttle = (apiKey: string, signal?: AbortSignal | null) => Promise<void>;

/**
 * A throttle for `createClient({ throttle })`, the rule of `slidingWindow()` for all processes that share the Redis: the first half of
 * the limit is given out at once, the rest spread evenly over the time until the window moves on. It is kept by the clock of the
 * Redis server. Redis sees a SHA-256 of the API key, never the key.
 *
 * While Redis does not answer, requests wait `commandTimeout` at most and then keep to this process's share of the limit. Since no process
 * knows then what the others have just sent, the first window after the connection is lost can have up to twice the limit, and
 * so can the first one after it is back.
 *
 * @throws RangeError for a number out of range, TypeError when `redis` is no client. The throttle rejects with the signal's reason.
 *
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { type RedisClient, redisWindow } from '@agentsource/redis';
 *
 * export const clientOf = (redis: RedisClient) => createClient({ throttle: redisWindow(redis, { processes: 3 }) });
 * ```
 */
export function redisWindow(redis: RedisClient, options: RedisWindowOptions = {}): Throttle {
  const { prefix = 'agentsource:window:', limit = 200, window = 61_000, processes = 10 } = options;
  if (!(limit >= 1)) throw new RangeError(`limit must be at least 1; it is ${limit}`);
  if (!(processes >= 1)) throw new RangeError(`processes must be at least 1; it is ${processes}`);
  checkMilliseconds('window', window);
  const slack = Math.min(LONGEST_SLACK, window / 10);
  const shared = new SharedSlots(redis, { ...options, limit, window: window + slack });
  const own = new OwnSlots(Math.max(1, Math.floor(limit / processes)), window);

  /** Resolves with whether the slot was met, or given back since it was missed. */
  async function meetSlot(key: string, mayMiss: boolean, signal?: AbortSignal | null): Promise<boolean> {
    const request = crypto.randomUUID();
    const asked = performance.now();
    const wait = await shared.reserve(key, request);
    const at = wait === undefined ? own.reserve(key) : own.note(key, wait);
    const giveBack = () => {
      own.giveBack(key, at);
      if (wait !== undefined) shared.giveBack(key, request);
    };
    try {
      await sleep(at - performance.now(), signal);
    } catch (reason) {
      giveBack();
      throw reason;
    }
    // The slot began between the question and the reply, so this is the most that it can be late.
    const late = wait === undefined ? 0 : performance.now() - asked - wait;
    if (late <= slack || !mayMiss) return true;
    giveBack();
    return false;
  }

  return async (apiKey, signal) => {
    signal?.throwIfAborted();
    const key = prefix + (await sha256(apiKey));
    for (let missed = 0; !(await meetSlot(key, missed < MISSES, signal)); ) missed += 1;
  };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
