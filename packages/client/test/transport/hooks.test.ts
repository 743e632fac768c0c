// Hooks see every attempt, middleware every call, and both in the order that is promised.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConnectionError, type ExploriumError, type Hooks, unwrap } from '../../src/index.ts';
import { body, KEY, PATH, rejection, testClient } from '../support/call.ts';
import { enrollment, type FaultServer, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

describe('hooks', () => {
  const recorder = (): Hooks & { log: string[] } => {
    const log: string[] = [];
    return {
      log,
      onRequest: ({ attempt }) => void log.push(`request ${attempt}`),
      onResponse: ({ attempt, status }) => void log.push(`response ${attempt} ${status}`),
      onRetry: ({ attempt, status, error }) => void log.push(`retry ${attempt} ${status ?? error?.name}`),
    };
  };

  test('are told of each attempt, in order', async () => {
    server.next({ status: 503 }, { reset: 'after' });
    const hooks = recorder();
    await testClient(server.url, hooks).GET(PATH);
    expect(hooks.log).toEqual([
      'request 1',
      'response 1 503',
      'retry 1 503',
      'request 2',
      'retry 2 ConnectionError',
      'request 3',
      'response 3 200',
    ]);
  });

  test('are told what happened', async () => {
    server.next({ status: 429, headers: { 'X-Test': 'yes', 'Retry-After': 0 } });
    const seen: unknown[] = [];
    await testClient(server.url, {
      onRequest: (event) => void seen.push({ ...event, headers: [...event.headers] }),
      onResponse: ({ headers, duration, ...event }) =>
        void seen.push({ ...event, test: headers.get('X-Test'), measured: duration >= 0 }),
      onRetry: (event) => void seen.push({ ...event, delay: typeof event.delay }),
    }).POST(PATH, { body, retry: { maxRetries: 1 } });
    const event = { call: `POST ${PATH}`, url: server.url + PATH, attempt: 1 };
    expect(seen.slice(0, 3)).toEqual([
      { ...event, headers: [['content-type', 'application/json']] },
      { ...event, status: 429, test: 'yes', measured: true },
      { ...event, status: 429, delay: 'number' },
    ]);
  });

  test('may change headers, and are waited for', async () => {
    server.next({ status: 429 });
    const onRequest: Hooks['onRequest'] = async ({ headers, attempt }) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      headers.set('traceparent', `00-${attempt}`);
    };
    await testClient(server.url, { onRequest }).POST(PATH, { body });
    expect(server.received.map(({ headers }) => headers.traceparent)).toEqual(['00-1', '00-2']);
  });

  test.each(['onRequest', 'onResponse', 'onRetry'] as const)('what %s throws ends the call', async (name) => {
    server.next({ status: 429 }, { status: 429 });
    const mine = new Error('mine');
    const hook = (): never => {
      throw mine;
    };
    expect(await rejection(testClient(server.url, { [name]: hook }).POST(PATH, { body }))).toBe(mine);
    expect(server.received).toHaveLength(name === 'onRequest' ? 0 : 1);
  });
});

describe('middleware', () => {
  test('sees a call once, with the answer of the last attempt', async () => {
    server.next({ status: 429 });
    const client = testClient(server.url);
    const log: string[] = [];
    const middleware = {
      onRequest: ({ schemaPath }: { schemaPath: string }) => void log.push(schemaPath),
      onResponse: async ({ response }: { response: Response }) =>
        void log.push(`${response.status} ${response.url} ${await response.clone().text()}`),
    };
    client.use(middleware);
    const { data, attempts } = await client.POST(PATH, { body });
    expect(log).toEqual([PATH, `200 ${server.url + PATH} ${JSON.stringify(enrollment())}`]);
    expect({ data, attempts }).toEqual({ data: enrollment(), attempts: 2 });
    client.eject(middleware);
    await client.POST(PATH, { body });
    expect(log).toHaveLength(2);
  });

  test('may replace the request, whose body is then sent at each attempt', async () => {
    server.next({ status: 429 });
    const client = testClient(server.url);
    client.use({
      onRequest: async ({ request }) =>
        new Request(request, { body: '{"changed":true}', headers: { 'X-Mine': '1' } }),
    });
    await client.POST(PATH, { body });
    expect(
      server.received.map((request) => [request.body, request.headers['x-mine'], request.headers.api_key]),
    ).toEqual([
      ['{"changed":true}', '1', KEY],
      ['{"changed":true}', '1', KEY],
    ]);
  });

  test('may answer itself: nothing is sent', async () => {
    const client = testClient(server.url);
    client.use({ onRequest: () => Response.json(enrollment()) });
    expect(await client.POST(PATH, { body })).toMatchObject({ attempts: 0, data: enrollment() });
    expect(server.received).toHaveLength(0);
  });

  test('of one call, and errors for onError', async () => {
    server.next({ reset: 'after' });
    const seen: unknown[] = [];
    const middleware = [{ onError: ({ error }: { error: unknown }) => void seen.push(error) }];
    const error = await rejection<ExploriumError>(testClient(server.url).POST(PATH, { body, middleware }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(seen).toEqual([error]);
  });

  test('does not change what a failure looks like', async () => {
    const client = testClient(server.url, { retry: false });
    client.use({ onResponse: () => undefined });
    for (const step of [
      { body: '' },
      { body: '<html>' },
      { status: 502, body: '' },
      { status: 403, body: { details: 'no' } },
    ]) {
      server.next(step, step);
      const [with_, without] = await Promise.all(
        [client, testClient(server.url, { retry: false })].map((one) =>
          rejection<ExploriumError>(unwrap(one.POST(PATH, { body }))),
        ),
      );
      expect(with_?.toJSON()).toEqual(without?.toJSON());
    }
  });

  test('that is registered twice and ejected once is still called, and never sees the key', async () => {
    const client = testClient(server.url);
    const seen: unknown[] = [];
    const middleware = { onResponse: ({ request }: { request: Request }) => void seen.push(request) };
    client.use(middleware, middleware);
    client.eject(middleware);
    await client.POST(PATH, { body });
    expect(seen).toEqual([expect.any(Request)]);
    expect((seen[0] as Request).headers.get('api_key')).toBeNull();
  });
});
