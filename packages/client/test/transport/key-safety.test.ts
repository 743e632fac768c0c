// The key goes to one origin, in a header that is right, and nowhere that can be printed.
import { createServer, type Server } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, type ExploriumError, RedirectError, UsageError, unwrap } from '../../src/index.ts';
import { body, KEY, PATH, rejection, testClient } from '../support/call.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
let elsewhere: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
  elsewhere = await startFaultServer();
});
beforeEach(() => {
  server.reset();
  elsewhere.reset();
});
afterAll(async () => {
  await server.close();
  await elsewhere.close();
});

describe('the key', () => {
  test('is taken from EXPLORIUM_API_KEY', async () => {
    vi.stubEnv('EXPLORIUM_API_KEY', 'from-the-environment');
    await createClient({ baseUrl: server.url }).POST(PATH, { body });
    vi.unstubAllEnvs();
    expect(server.received[0]?.headers.api_key).toBe('from-the-environment');
  });

  test('must be there', () => {
    vi.stubEnv('EXPLORIUM_API_KEY', undefined);
    expect(() => createClient()).toThrow(/No API key: .* EXPLORIUM_API_KEY/);
    vi.unstubAllEnvs();
    expect(() => createClient({ apiKey: '' })).toThrow(UsageError);
  });

  test.each(['key\n', 'key\r\nX-Evil: 1', 'a key', 'schlüssel'])(
    'must be a header value, unlike %j',
    (apiKey) => {
      expect(() => createClient({ apiKey })).toThrow(UsageError);
    },
  );

  test('can’t be set, or seen, by the way of headers', async () => {
    for (const headers of [{ api_key: 'other' }, { API_KEY: 'other' }, new Headers({ api_key: 'other' })]) {
      const error = await rejection(testClient(server.url).POST(PATH, { body, headers }));
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).not.toContain('other');
    }
    expect(server.received).toHaveLength(0);
  });

  test('is in nothing that can be printed', async () => {
    const printed: unknown[] = [];
    const note = (value: unknown) => void printed.push(value);
    const client = testClient(server.url, {
      onRequest: note,
      onResponse: note,
      onRetry: note,
      retry: { baseDelay: 1, maxRetries: 1 },
    });
    note(client);
    note(await client.POST(PATH, { body }));
    const echo = { details: `unknown key ${KEY}`, correlation_id: KEY };
    server.next(
      { status: 429 },
      { status: 401, body: echo },
      { status: 401, body: `no ${KEY}` },
      { body: `<p>${KEY}</p>` },
      { status: 307, headers: { Location: `/?key=${KEY}` } },
      { reset: 'after' },
      { delay: 500 },
    );
    note(await client.POST(PATH, { body }));
    for (let left = 5; left > 0; left--) {
      note(await rejection(unwrap(client.POST(PATH, { body, timeout: 200 }))));
    }
    client.use({ onRequest: ({ request }) => note(request), onResponse: ({ response }) => note(response) });
    server.next({ status: 401, body: echo });
    note(await client.POST(PATH, { body }));
    note(await rejection(client.POST(PATH, { body, baseUrl: elsewhere.url })));

    expect(printed.length).toBeGreaterThan(20);
    for (const value of printed) {
      const forms = [inspect(value, { depth: 9, showHidden: true }), JSON.stringify(value), String(value)];
      if (value instanceof Error) forms.push(`${value.stack}`);
      expect(forms.filter((form) => form.includes(KEY))).toEqual([]);
    }
    expect(server.received.every(({ headers }) => headers.api_key === KEY)).toBe(true);
  });
});

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%i is refused, and named', async (status) => {
    server.next({ status, headers: { Location: `${elsewhere.url}/stolen` } });
    const error = await rejection<ExploriumError>(testClient(server.url).POST(PATH, { body }));
    expect(error).toBeInstanceOf(RedirectError);
    expect(error.message).toBe(`POST ${PATH}: refused to follow a redirect to ${elsewhere.url}/stolen`);
    expect(error).toMatchObject({ status, attempts: 1, mayHaveActed: status < 307 });
    expect(elsewhere.received).toHaveLength(0);
    expect(server.received).toHaveLength(1);
  });

  test('are refused within the origin, for GET and with middleware too', async () => {
    const client = testClient(server.url);
    server.next(
      { status: 302, headers: { Location: '/other' } },
      { status: 302, headers: { Location: '/other' } },
    );
    expect(await rejection(client.GET(PATH))).toBeInstanceOf(RedirectError);
    client.use({ onRequest: () => undefined });
    expect(await rejection(client.GET(PATH))).toBeInstanceOf(RedirectError);
    expect(server.received).toHaveLength(2);
  });
});

