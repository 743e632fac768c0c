// Keeps a key's requests below the API's rate limit by slowing down before it, not by hitting it.
import { UsageError } from '../errors/usage-error.ts';
import { sleep } from '../transport/timing.ts';

/** Waits until the next request with this key may be sent; rejects with the signal's reason when it is aborted. */
export type Throttle = (key: string, signal?: AbortSignal | null) => Promise<void>;

/** What `slidingWindow` keeps to. */
export interface SlidingWindowOptions {
  /** Requests per key in one window. Default 200, the API's limit. */
  limit?: number | undefined;
  /** Milliseconds. Default 61000: the API's 60 s, and one for what the network delays. */
  window?: number | undefined;
}

// When the requests of each key were or will be sent. One map for all clients: the API's limit is per key.
const sentByKey = new Map<string, number[]>();

/**
 * A throttle for `createClient({ throttle })`. The first half of the limit is given out at once, the rest spread evenly over
 * the time until the window moves on. Clients (and throttles) of one key share its limit within this process.
 *
 * @example
 * ```ts
 * import { createClient, slidingWindow } from '@agentsource/client';
 *
 * const client = createClient({ throttle: slidingWindow() });
 * ```
 */
export function slidingWindow({ limit = 200, window = 61_000 }: SlidingWindowOptions = {}): Throttle {
  if (!(limit >= 1 && window > 0)) {
    throw new UsageError(
      `slidingWindow needs a limit of at least 1 and a window above 0 ms, not ${limit} and ${window}`,
    );
  }
  return async (key, signal) => {
    const sent = sentByKey.get(key) ?? [];
    sentByKey.set(key, sent);
    const now = performance.now();
    const at = nextSlot(sent, now, limit, window);
    sent.push(at);
    if (at <= now) return;
    await sleep(at - now, signal).catch(() => {
      // Given back, for those who come later.
      sent.splice(sent.indexOf(at), 1);
      throw signal?.reason;
    });
  };
}

/**
 * When the next request may be sent, so that no span of `window` has more than `limit`.
 *
 * @param sent when the earlier ones were or will be, ascending; those that have left the window are taken out.
 */
export function nextSlot(sent: number[], now: number, limit: number, window: number): number {
  // By now, not by the end of the queue: those who wait may still leave it, and what was sent stays sent.
  while (sent.length && (sent[0] as number) <= now - window) sent.shift();
  let at = Math.max(now, sent.at(-1) ?? now);
  const recent = sent.slice(-limit).filter((time) => time > at - window);
  const free = limit - recent.length;
  if (free <= limit / 2) {
    const leaves = (recent[0] ?? at) + window;
    at += (leaves - at) / Math.max(1, free);
  }
  return at;
}
