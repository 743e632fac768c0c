// When things happen in a call: to the millisecond, by a clock that stands still until a test moves it.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  AbortError,
  type ClientOptions,
  ConnectionError,
  type ExploriumError,
  TimeoutError,
} from '../../src/index.ts';
import { body, PATH, rejection, testClient } from '../support/call.ts';
import { scriptedFetch, silentFetch, timeToSettle, useFakeClock } from '../support/clock.ts';

useFakeClock();
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0.5));

const client = (options: ClientOptions) => testClient('http://127.0.0.1:9', options);
const refusal = (retryAfter: string) =>
  new Response('{}', { status: 429, headers: { 'Retry-After': retryAfter } });
const failure = (status = 500) => new Response('{}', { status });

describe('timeout', () => {
  test('ends an attempt after exactly so many milliseconds', async () => {
    const call = rejection<ExploriumError>(client({ fetch: silentFetch }).POST(PATH, { body, timeout: 150 }));
    expect(await timeToSettle(call)).toBe(150);
    expect(await call).toBeInstanceOf(TimeoutError);
    expect(await call).toMatchObject({ attempts: 1, mayHaveActed: true });
    expect((await call).message).toBe(`POST ${PATH}: no complete answer within 150 ms`);
  });

  test('is 30 s unless one is set, and each attempt has a whole one', async () => {
    const options = { fetch: silentFetch, retry: { baseDelay: 10 } };
    const call = rejection<ExploriumError>(client(options).GET(PATH));
    // Half of 10 and of 20 ms are the pauses.
    expect(await timeToSettle(call)).toBe(30_000 + 5 + 30_000 + 10 + 30_000);
    expect(await call).toMatchObject({ name: 'TimeoutError', attempts: 3 });
  });

  test('may be Infinity, as the deadline may', async () => {
    const slow = () => new Promise<Response>((resolve) => setTimeout(() => resolve(Response.json({})), 1e8));
    const limits = { timeout: Number.POSITIVE_INFINITY, deadline: Number.POSITIVE_INFINITY };
    const call = client({ fetch: slow, ...limits }).POST(PATH, { body });
    expect(await timeToSettle(call)).toBe(1e8);
    expect(await call).toMatchObject({ attempts: 1 });
  });
});

describe('deadline', () => {
  test('ends the call in the middle of an attempt, and is the limit that is named', async () => {
    const answers = scriptedFetch(failure());
    const fetch: typeof silentFetch = (input, init) =>
      answers.at.length === 0 ? answers(input, init) : silentFetch(input, init);
    const call = rejection<ExploriumError>(client({ fetch }).GET(PATH, { deadline: 300 }));
    expect(await timeToSettle(call)).toBe(300);
    expect(await call).toBeInstanceOf(TimeoutError);
    expect(await call).toMatchObject({
      attempts: 2,
      message: `GET ${PATH}: no complete answer within 300 ms`,
    });
  });

  test('a pause that would outlast it is not begun', async () => {
    const retry = { baseDelay: 10_000, maxDelay: 10_000 };
    const call = client({ fetch: scriptedFetch(failure()) }).GET(PATH, { deadline: 4_999, retry });
    expect(await timeToSettle(call)).toBe(0);
    expect(await call).toMatchObject({ attempts: 1, response: { status: 500 } });
  });

  test('a pause that ends with it is', async () => {
    const retry = { baseDelay: 10_000, maxDelay: 10_000 };
    const call = client({ fetch: scriptedFetch(failure()) }).GET(PATH, { deadline: 5_001, retry });
    expect(await timeToSettle(call)).toBe(5_000);
    expect(await call).toMatchObject({ attempts: 2, response: { status: 200 } });
  });

  test.each(['onRequest', 'onResponse', 'onRetry'])('%s that never ends keeps to it', async (hook) => {
    const options = {
      fetch: scriptedFetch(refusal('0')),
      [hook]: () => new Promise(() => {}),
      deadline: 300,
    };
    const call = rejection<ExploriumError>(client(options).POST(PATH, { body }));
    expect(await timeToSettle(call)).toBe(300);
    expect(await call).toMatchObject({ name: 'TimeoutError', mayHaveActed: false });
  });

  test('a hook that has used it up leaves nothing to be sent', async () => {
    const fetch = scriptedFetch();
    // As a hook that computes for long, which no timer can end.
    const onRequest = () => void vi.advanceTimersByTime(200);
    const call = rejection<ExploriumError>(client({ fetch, deadline: 50, onRequest }).POST(PATH, { body }));
    await vi.advanceTimersByTimeAsync(0);
    expect(await call).toMatchObject({ name: 'TimeoutError', attempts: 0, mayHaveActed: false });
    expect(fetch.at).toEqual([]);
  });
});

