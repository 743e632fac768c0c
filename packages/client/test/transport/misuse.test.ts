// What callers, their hooks and odd servers may do wrong: nothing is sent for nothing, nothing hangs, nothing is told wrongly.
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enrollProspects } from '../../src/enroll/index.ts';
import {
  AbortError,
  type ClientOptions,
  createFetch,
  type ExploriumError,
  RateLimitedError,
  slidingWindow,
  TimeoutError,
  UsageError,
} from '../../src/index.ts';
import { body, KEY, PATH, rejection, testClient } from '../support/call.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

describe('an abort in flight is an abort, whatever its reason looks like', () => {
  test.each([
    Object.assign(new Error('db down'), { code: 'ECONNREFUSED', syscall: 'connect' }),
    new RateLimitedError('of a sibling call'),
    new Error('plain'),
  ])('%s', async (reason) => {
    server.next({ delay: 3_000 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    const error = await rejection<ExploriumError>(
      testClient(server.url).POST(PATH, { body, signal: controller.signal }),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ cause: reason, attempts: 1, mayHaveActed: true });
  });

  test('and a batch that was in flight is unknown, not failed', async () => {
    server.next({ delay: 3_000 });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new RateLimitedError('of a sibling call')), 100);
    const records: string[] = [];
    const run = async () => {
      const options = {
        enrollmentKey: 'monitor',
        eventTypes: ['prospect_changed_role' as const],
        prospectIds: body.prospect_ids,
        signal: controller.signal,
      };
      for await (const { status } of enrollProspects(testClient(server.url), options)) records.push(status);
    };
    await rejection(run());
    expect(records).toEqual(['unknown']);
  });
});

describe('what can not be right is refused before anything is sent', () => {
  test.each<[string, object]>([
    ['timeout', { timeout: 0 }],
    ['timeout', { timeout: 'abc' }],
    ['deadline', { deadline: Number.NaN }],
    ['deadline', { deadline: -1 }],
    ['retry', { retry: 5 }],
    ['retry.baseDelay', { retry: { baseDelay: Number.NaN } }],
    ['retry.maxRetries', { retry: { maxRetries: -1 } }],
    ['signal', { signal: new AbortController() }],
  ])('%s: %j', async (name, options) => {
    const call = testClient(server.url).POST(PATH, { body, ...options } as never);
    const error = await rejection(call);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain(name);
    expect(server.received).toEqual([]);
    // The client's own options are looked at when it is made.
    if (name === 'signal') return;
    expect(() => testClient(server.url, options as ClientOptions)).toThrow(UsageError);
    expect(() => createFetch(options as ClientOptions)).toThrow(UsageError);
  });

  test.each([{}, new Date(0)])('a path parameter that comes to nothing: %j', async (partner_id) => {
    const params = { path: { partner_id: partner_id as never } };
    expect(
      await rejection(testClient(server.url).GET('/v1/webhooks/{partner_id}', { params })),
    ).toBeInstanceOf(UsageError);
  });

  test.each([{ limit: 0 }, { limit: Number.NaN }, { window: -5 }])('slidingWindow(%j)', (options) => {
    expect(() => slidingWindow(options)).toThrow(UsageError);
  });
});

describe('a hook keeps to the deadline', () => {
  const never = () => new Promise<void>(() => {});
  test.each<ClientOptions>([{ onRequest: never }, { onResponse: never }, { onRetry: never }])(
    '%o',
    async (hook) => {
      server.next({ status: 429 });
      const started = performance.now();
      const error = await rejection(testClient(server.url, { ...hook, deadline: 300 }).POST(PATH, { body }));
      expect(error).toBeInstanceOf(TimeoutError);
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );

  test('and one that has used it up leaves nothing to be sent', async () => {
    const client = testClient(server.url, { deadline: 50, onRequest: () => sleep(200) });
    const error = await rejection<ExploriumError>(client.POST(PATH, { body }));
    expect(error).toMatchObject({ name: 'TimeoutError', attempts: 0, mayHaveActed: false });
    expect(server.received).toEqual([]);
  });
});

test('calls that gave up waiting for the throttle leave no place taken', async () => {
  const throttle = slidingWindow({ limit: 4, window: 300 });
  const client = testClient(server.url, { apiKey: 'gave-up-waiting', throttle, deadline: 150 });
  await Promise.allSettled(Array.from({ length: 40 }, () => client.POST(PATH, { body })));
  await sleep(400);
  expect(await client.POST(PATH, { body })).toMatchObject({ attempts: 1 });
});

test('places that are given back do not let more through than the limit', async () => {
  const throttle = slidingWindow({ limit: 10, window: 1_000 });
  const through: number[] = [];
  const wait = (signal?: AbortSignal) =>
    throttle('given-back', signal).then(
      () => through.push(performance.now()),
      () => {},
    );
  const controller = new AbortController();
  const first = Array.from({ length: 40 }, () => wait(controller.signal));
  await sleep(200);
  controller.abort();
  await Promise.all([...first, ...Array.from({ length: 15 }, () => wait())]);
  for (const [index, time] of through.entries()) {
    // Timers may fire a few milliseconds early.
    expect(time - (through[index - 10] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(980);
  }
});

test('middleware that is registered twice and ejected once still never sees the key', async () => {
  const client = testClient(server.url);
  const seen: unknown[] = [];
  const middleware = { onResponse: ({ request }: { request: Request }) => void seen.push(request) };
  client.use(middleware, middleware);
  client.eject(middleware);
  await client.POST(PATH, { body });
  expect(seen).toEqual([expect.any(Request)]);
  expect((seen[0] as Request).headers.get('api_key')).toBeNull();
});

describe('a server that sends the key back', () => {
  let echo: Server;
  let url: string;
  let answer: (request: string) => string;
  beforeAll(async () => {
    echo = createServer((socket) => socket.once('data', (data) => socket.end(answer(String(data)))));
    await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
    const address = echo.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(() => echo.close());

  test.each<[string, (request: string) => string]>([
    ['in its status line', () => `HTTP/1.1 401 bad key ${KEY}\r\nContent-Length: 0\r\n\r\n`],
    ['as the request itself, in place of an answer', (request) => request],
  ])('%s', async (_, say) => {
    answer = say;
    const { unwrap } = await import('../../src/index.ts');
    const error = await rejection<ExploriumError>(unwrap(testClient(url).POST(PATH, { body })));
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
    expect(`${error.message}${error.stack}`).not.toContain(KEY);
  });
});
