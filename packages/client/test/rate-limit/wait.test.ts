// How long a refusal asks to wait: said in a header, in the body, or not at all.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFetch } from '../../src/index.ts';
import { waitAfter } from '../../src/rate-limit/wait.ts';
import { PATH, testClient } from '../support/call.ts';
import { scriptedFetch, timeToSettle, useFakeClock } from '../support/clock.ts';

const NOW = 1_800_000_000;
beforeEach(() => void vi.spyOn(Date, 'now').mockReturnValue(NOW * 1000));
afterEach(() => void vi.restoreAllMocks());

type Headers = Record<string, string | number>;
const limits = (remaining: number, reset: number): Headers => ({
  'X-RateLimit-Limit': 200,
  'X-RateLimit-Remaining': remaining,
  'X-RateLimit-Reset': reset,
});
const vendor = { error: 'rate_limit_exceeded', message: 'too many', retry_after: 30 };
const other = { code: 429, message: 'too many', retry_after: 30 };
const date = (seconds: number): string => new Date(seconds * 1000).toUTCString();

test.each<[string, number, number, Headers, unknown]>([
  ['Retry-After', 7, 429, { 'Retry-After': 7 }, {}],
  ['Retry-After before the body', 7, 429, { 'Retry-After': 7, ...limits(0, NOW + 20) }, vendor],
  ['Retry-After of 0', 0, 429, { 'Retry-After': 0 }, vendor],
  ['the body', 30, 429, {}, vendor],
  ['the body in its other shape', 30, 429, {}, other],
  ['the body before the reset', 30, 429, limits(0, NOW + 20), vendor],
  ['a body that says it as text', 30, 429, {}, { retry_after: '30' }],
  ['a body where it is nested', 30, 429, {}, { error: { retry_after: 30 } }],
  ['the reset', 20, 429, limits(0, NOW + 20), {}],
  ['the reset, by the server’s clock', 20, 429, { ...limits(0, NOW + 520), Date: date(NOW + 500) }, {}],
  ['at most one window', 60, 429, limits(0, NOW + 3_600), {}],
  ['a reset that has passed', 0, 429, limits(0, NOW - 5), {}],
  ['a 503’s Retry-After', 9, 503, { 'Retry-After': 9 }, {}],
])('%s', (_, seconds, status, headers, body) => {
  const response = new Response(null, {
    status,
    headers: Object.entries(headers).map(([a, b]) => [a, `${b}`]),
  });
  expect(waitAfter({ response, body: JSON.stringify(body) })).toBe(seconds);
});

test.each<[string, number, Headers, string]>([
  ['a reset while something remains', 429, limits(3, NOW + 20), '{}'],
  ['a reset alone', 429, { 'X-RateLimit-Reset': NOW + 20 }, '{}'],
  ['a 503 of which only the limit is spent', 503, limits(0, NOW + 20), JSON.stringify(vendor)],
  ['a negative time', 429, {}, '{"retry_after":-1}'],
  ['no number', 429, {}, '{"retry_after":"soon"}'],
  ['no JSON', 429, {}, '<p>retry_after</p>'],
  ['JSON that is nested deeper than there is stack', 429, {}, `{"a":${'['.repeat(1e6)}${']'.repeat(1e6)}}`],
  ['a success', 200, { 'Retry-After': 5, ...limits(0, NOW + 20) }, JSON.stringify(vendor)],
])('not %s', (_, status, headers, body) => {
  const response = new Response(null, {
    status,
    headers: Object.entries(headers).map(([a, b]) => [a, `${b}`]),
  });
  expect(waitAfter({ response, body })).toBeUndefined();
});

describe('a call', () => {
  useFakeClock();
  beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));

  const refusal = () => Response.json(vendor, { status: 429 });

  test.each(['client', 'client with middleware', 'createFetch'])('of a %s waits as long', async (which) => {
    const fetch = scriptedFetch(refusal(), refusal());
    const start = performance.now();
    const client = testClient('http://127.0.0.1:9', { fetch });
    if (which.endsWith('middleware')) client.use({ onRequest: () => undefined });
    const call = which === 'createFetch' ? createFetch({ fetch })('http://127.0.0.1:9') : client.GET(PATH);
    expect(await timeToSettle(call)).toBe(60_000);
    expect(fetch.at.map((at) => at - start)).toEqual([0, 30_000, 60_000]);
  });

  test('says so, where that is too long', async () => {
    const fetch = scriptedFetch(refusal());
    const result = await testClient('http://127.0.0.1:9', { fetch, deadline: 20_000 }).GET(PATH);
    expect(result).toMatchObject({ attempts: 1, retryAfter: 30, mayHaveActed: false, error: vendor });
  });
});
