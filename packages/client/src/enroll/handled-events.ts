// The receiver's own store, so that an event is handled by the webhook or by catching up, and not by both.

/** Who has an event: another, or it has been handled, or this one, who says what became of it. */
type Claimed = 'taken' | 'done' | { done(): unknown; release(): unknown };

/** What webhook handlers of `@agentsource/webhooks` take as a store. */
export type HandledEvents =
  | {
      /** Whether the event was handled already. */
      has(eventId: string): boolean | Promise<boolean>;
      /** The event was handled. */
      add(eventId: string): unknown;
    }
  | {
      /** Lets one process at a time handle an event, for so many milliseconds. */
      claim(eventId: string, ms: number): Claimed | Promise<Claimed>;
    };

/** Milliseconds that an event is held for whoever it was yielded to. */
const HELD_FOR = 60_000;

/** Yields the event unless the store knows it, and puts it there when the consumer comes back for more. */
export async function* once<Event extends { event_id: string }>(
  event: Event,
  store: HandledEvents | undefined,
): AsyncGenerator<Event, void, void> {
  const claimed = await claim(event.event_id, store);
  if (typeof claimed === 'string') return;
  let isHandled = false;
  try {
    yield event;
    isHandled = true;
  } finally {
    await (isHandled ? claimed.done() : claimed.release());
  }
}

async function claim(eventId: string, store: HandledEvents | undefined): Promise<Claimed> {
  if (store && 'claim' in store) return store.claim(eventId, HELD_FOR);
  if (await store?.has(eventId)) return 'done';
  return { done: () => store?.add(eventId), release() {} };
}
