// What the function that sends is given, for every shape that one has: the whole request, always.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AgentSourceClient, createFetch, type Fetch } from '../../src/index.ts';
import { body, KEY, PATH, testClient } from '../support/call.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const SHAPES: [name: string, fetch: Fetch][] = [
  ['the platform’s', globalThis.fetch],
  ['(request)', (request) => globalThis.fetch(request)],
  ['async (request: Request)', async (request: Request) => globalThis.fetch(request)],
  ['(url, init)', (url, init) => globalThis.fetch(url, init)],
  ['(url, init = {})', (url, init = {}) => globalThis.fetch(`${url}`, init)],
  ['(...all)', (...all) => globalThis.fetch(...all)],
  ['bound', globalThis.fetch.bind(globalThis)],
  // As one whose `Request` is not the platform's: it knows no other than its own, and takes this one for a URL.
  ['of another library', (url, init = {}) => globalThis.fetch(String(url), init)],
];

describe.each(SHAPES)('a fetch that is %s', (_, fetch) => {
  const make: [string, () => AgentSourceClient, object][] = [
    ['of the client', () => testClient(server.url, { fetch }), {}],
    ['of the call', () => testClient(server.url), { fetch }],
    ['of the call, beside middleware', () => watched(testClient(server.url)), { fetch }],
  ];

  test.each(make)(
    '%s sends GET and POST as they are, again at each attempt',
    async (_name, client, options) => {
      server.next({}, { status: 429 });
      await client().GET(PATH, { ...options, headers: { 'X-A': '1' } });
      const { attempts, data } = await client().POST(PATH, { body, ...options, headers: { 'X-A': '1' } });
      expect({ attempts, data }).toMatchObject({ attempts: 2, data: { enrollment_id: 'en_8d52c3f1' } });
      const headers = { api_key: KEY, 'x-a': '1' };
      const post = { method: 'POST', url: PATH, headers, body: JSON.stringify(body) };
      expect(server.received).toMatchObject([{ method: 'GET', url: PATH, headers, body: '' }, post, post]);
    },
  );

  test('is what createFetch sends with', async () => {
    const response = await createFetch({ fetch })(server.url, { method: 'PUT', body: 'x' });
    expect(response.status).toBe(200);
    expect(server.received).toMatchObject([{ method: 'PUT', body: 'x' }]);
  });
});

test('a limit and an abort reach a fetch that takes a Request', async () => {
  const signals: AbortSignal[] = [];
  const fetch = (request: Request): Promise<Response> => {
    signals.push(request.signal);
    return new Promise((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason));
    });
  };
  await expect(testClient(server.url).POST(PATH, { body, fetch, timeout: 50 })).rejects.toThrow(
    /within 50 ms/,
  );
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

test('the options of fetch are those of the client and of the call, and a middleware’s request goes before', async () => {
  const seen: (string | undefined)[] = [];
  const fetch: Fetch = async (input, init) => {
    seen.push(new Request(input, init).cache, init?.credentials);
    return Response.json({});
  };
  const client = testClient(server.url, { fetch, cache: 'no-store', credentials: 'omit' });
  await client.GET(PATH);
  await client.GET(PATH, { cache: 'reload', credentials: 'include' });
  expect(seen).toEqual(['no-store', 'omit', 'reload', 'include']);
  client.use({ onRequest: ({ request }) => new Request(request, { cache: 'force-cache' }) });
  await client.GET(PATH, { cache: 'reload' });
  expect(seen.at(-2)).toBe('force-cache');
});

test('requestInitExt goes with every request, before what that says, but not before headers and redirects', async () => {
  const seen: unknown[] = [];
  const fetch: Fetch = async (input, init) => {
    const { dispatcher, cache, redirect } = init as Record<string, unknown>;
    seen.push([dispatcher, cache, redirect]);
    return globalThis.fetch(input as string, { ...init, dispatcher: undefined } as RequestInit);
  };
  const requestInitExt = {
    dispatcher: 'ours',
    cache: 'no-store',
    headers: { api_key: 'x' },
    redirect: 'follow',
  };
  const client = testClient(server.url, { fetch, requestInitExt });
  await client.POST(PATH, { body, cache: 'reload' });
  await watched(client).POST(PATH, { body, cache: 'reload' });
  expect(seen).toEqual([
    ['ours', 'no-store', 'manual'],
    ['ours', 'no-store', 'manual'],
  ]);
  const post = { method: 'POST', headers: { api_key: KEY }, body: JSON.stringify(body) };
  expect(server.received).toMatchObject([post, post]);
});

test('options.fetch of a middleware takes what fetch takes, within the one origin', async () => {
  const client = testClient(server.url);
  client.use({
    async onRequest({ options, request }) {
      const fetch = options.fetch as Fetch;
      await fetch(`${server.url}/text`);
      await fetch(new URL('/url', server.url), { method: 'PUT', body: 'x', headers: { 'X-A': '1' } });
      await fetch(new Request(`${server.url}/request`));
      await expect(fetch('https://elsewhere.example/')).rejects.toThrow('only');
      return request;
    },
  });
  await client.GET(PATH);
  const [text, url, request, itself] = server.received;
  expect(text).toMatchObject({ method: 'GET', url: '/text' });
  expect(url).toMatchObject({ method: 'PUT', url: '/url', body: 'x', headers: { 'x-a': '1' } });
  expect([request?.url, itself?.url]).toEqual(['/request', PATH]);
});

function watched(client: AgentSourceClient): AgentSourceClient {
  client.use({ onRequest: () => undefined });
  return client;
}
