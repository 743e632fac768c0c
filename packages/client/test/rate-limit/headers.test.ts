// What the headers of an answer say about the rate limit.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRetryAfter, readRateLimit } from '../../src/index.ts';

describe('Retry-After', () => {
  test('seconds', () => {
    fc.assert(
      fc.property(fc.nat(), (seconds) => {
        expect(parseRetryAfter(`${seconds}`)).toBe(seconds);
      }),
    );
  });

  test('a date, never in the past', () => {
    const date = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.nat(4e12), (when, now) => {
        const wholeSeconds = Math.floor(when.getTime() / 1000) * 1000;
        expect(parseRetryAfter(when.toUTCString(), now)).toBe(Math.max(0, (wholeSeconds - now) / 1000));
      }),
    );
  });

  test('nothing else', () => {
    for (const value of [null, undefined, '', ' ', '-5', '1.5', 'soon', '2030-01-01', 'yesterday GMT']) {
      expect(parseRetryAfter(value)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string(), (value) => {
        const seconds = parseRetryAfter(value);
        expect(seconds === undefined || seconds >= 0).toBe(true);
      }),
    );
  });
});

describe('X-RateLimit-*', () => {
  const headers = {
    'X-RateLimit-Limit': '200',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': '1800000000',
  };

  test('all three', () => {
    expect(readRateLimit(new Headers(headers))).toEqual({ limit: 200, remaining: 0, reset: 1_800_000_000 });
  });

  test.each(Object.keys(headers))('nothing without %s, or when it is not a number', (name) => {
    expect(readRateLimit(new Headers({ ...headers, [name]: 'soon' }))).toBeUndefined();
    const { [name as keyof typeof headers]: _, ...rest } = headers;
    expect(readRateLimit(new Headers(rest))).toBeUndefined();
  });
});
