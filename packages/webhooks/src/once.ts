// Calls onEvent once for an event, however often it is delivered, and lets no sender wait longer than `timeout`.
import type { WebhookEvent } from './parse.ts';
import { type Claim, type Claimed, claimIn, type EventStore } from './store.ts';
import { type Trace, unrefed } from './trace.ts';

/**
 * How a delivery is answered: 200 when the event was handled, 500 when it was not, 503 when it is being handled, here or elsewhere,
 * and the sender has waited long enough.
 */
export type Outcome = 200 | 500 | 503;

export interface OnceOptions<Context> {
  onEvent: (event: WebhookEvent, context: Context) => unknown;
  store: EventStore;
  onStoreError: 'fail' | 'handle' | undefined;
  /** Milliseconds. */
  timeout: number;
  /** Milliseconds. */
  claimFor: number;
}

/** An event that is being handled, or was, while the store does not know it yet. */
interface InFlight {
  id: string;
  abort: AbortController;
  /** When its claim ends, by `performance.now()`. */
  until: number;
  handled?: boolean;
  outcome?: Promise<Outcome>;
}

/** What stands for the claim when the store could give none. */
const NO_CLAIM: Claim = { done() {}, release() {} };

/** Milliseconds before the store is told again; doubled each time. */
const PAUSE = 1000;

/** The returned function never rejects; its second argument goes to `onEvent`. */
export function onceEach<Env>(
  options: OnceOptions<{ signal: AbortSignal; env: Env }>,
  { failed }: Trace,
): (event: WebhookEvent, env: Env) => Promise<Outcome> {
  const { onEvent, store, onStoreError, timeout, claimFor } = options;
  const inFlight = new Map<string, InFlight>();

  function begin(event: WebhookEvent, env: Env): InFlight {
    const abort = new AbortController();
    const entry: InFlight = { id: event.event_id, abort, until: performance.now() + claimFor };
    inFlight.set(entry.id, entry);
    const call = () => onEvent(event, { signal: abort.signal, env });
    entry.outcome = claimAndCall(entry, call).finally(() => entry.handled || end(entry));
    return entry;
  }

  async function claimAndCall(entry: InFlight, call: () => unknown): Promise<Outcome> {
    let claim: Claimed = NO_CLAIM;
    try {
      claim = await claimIn(store, entry.id, claimFor);
    } catch (error) {
      failed(error);
      if (onStoreError !== 'handle') return 500;
    }
    if (claim === 'done') return 200;
    if (claim === 'taken') return 503;
    // After `timeout` nothing is begun: the sender has been told to come again.
    entry.handled = !entry.abort.signal.aborted && (await succeeds(call));
    if (entry.handled) await remember(entry, claim);
    else await succeeds(() => claim.release());
    return entry.handled ? 200 : 500;
  }

  /** Resolves after the first try, which the answer waits for. The others go on until the claim's time ends. */
  async function remember(entry: InFlight, claim: Claim, pause = PAUSE): Promise<void> {
    const ends = (await succeeds(() => claim.done())) || performance.now() + pause > entry.until;
    if (ends) end(entry);
    else unrefed(setTimeout(remember, pause, entry, claim, pause * 2));
  }

  async function succeeds(action: () => unknown): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  }

  /** Unless another delivery has begun anew, after the claim's time. */
  function end(entry: InFlight): void {
    if (inFlight.get(entry.id) === entry) inFlight.delete(entry.id);
  }

  /** Of those who wait, the first has waited longest, and aborts. */
  function late({ id, handled, abort }: InFlight): Outcome {
    if (handled) return 200;
    if (!abort.signal.aborted) {
      const message = `${JSON.stringify(id)} was not handled within ${timeout} ms`;
      abort.abort(new DOMException(message, 'TimeoutError'));
      failed(abort.signal.reason, 503);
    }
    return 503;
  }

  return (event, env) => {
    let entry = inFlight.get(event.event_id);
    if (!entry || entry.until < performance.now()) entry = begin(event, env);
    const { outcome } = entry;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(late(entry)), timeout);
      outcome?.then(resolve).finally(() => clearTimeout(timer));
    });
  };
}