describe('a pause', () => {
  test('is as long as Retry-After says, and the back-off on top', async () => {
    const fetch = scriptedFetch(refusal('2'));
    const start = performance.now();
    const call = client({ fetch, retry: { baseDelay: 500 } }).POST(PATH, { body });
    expect(await timeToSettle(call)).toBe(2_250);
    expect(fetch.at).toEqual([start, start + 2_250]);
  });

  test('a Retry-After beyond the deadline is reported at once', async () => {
    const call = client({ fetch: scriptedFetch(refusal('60')) }).POST(PATH, { body, deadline: 59_000 });
    expect(await timeToSettle(call)).toBe(0);
    expect(await call).toMatchObject({ attempts: 1, retryAfter: 60, response: { status: 429 } });
  });

  test('ends at an abort', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort('enough'), 100);
    const { signal } = controller;
    const call = rejection(client({ fetch: scriptedFetch(refusal('3')) }).POST(PATH, { body, signal }));
    expect(await timeToSettle(call)).toBe(100);
    expect(await call).toBeInstanceOf(AbortError);
    expect(await call).toMatchObject({ attempts: 1, mayHaveActed: false, cause: 'enough' });
  });
});

test('what ends an attempt also ends its request', async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const fetch: typeof silentFetch = (input, init) => {
    signals.push(init?.signal);
    return silentFetch(input, init);
  };
  await timeToSettle(rejection(client({ fetch, timeout: 100 }).POST(PATH, { body })));
  expect(signals[0]?.aborted).toBe(true);
  const controller = new AbortController();
  setTimeout(() => controller.abort('enough'), 50);
  await timeToSettle(rejection(client({ fetch }).POST(PATH, { body, signal: controller.signal })));
  expect(signals[1]?.reason).toBe('enough');
});

test('an abort in a hook ends the call', async () => {
  const controller = new AbortController();
  const fetch = scriptedFetch(refusal('0'));
  const call = client({ fetch, onResponse: () => controller.abort('enough') });
  const error = rejection(call.POST(PATH, { body, signal: controller.signal }));
  await timeToSettle(error);
  expect(await error).toMatchObject({
    name: 'AbortError',
    cause: 'enough',
    attempts: 1,
    mayHaveActed: false,
  });
  expect(fetch.at).toHaveLength(1);
});

test('an abort ends an attempt at once, even where fetch does not listen', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort('enough'), 100);
  const deaf = () => new Promise<never>(() => {});
  const call = rejection(client({ fetch: deaf }).POST(PATH, { body, signal: controller.signal }));
  expect(await timeToSettle(call)).toBe(100);
  expect(await call).toMatchObject({ name: 'AbortError', attempts: 1, mayHaveActed: true, cause: 'enough' });
});

test('what an earlier attempt may have done is said of the call, whatever the last one says', async () => {
  const fetch = scriptedFetch(failure(), new ConnectionError('of a fetch that made its own attempts'));
  const call = rejection(client({ fetch, retry: { baseDelay: 1, idempotent: true } }).POST(PATH, { body }));
  await timeToSettle(call);
  expect(await call).toBeInstanceOf(ConnectionError);
  expect(await call).toMatchObject({ mayHaveActed: true });
});

test('no timer is left behind', async () => {
  const fetch = scriptedFetch(refusal('1'), failure(404));
  await timeToSettle(client({ fetch }).POST(PATH, { body }));
  expect(vi.getTimerCount()).toBe(0);
});
