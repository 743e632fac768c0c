// Calls onEvent once per event, however often and however closely together it is delivered.
import type { WebhookEvent } from './parse.ts';
import type { EventStore } from './store.ts';

/** A function that says whether the event is handled, now or before. */
export function onceEach(
  onEvent: (event: WebhookEvent) => unknown,
  store: EventStore,
  report: (error: unknown) => void,
): (event: WebhookEvent) => Promise<boolean> {
  const inFlight = new Map<string, Promise<boolean>>();

  async function handle(event: WebhookEvent): Promise<boolean> {
    try {
      if (await store.has(event.event_id)) return true;
      await onEvent(event);
    } catch (error) {
      report(error);
      return false;
    }
    try {
      await store.add(event.event_id);
    } catch (error) {
      // Handled all the same: to ask for the event again would surely handle it twice.
      report(error);
    }
    return true;
  }

  return (event) => {
    const id = event.event_id;
    const handled = inFlight.get(id) ?? handle(event).finally(() => inFlight.delete(id));
    inFlight.set(id, handled);
    return handled;
  };
}
