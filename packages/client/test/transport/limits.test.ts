// Time limits and aborts against a real server: no call hangs, each says why it ended, and nothing is left behind.
// When exactly each of them comes is the matter of attempts.test.ts.
import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AbortError, type ExploriumError, RateLimitedError, TimeoutError } from '../../src/index.ts';
import { body, PATH, rejection, testClient } from '../support/call.ts';
import { type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

// A limit that did not end the call would never let it end.
const silent: Step = { silent: true };

describe('timeout', () => {
  test.each<[string, Step]>([
    ['no answer', silent],
    ['an answer that trickles', { drip: { bytes: 1, every: 50 } }],
  ])('ends an attempt with %s; a POST is not sent again', async (_, step) => {
    server.next(step);
    const error = await rejection<ExploriumError>(testClient(server.url).POST(PATH, { body, timeout: 150 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ attempts: 1, mayHaveActed: true });
    expect(error.message).toBe(`POST ${PATH}: no complete answer within 150 ms`);
  });

  test('of the client holds unless the call has its own', async () => {
    const client = testClient(server.url, { timeout: 50, retry: false });
    server.next(silent, { delay: 100 });
    expect(await rejection(client.POST(PATH, { body }))).toBeInstanceOf(TimeoutError);
    expect(await client.POST(PATH, { body, timeout: 60_000 })).toMatchObject({ attempts: 1 });
  });
});

test('a deadline ends the call in the middle of an attempt', async () => {
  server.next({ status: 500 }, silent);
  const error = await rejection<ExploriumError>(testClient(server.url).GET(PATH, { deadline: 1_000 }));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ attempts: 2, message: `GET ${PATH}: no complete answer within 1000 ms` });
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
    server.next(silent);
    const signal = AbortSignal.timeout(100);
    const error = await rejection<ExploriumError>(testClient(server.url).POST(PATH, { body, signal }));
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ attempts: 1, mayHaveActed: true, cause: signal.reason });
  });

  test.each([
    Object.assign(new Error('db down'), { code: 'ECONNREFUSED', syscall: 'connect' }),
    new RateLimitedError('of a sibling call'),
    new Error('plain'),
  ])('is an abort, whatever its reason looks like: %s', async (reason) => {
    server.next(silent);
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    const error = await rejection<ExploriumError>(
      testClient(server.url).POST(PATH, { body, signal: controller.signal }),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ cause: reason, attempts: 1, mayHaveActed: true });
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