describe('origins', () => {
  test('a base URL of another origin is refused, at one call', async () => {
    const error = await rejection(testClient(server.url).POST(PATH, { body, baseUrl: elsewhere.url }));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain(server.url);
    expect(elsewhere.received).toHaveLength(0);
  });

  test('a base URL may be spelled in any way that is the same origin', async () => {
    const client = testClient(`${server.url.replace('http', 'HTTP')}/`);
    expect(await client.POST(PATH, { body })).toMatchObject({ attempts: 1, data: {} });
    expect(server.received[0]?.url).toBe(PATH);
  });

  test('a middleware’s request to another origin is refused', async () => {
    const client = testClient(server.url);
    client.use({ onRequest: ({ request }) => new Request(elsewhere.url, request) });
    expect(await rejection(client.POST(PATH, { body }))).toBeInstanceOf(UsageError);
    expect(elsewhere.received).toHaveLength(0);
  });

  test.each([
    'http://api.explorium.ai',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://10.0.0.1',
  ])('%s is refused without allowInsecureHttp', (baseUrl) => {
    expect(() => createClient({ apiKey: KEY, baseUrl })).toThrow(UsageError);
    expect(() => createClient({ apiKey: KEY, baseUrl, allowInsecureHttp: true })).not.toThrow();
  });

  test.each([
    'http://localhost:1',
    'http://127.0.0.1',
    'http://127.1.2.3/x',
    'http://[::1]:80',
    'https://proxy.example/x/',
  ])('%s is allowed', (baseUrl) => {
    expect(() => createClient({ apiKey: KEY, baseUrl })).not.toThrow();
  });

  test.each([
    '',
    'api.explorium.ai',
    '/v1',
    'ftp://x',
    'https://u:p@x',
    'https://x?a=1',
    'https://x#a',
    'https://',
  ])('%j is refused as a base URL', (baseUrl) => {
    expect(() => createClient({ apiKey: KEY, baseUrl, allowInsecureHttp: true })).toThrow(UsageError);
  });
});

describe('headers', () => {
  test.each<Record<string, string>>([
    { 'X-A': 'b\r\nX-Evil: 1' },
    { 'X-A\r\nX-Evil': '1' },
    { 'X-A': 'b\n' },
  ])('with a line break are refused: %j', async (headers) => {
    expect(() => createClient({ apiKey: KEY, headers })).toThrow(UsageError);
    expect(await rejection(testClient(server.url).POST(PATH, { body, headers }))).toBeInstanceOf(UsageError);
    expect(server.received).toHaveLength(0);
  });
});

describe('path parameters', () => {
  const get = (partner_id: unknown) =>
    testClient(server.url).GET('/v1/webhooks/{partner_id}', {
      params: { path: { partner_id: partner_id as string } },
    });

  test.each([undefined, null, '', '.', '..'])('%j is refused', async (value) => {
    const error = await rejection(get(value));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain('partner_id');
    expect(server.received).toHaveLength(0);
  });

  test('a call without any is refused', async () => {
    const untyped = testClient(server.url).GET as (path: string) => Promise<unknown>;
    expect(await rejection(untyped('/v1/webhooks/{partner_id}'))).toBeInstanceOf(UsageError);
  });

  test.each([
    ['../x', '/v1/webhooks/..%2Fx'],
    ['%2e%2e', '/v1/webhooks/%252e%252e'],
    ['a b?c#d', '/v1/webhooks/a%20b%3Fc%23d'],
  ])('%j stays one segment', async (value, url) => {
    await get(value);
    expect(server.received[0]?.url).toBe(url);
  });
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
    const error = await rejection<ExploriumError>(unwrap(testClient(url).POST(PATH, { body })));
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
    expect(`${error.message}${error.stack}`).not.toContain(KEY);
  });
});
