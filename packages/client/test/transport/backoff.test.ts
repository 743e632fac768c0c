// How long a call waits before a retry.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from '../../src/index.ts';

test('the back-off is random, within its bounds, and doubles', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 60_000 }),
      fc.integer({ min: 1, max: 60_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (retry, baseDelay, maxDelay, random) => {
        const delay = backoff(retry, { baseDelay, maxDelay }, () => random);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(Math.min(maxDelay, baseDelay * 2 ** (retry - 1)));
        expect(delay).toBe(random * Math.min(maxDelay, baseDelay * 2 ** (retry - 1)));
      },
    ),
  );
  expect([1, 2, 3, 4, 5, 6].map((retry) => backoff(retry, {}, () => 1))).toEqual([
    500, 1000, 2000, 4000, 8000, 8000,
  ]);
});
