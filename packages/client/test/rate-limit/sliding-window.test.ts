// The throttle never lets more through than the limit, slows down before it, and counts one key once.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  AbortError,
  type ExploriumError,
  slidingWindow,
  type Throttle,
  TimeoutError,
  UsageError,
} from '../../src/index.ts';
import { nextSlot } from '../../src/rate-limit/sliding-window.ts';
import { body, PATH, rejection, testClient } from '../support/call.ts';
import { scriptedFetch, timeToSettle, useFakeClock } from '../support/clock.ts';

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

test.each([{ limit: 0 }, { limit: Number.NaN }, { window: -5 }])('%j is refused', (options) => {
  expect(() => slidingWindow(options)).toThrow(UsageError);
});

describe('by a clock that a test moves', () => {
  useFakeClock();

  /** Lets so many through, and says after how many milliseconds each was. */
  const wait = (throttle: Throttle, key: string, count: number, signal?: AbortSignal) => {
    const start = performance.now();
    const through: number[] = [];
    const all = Array.from({ length: count }, () =>
      throttle(key, signal).then(
        () => void through.push(performance.now() - start),
        () => {},
      ),
    );
    return { through, all: Promise.all(all) };
  };

  test('each waits for its slot', async () => {
    const { through, all } = wait(slidingWindow({ limit: 4, window: 400 }), 'waiting', 8);
    expect(await timeToSettle(all)).toBe(900);
    // Half of the limit at once, the rest spread over what remains of the window.
    expect(through).toEqual([0, 0, 200, 400, 500, 600, 800, 900]);
  });

  test('an abort ends the wait, and gives the slot back', async () => {
    const throttle = slidingWindow({ limit: 1, window: 300 });
    await throttle('given up');
    const controller = new AbortController();
    const waiting = rejection(throttle('given up', controller.signal));
    await vi.advanceTimersByTimeAsync(50);
    controller.abort('enough');
    expect(await waiting).toBe('enough');
    expect(await timeToSettle(throttle('given up'))).toBe(250);
  });

  test('those that gave up leave no place taken', async () => {
    const throttle = slidingWindow({ limit: 4, window: 300 });
    const controller = new AbortController();
    const { through, all } = wait(throttle, 'all gave up', 40, controller.signal);
    await vi.advanceTimersByTimeAsync(149);
    controller.abort();
    await all;
    expect(through).toEqual([0, 0]);
    await vi.advanceTimersByTimeAsync(151);
    expect(await timeToSettle(throttle('all gave up'))).toBe(0);
  });

  test('places that are given back do not let more through than the limit', async () => {
    const throttle = slidingWindow({ limit: 10, window: 1_000 });
    const start = performance.now();
    const controller = new AbortController();
    const first = wait(throttle, 'given back', 40, controller.signal);
    await vi.advanceTimersByTimeAsync(200);
    controller.abort();
    await first.all;
    const later = wait(throttle, 'given back', 15);
    await timeToSettle(later.all);
    const through = [...first.through, ...later.through.map((time) => time + 200)];
    expect(through.length).toBeGreaterThan(15);
    expect(performance.now() - start).toBeLessThanOrEqual(3_000);
    for (const [index, time] of through.entries()) {
      expect(time - (through[index - 10] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(1_000);
    }
  });

  test('clients of one key share the limit, those of another do not; each attempt counts', async () => {
    const fetch = scriptedFetch(new Response('{}', { status: 429 }));
    const post = (apiKey: string) => {
      const throttle = slidingWindow({ limit: 2, window: 60_000 });
      return testClient('http://127.0.0.1:9', { apiKey, throttle, fetch, deadline: 100 }).POST(PATH, {
        body,
      });
    };
    const retried = rejection<ExploriumError>(post('shared'));
    expect(await timeToSettle(retried)).toBe(100);
    expect(await retried).toBeInstanceOf(TimeoutError);
    expect(await retried).toMatchObject({ attempts: 1, mayHaveActed: false });
    const second = rejection<ExploriumError>(post('shared'));
    expect(await timeToSettle(second)).toBe(100);
    expect(await second).toMatchObject({ name: 'TimeoutError', attempts: 0, mayHaveActed: false });
    expect(await post('not-shared')).toMatchObject({ attempts: 1 });
  });

  test('an abort ends a call that waits, and nothing was sent', async () => {
    const fetch = scriptedFetch();
    const throttle = slidingWindow({ limit: 1, window: 60_000 });
    await throttle('aborted');
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const client = testClient('http://127.0.0.1:9', { apiKey: 'aborted', throttle, fetch });
    const call = rejection(client.POST(PATH, { body, signal: controller.signal }));
    expect(await timeToSettle(call)).toBe(50);
    expect(await call).toBeInstanceOf(AbortError);
    expect(fetch.at).toEqual([]);
  });
});
