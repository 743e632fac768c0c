// A store with claims, shared by handlers as by processes, and the time limits of an event.
import { setTimeout as really } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Claim, Claimed, ClaimStore, EventContext } from '../src/index.ts';
import { delivery, deliveryOf, event, receiver, textOf } from './support.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** As a store on another machine keeps them: a state and a token by event, and what was called. */
function claimStore() {
  const states = new Map<string, { token: number; until: number } | 'done'>();
  const calls: string[] = [];
  let tokens = 0;
  const store: ClaimStore = {
    claim(id, ms): Claimed {
      const state = states.get(id);
      if (state === 'done') return 'done';
      if (state && state.until > performance.now()) return 'taken';
      tokens += 1;
      const token = tokens;
      states.set(id, { token, until: performance.now() + ms });
      const mine = () => states.get(id) !== 'done' && (states.get(id) as { token: number }).token === token;
      return {
        done() {
          calls.push(`done ${token}`);
          if (mine()) states.set(id, 'done');
        },
        release() {
          calls.push(`release ${token}`);
          if (mine()) states.delete(id);
        },
      } satisfies Claim;
    },
  };
  return { store, states, calls };
}

/** An onEvent that ends when it is told to, with the signal it was given. */
function pending() {
  const given: EventContext['signal'][] = [];
  const ends: { resolve: (value?: unknown) => void; reject: (error: Error) => void }[] = [];
  const onEvent = vi.fn((_event: unknown, { signal }: EventContext) => {
    given.push(signal);
    return new Promise((resolve, reject) => ends.push({ resolve, reject }));
  });
  return { onEvent, given, ends };
}

/** Delivers, and returns once the event is being handled: the time of the tests passes without what runs in other threads. */
async function begin(receive: (request: Request) => Promise<Response>, request = delivery()) {
  const timers = vi.getTimerCount();
  const answer = receive(request);
  while (vi.getTimerCount() === timers) await really(1);
  await vi.advanceTimersByTimeAsync(0);
  return { answer };
}

const statusOf = async (answer: Promise<Response>) => (await answer).status;

describe('a claim', () => {
  test('lets one of two processes handle an event; the other is told when to come again', async () => {
    const { store } = claimStore();
    const { onEvent, ends } = pending();
    const [one, other] = [receiver({ store, onEvent }), receiver({ store, claimFor: 30_500 })];
    const first = await begin(one.receive);
    expect(onEvent).toHaveBeenCalled();
    const second = await other.receive(delivery());
    expect([second.headers.get('retry-after'), await textOf(second)]).toEqual(['31', '503 busy']);
    ends[0]?.resolve();
    expect(await textOf(await first.answer)).toBe('200 ok');
    expect(await textOf(await other.receive(delivery()))).toBe('200 ok');
    expect([other.events, other.errors]).toEqual([[], []]);
  });

  test('is released when onEvent fails, so that the other may at once', async () => {
    const { store, calls } = claimStore();
    const one = receiver({ store, onEvent: () => Promise.reject(new Error('down')) });
    expect(await statusOf(one.receive(delivery()))).toBe(500);
    expect(calls).toEqual(['release 1']);
    const other = receiver({ store });
    expect(await statusOf(other.receive(delivery()))).toBe(200);
    expect(other.events).toEqual([event]);
  });

  test('ends with its time, and what the late one says does not touch the next', async () => {
    const { store, states, calls } = claimStore();
    const [slow, next] = [pending(), pending()];
    const one = receiver({ store, onEvent: slow.onEvent, timeout: 100, claimFor: 1000 });
    const other = receiver({ store, onEvent: next.onEvent });
    const first = await begin(one.receive);
    await vi.advanceTimersByTimeAsync(1001);
    expect(await statusOf(first.answer)).toBe(503);
    const second = await begin(other.receive);
    expect(next.onEvent).toHaveBeenCalled();
    slow.ends[0]?.reject(new Error('too late'));
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toEqual(['release 1']);
    expect(states.get('event_1')).toMatchObject({ token: 2 });
    next.ends[0]?.resolve();
    expect(await statusOf(second.answer)).toBe(200);
  });
});

