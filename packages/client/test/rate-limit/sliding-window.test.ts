// The throttle never lets more through than the limit, slows down before it, and counts one key once.
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AbortError, type ExploriumError, slidingWindow, TimeoutError } from '../../src/index.ts';
import { nextSlot } from '../../src/rate-limit/sliding-window.ts';
import { body, PATH, rejection, testClient } from '../support/call.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

/** When requests that arrive at these times are let through. */
function slots(arrivals: number[], limit: number, window: number): number[] {
  const sent: number[] = [];
  return arrivals.map((now) => {
    const at = nextSlot(sent, now, limit, window);
    sent.push(at);
    return at;
  });
}

describe('nextSlot', () => {
  test('no window has more than the limit, none is let through early, order is kept', () => {
    const gaps = fc.array(fc.oneof(fc.constant(0), fc.nat(10), fc.nat(2_000)), { maxLength: 300 });
    fc.assert(
      fc.property(
        gaps,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 10_000 }),
        (gaps, limit, window) => {
          let now = 0;
          const arrivals = gaps.map((gap) => {
            now += gap;
            return now;
          });
          const at = slots(arrivals, limit, window);
          for (const [index, time] of at.entries()) {
            expect(time).toBeGreaterThanOrEqual(arrivals[index] ?? 0);
            expect(time).toBeGreaterThanOrEqual(at[index - 1] ?? 0);
            // A thousandth for what addition of fractions loses.
            expect(time - (at[index - limit] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(
              window - 0.001,
            );
          }
        },
      ),
    );
  });

  test('half the limit at once, the rest spread over the window, with no long stop at its end', () => {
    const at = slots(
      Array.from({ length: 201 }, () => 0),
      200,
      60_000,
    );
    expect(at.filter((time) => time === 0)).toHaveLength(100);
    const waits = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(Math.max(...waits)).toBeLessThanOrEqual(601);
  });
});

test('calls wait for their slots', async () => {
  const client = testClient(server.url, {
    apiKey: 'waiting',
    throttle: slidingWindow({ limit: 4, window: 400 }),
  });
  const started = performance.now();
  await Promise.all(Array.from({ length: 8 }, () => client.POST(PATH, { body })));
  // The third and fourth wait for half the window each, the last four for what those leave; timers may be a little early.
  expect(performance.now() - started).toBeGreaterThanOrEqual(790);
  expect(server.received).toHaveLength(8);
});

test('clients of one key share the limit, those of another do not; each attempt counts', async () => {
  const throttled = (apiKey: string) =>
    testClient(server.url, { apiKey, throttle: slidingWindow({ limit: 2, window: 60_000 }), deadline: 100 });
  server.next({ status: 429 });
  const retried = await rejection<ExploriumError>(throttled('shared').POST(PATH, { body }));
  expect(retried).toBeInstanceOf(TimeoutError);
  expect(retried).toMatchObject({ attempts: 1, mayHaveActed: false });
  const error = await rejection<ExploriumError>(throttled('shared').POST(PATH, { body }));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ attempts: 0, mayHaveActed: false });
  expect(await throttled('not-shared').POST(PATH, { body })).toMatchObject({ attempts: 1 });
});

test('an abort ends the wait, and gives the slot back', async () => {
  const throttle = slidingWindow({ limit: 1, window: 300 });
  await throttle('aborted');
  const client = testClient(server.url, { apiKey: 'aborted', throttle });
  const error = await rejection(client.POST(PATH, { body, signal: AbortSignal.timeout(50) }));
  expect(error).toBeInstanceOf(AbortError);
  const started = performance.now();
  await throttle('aborted');
  expect(performance.now() - started).toBeLessThan(290);
});
