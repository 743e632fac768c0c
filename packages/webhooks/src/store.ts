// Where a handler remembers the events it has handled.

/**
 * Remembers `event_id`s. A `Set<string>` is one; so is anything over a database or Redis.
 *
 * The handler asks `has` before an event is handled and calls `add` after `onEvent` succeeded, never before: an event whose
 * handling failed is handled again when the vendor sends it again. Two processes that share a store may therefore both handle
 * an event that reaches them at the same moment; where that matters, make `onEvent` itself idempotent by `event_id`.
 */
export interface EventStore {
  /** Whether the event was handled already. */
  has(eventId: string): boolean | Promise<boolean>;
  /** The event was handled. */
  add(eventId: string): unknown;
}

/**
 * Remembers the last `max` event ids (default: 10,000) in this process, and forgets them when it ends.
 * @throws RangeError when `max` is not a whole number above 0
 */
export function memoryStore({ max = 10_000 }: { max?: number } = {}): EventStore {
  if (!Number.isInteger(max) || max < 1)
    throw new RangeError(`max must be a whole number above 0; it is ${max}`);
  const handled = new Set<string>();
  return {
    has: (eventId) => handled.has(eventId),
    add(eventId) {
      handled.add(eventId);
      const [oldest] = handled;
      if (handled.size > max && oldest !== undefined) handled.delete(oldest);
    },
  };
}
