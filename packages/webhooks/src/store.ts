// Where a handler remembers the events it has handled, and who is handling one now.
import { forgetOldest } from './forget-oldest.ts';
import { checkNumber } from './numbers.ts';

/**
 * Remembers `event_id`s. A `Set<string>` is one; so is anything over a database.
 *
 * The handler asks `has` before an event is handled and calls `add` after `onEvent` succeeded, never before: an event whose
 * handling failed is handled again if it is delivered again. Two processes that share such a store may both handle an event that
 * reaches them at the same moment; a `ClaimStore` lets one of them do it.
 */
export interface EventSet {
  /** Whether the event was handled already. */
  has(eventId: string): boolean | Promise<boolean>;
  /** The event was handled. */
  add(eventId: string): unknown;
}

/**
 * Lets one process at a time handle an event. `redisStore` of `@agentsource/redis` is one.
 *
 * A store that can't be reached should throw soon: the delivery waits for it.
 */
export interface ClaimStore {
  /**
   * `'done'` when the event was handled, `'taken'` while another has claimed it, otherwise a claim that nobody else gets for `ms`
   * milliseconds.
   */
  claim(eventId: string, ms: number): Claimed | Promise<Claimed>;
}

export type Claimed = 'taken' | 'done' | Claim;

/** One claim of one process, with a token of its own: after its time, neither call touches the claim of another. */
export interface Claim {
  /** The event was handled. */
  done(): unknown;
  /** It was not; another may claim it at once. */
  release(): unknown;
}

export type EventStore = EventSet | ClaimStore;

/**
 * Remembers the last `max` event ids (default: 10,000) in this process, and forgets them when it ends.
 * @throws RangeError when `max` is not a whole number above 0
 */
export function memoryStore({ max = 10_000 }: { max?: number } = {}): EventSet {
  checkNumber('max', max, Number.isInteger(max) && max > 0, 'a whole number above 0');
  const handled = new Set<string>();
  return {
    has: (eventId) => handled.has(eventId),
    add(eventId) {
      handled.add(eventId);
      forgetOldest(handled, max);
    },
  };
}

/** A claim on a set is no more than the question whether the event was handled. */
export async function claimIn(store: EventStore, eventId: string, ms: number): Promise<Claimed> {
  if ('claim' in store) return store.claim(eventId, ms);
  return (await store.has(eventId)) ? 'done' : { done: () => store.add(eventId), release() {} };
}
