// Time limits and aborts: no call hangs, each says why it ended, and nothing is left behind.
import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AbortError, type ExploriumError, TimeoutError } from '../../src/index.ts';
import { body, PATH, rejection, testClient } from '../support/call.ts';
import { type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

async function timed<T>(work: Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await work, performance.now() - started];
}

const slow: Step = { delay: 3_000 };

describe('timeout', () => {
  test.each<[string, Step]>([
    ['no answer', slow],
    ['an answer that trickles', { drip: { bytes: 1, every: 50 } }],
  ])('ends an attempt with %s; a POST is not sent again', async (_, step) => {
    server.next(step);
    const [error, took] = await timed(
      rejection<ExploriumError>(testClient(server.url).POST(PATH, { body, timeout: 150 })),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ attempts: 1, mayHaveActed: true });
    expect(error.message).toBe(`POST ${PATH}: no complete answer within 150 ms`);
    expect(took).toBeLessThan(2_500);
  });

  test('is per attempt: a GET is sent again with a whole new one', async () => {
    server.next({ delay: 400 }, { delay: 400 }, { delay: 10 });
    expect(await testClient(server.url).GET(PATH, { timeout: 200 })).toMatchObject({ attempts: 3 });
  });

  test('of the client holds unless the call has its own', async () => {
    const client = testClient(server.url, { timeout: 50, retry: false });
    server.next({ delay: 300 }, { delay: 300 });
    expect(await rejection(client.POST(PATH, { body }))).toBeInstanceOf(TimeoutError);
    expect(await client.POST(PATH, { body, timeout: 2_000 })).toMatchObject({ attempts: 1 });
  });

  test('may be Infinity', async () => {
    server.next({ delay: 50 });
    const options = { body, timeout: Number.POSITIVE_INFINITY, deadline: Number.POSITIVE_INFINITY };
    expect(await testClient(server.url).POST(PATH, options)).toMatchObject({ attempts: 1 });
  });
});

describe('deadline', () => {
  test('ends the call in the middle of an attempt', async () => {
    server.next({ status: 500 }, slow);
    const [error, took] = await timed(
      rejection<ExploriumError>(testClient(server.url).GET(PATH, { deadline: 300 })),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ attempts: 2, message: `GET ${PATH}: no complete answer within 300 ms` });
    expect(took).toBeLessThan(2_500);
  });

  test('a pause that would outlast it is not begun', async () => {
    server.next({ status: 500 });
    // So long that no random part of it is shorter than the deadline.
    const retry = { baseDelay: 1e12, maxDelay: 1e12 };
    const [result, took] = await timed(testClient(server.url).GET(PATH, { deadline: 5_000, retry }));
    expect(result).toMatchObject({ attempts: 1, response: { status: 500 } });
    expect(took).toBeLessThan(4_000);
  });
});

describe('abort', () => {
  test('before the call: nothing is sent', async () => {
    const error = await rejection<ExploriumError>(
      testClient(server.url).POST(PATH, { body, signal: AbortSignal.abort('no need') }),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ attempts: 0, mayHaveActed: false, cause: 'no need' });
    expect(server.received).toHaveLength(0);
  });

  test('during an attempt', async () => {
    server.next(slow);
    const signal = AbortSignal.timeout(100);
    const [error, took] = await timed(
      rejection<ExploriumError>(testClient(server.url).POST(PATH, { body, signal })),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ attempts: 1, mayHaveActed: true, cause: signal.reason });
    expect(took).toBeLessThan(2_500);
  });

  test('during a pause, which ends it at once', async () => {
    server.next({ status: 429, headers: { 'Retry-After': 3 } });
    const [error, took] = await timed(
      rejection<ExploriumError>(
        testClient(server.url).POST(PATH, { body, signal: AbortSignal.timeout(100) }),
      ),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ attempts: 1, mayHaveActed: false });
    expect(took).toBeLessThan(2_500);
  });

  test('of a stream that the call has given away already', async () => {
    server.next({ drip: { bytes: 1, every: 50 } });
    const controller = new AbortController();
    const { data } = await testClient(server.url).POST(PATH, {
      body,
      parseAs: 'stream',
      signal: controller.signal,
    });
    const reading = rejection(new Response(data).text());
    controller.abort(new Error('enough'));
    expect((await reading).message).toBe('enough');
  });

  test('one signal for many calls gathers no listeners', async () => {
    const { signal } = new AbortController();
    const client = testClient(server.url);
    server.next({ status: 429 }, {}, { reset: 'after' });
    await client.POST(PATH, { body, signal });
    await rejection(client.POST(PATH, { body, signal }));
    await sleep(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
