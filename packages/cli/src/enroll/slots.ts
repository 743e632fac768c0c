// The rate limit's slots, taken before a batch is written down as being sent: what waits is not sent, and need not be asked about.
import type { Throttle } from '@agentsource/client';

export interface Slots {
  /** Waits for a slot, which the next attempt then has. @throws the signal's reason. */
  reserve(signal: AbortSignal): Promise<void>;
  /** For the client: an attempt that has no slot, such as a retry, waits for one. */
  throttle: Throttle;
}

export function slotsOf(inner: Throttle, key: string): Slots {
  let reserved = 0;
  return {
    async reserve(signal) {
      signal.throwIfAborted();
      await inner(key, signal);
      reserved++;
    },
    throttle: async (_key, signal) => {
      if (reserved > 0) reserved--;
      else await inner(key, signal);
    },
  };
}