describe('timeout', () => {
  test('is answered 503, aborts the signal, and is told to onError', async () => {
    const { onEvent, given } = pending();
    const { receive, errors } = receiver({ onEvent, claimFor: 90_000 });
    const { answer } = await begin(receive);
    await vi.advanceTimersByTimeAsync(24_999);
    expect(given[0]?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    const response = await answer;
    expect([response.headers.get('retry-after'), await textOf(response)]).toEqual(['90', '503 busy']);
    expect(given[0]?.reason).toMatchObject({
      name: 'TimeoutError',
      message: '"event_1" was not handled within 25000 ms',
    });
    expect(errors).toEqual([given[0]?.reason]);
  });

  test('ends the wait of a second delivery too, and onEvent is called once', async () => {
    const { onEvent, ends } = pending();
    const { receive, errors } = receiver({ onEvent, timeout: 1000 });
    const first = await begin(receive);
    await vi.advanceTimersByTimeAsync(600);
    const second = await begin(receive);
    await vi.advanceTimersByTimeAsync(1000);
    expect([await statusOf(first.answer), await statusOf(second.answer)]).toEqual([503, 503]);
    // It goes on, and its success counts although the answers have gone out.
    ends[0]?.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(await statusOf(receive(delivery()))).toBe(200);
    expect([onEvent.mock.calls.length, errors.length]).toEqual([1, 1]);
  });

  test('and an onEvent that never settles keeps the event for claimFor alone', async () => {
    const { onEvent } = pending();
    const { receive } = receiver({ onEvent, timeout: 1000, claimFor: 5000 });
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { answer } = await begin(receive);
      await vi.advanceTimersByTimeAsync(1001);
      statuses.push(await statusOf(answer));
    }
    expect(statuses).toEqual([503, 503, 503, 503, 503, 503]);
    expect(onEvent).toHaveBeenCalledTimes(2);
  });

  test('and when that one settles at last, the second handling is not forgotten', async () => {
    const { onEvent, ends } = pending();
    const { receive } = receiver({ store: new Set<string>(), onEvent, timeout: 1000, claimFor: 1000 });
    const late = await begin(receive);
    await vi.advanceTimersByTimeAsync(1001);
    const second = await begin(receive);
    ends[0]?.reject(new Error('too late'));
    await vi.advanceTimersByTimeAsync(0);
    const third = await begin(receive);
    ends[1]?.resolve();
    expect(await Promise.all([late, second, third].map(({ answer }) => statusOf(answer)))).toEqual([
      503, 200, 200,
    ]);
    expect(onEvent).toHaveBeenCalledTimes(2);
  });

  test('when a store has not claimed by then: the claim is given back and onEvent not called', async () => {
    const release = vi.fn();
    const claim = () => new Promise<Claimed>((resolve) => setTimeout(resolve, 2000, { done() {}, release }));
    const { receive, events } = receiver({ store: { claim }, timeout: 1000 });
    const { answer } = await begin(receive);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await statusOf(answer)).toBe(503);
    await vi.advanceTimersByTimeAsync(1000);
    expect([events, release.mock.calls.length]).toEqual([[], 1]);
  });

  test('leaves no timer when the event is handled sooner', async () => {
    const { receive } = receiver();
    await Promise.all([receive(delivery()), receive(delivery()), receive(deliveryOf('event_2'))]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

const down = () => Promise.reject(new Error('no connection'));

describe('a store that fails before onEvent', () => {
  test.each([{ claim: down }, { has: down, add: down }])('is answered 500', async (store) => {
    const { receive, events, errors } = receiver({ store });
    expect(await statusOf(receive(delivery()))).toBe(500);
    expect([events, errors]).toEqual([[], [new Error('no connection')]]);
  });

  test('is gone past by onStoreError: handle', async () => {
    const { receive, events, errors } = receiver({ store: { claim: down }, onStoreError: 'handle' });
    expect(await statusOf(receive(delivery()))).toBe(200);
    expect([events, errors]).toEqual([[event], [new Error('no connection')]]);
    const failing = receiver({ store: { claim: down }, onStoreError: 'handle', onEvent: down });
    expect(await statusOf(failing.receive(delivery()))).toBe(500);
  });
});

describe('a store that fails after onEvent', () => {
  test('is told to onError, answered 200, and told again until it takes it', async () => {
    let failures = 3;
    const done = vi.fn(() => (failures-- > 0 ? down() : undefined));
    const { receive, events, errors } = receiver({ store: { claim: () => ({ done, release() {} }) } });
    expect(await statusOf(receive(delivery()))).toBe(200);
    expect([done.mock.calls.length, errors]).toEqual([1, [new Error('no connection')]]);
    // Meanwhile this process knows.
    expect(await statusOf(receive(delivery()))).toBe(200);
    await vi.advanceTimersByTimeAsync(7000);
    expect([done.mock.calls.length, errors.length, events.length]).toEqual([4, 3, 1]);
    // From then on the store is asked.
    await receive(delivery());
    expect(events).toHaveLength(2);
  });

  test('is left alone when the time of the claim ends', async () => {
    const done = vi.fn(down);
    const { receive } = receiver({ store: { claim: () => ({ done, release() {} }) } });
    await receive(delivery());
    await vi.advanceTimersByTimeAsync(600_000);
    expect(done).toHaveBeenCalledTimes(6);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('or hangs: 200 all the same, at timeout', async () => {
    const store = { has: () => false, add: () => new Promise(() => {}) };
    const { receive, events, errors } = receiver({ store, timeout: 1000 });
    const [first, second] = [await begin(receive), await begin(receive)];
    await vi.advanceTimersByTimeAsync(1000);
    expect([await statusOf(first.answer), await statusOf(second.answer)]).toEqual([200, 200]);
    expect([events.length, errors]).toEqual([1, []]);
  });

  test('and so is one that fails to release: the claim lapses', async () => {
    const store: ClaimStore = { claim: () => ({ done() {}, release: down }) };
    const { receive, errors } = receiver({ store, onEvent: () => Promise.reject(new Error('mine')) });
    expect(await statusOf(receive(delivery()))).toBe(500);
    expect(errors).toEqual([new Error('mine'), new Error('no connection')]);
  });
});
