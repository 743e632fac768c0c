// The same over HTTP, for tests in other languages, and who may not use it.
import { request as send } from 'node:http';
import { describe, expect, test } from 'vitest';
import { call, ENROLLMENTS, start } from '../support.ts';

const LIST = `GET ${ENROLLMENTS}`;
const post = (url: string, json: unknown, headers: Record<string, string> = {}) =>
  call(url, { method: 'POST', json, headers });

test('answers, requests, reset and health', async () => {
  const { url } = await start();
  expect((await call(`${url}/__mock/health`)).body).toMatchObject({
    status: 'ok',
    document: { operations: 9 },
  });
  const told = [
    { operation: LIST, status: 503, times: 2 },
    { operation: LIST, headers: { a: 'b' } },
  ];
  expect((await post(`${url}/__mock/answers`, told)).status).toBe(204);
  expect((await post(`${url}/__mock/answers`, { operation: LIST, status: 403 })).status).toBe(204);
  const statuses = [];
  for (let index = 0; index < 5; index++) statuses.push((await call(url + ENROLLMENTS)).status);
  expect(statuses).toEqual([503, 503, 200, 403, 200]);
  const { body } = await call(`${url}/__mock/requests`);
  expect(body.requests).toHaveLength(5);
  expect(body.requests[0]).toMatchObject({ method: 'GET', path: ENROLLMENTS, status: 503 });
  await post(`${url}/__mock/answers`, { operation: LIST, status: 500 });
  expect((await call(`${url}/__mock/reset`, { method: 'POST' })).status).toBe(204);
  expect((await call(`${url}/__mock/requests`)).body).toEqual({ requests: [] });
  expect((await call(url + ENROLLMENTS)).status).toBe(200);
});

test.each([
  ['GET', '/__mock/nothing', undefined, 404, /There is \/__mock\/health, .*, but no \/__mock\/nothing/],
  ['GET', '/__mock', undefined, 404, /There is/],
  ['POST', '/__mock/requests', '{}', 405, /wants GET/],
  ['POST', '/__mock/answers', '{', 400, /not valid JSON/],
  ['POST', '/__mock/answers', '{}', 422, /needs an operation/],
  ['POST', '/__mock/answers', '{"operation":"GET /x"}', 422, /no operation GET \/x; it has/],
  ['POST', '/__mock/answers', `{"operation":"${LIST}","fault":"none"}`, 422, /fault must be one of/],
])('%s %s %s: %d', async (method, path, json, status, details) => {
  const { url } = await start();
  const reply = await call(url + path, { method, ...(json !== undefined && { json }) });
  expect([reply.status, reply.body.details]).toEqual([status, expect.stringMatching(details)]);
});

describe('it is for this machine', () => {
  const ways = [
    ['GET', '/__mock/requests'],
    ['GET', '/__mock/health'],
    ['POST', '/__mock/answers'],
    ['POST', '/__mock/reset'],
  ] as const;
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1.evil.example' },
    { origin: 'chrome-extension://abc' },
    { host: 'evil.example:4010' },
    { host: 'evil.example:4010', origin: 'http://evil.example:4010' },
    { host: '127.0.0.1@evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];

  test.each(ways.flatMap(([method, path]) => foreign.map((headers) => ({ method, path, headers }))))(
    '$method $path is refused to $headers',
    async ({ method, path, headers }) => {
      const mock = await start();
      mock.answer(`GET ${ENROLLMENTS}`, { status: 503 });
      const reply = await raw(mock.url + path, method, { 'content-type': 'application/json', ...headers });
      expect(reply.status).toBe(403);
      expect(reply.headers['access-control-allow-origin']).toBeUndefined();
      expect((await call(mock.url + ENROLLMENTS)).status).toBe(503);
    },
  );

  test.each(['http://localhost:3000', 'http://127.0.0.1:1234', 'http://[::1]:5173'])(
    'a page of %s may use it',
    async (origin) => {
      const { url } = await start();
      const headers = { origin, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' };
      const preflight = { ...headers, 'access-control-request-method': 'POST' };
      expect((await raw(`${url}/__mock/reset`, 'OPTIONS', preflight)).status).toBe(204);
      const reply = await raw(`${url}/__mock/reset`, 'POST', headers);
      expect([reply.status, reply.headers['access-control-allow-origin']]).toEqual([204, '*']);
    },
  );

  test('a page from elsewhere is not even let ask', async () => {
    const { url } = await start();
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const reply = await raw(`${url}/__mock/reset`, 'OPTIONS', headers);
    expect([reply.status, reply.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', undefined])(
    'what is sent as %s is not taken',
    async (type) => {
      const { url } = await start();
      const { status } = await raw(
        `${url}/__mock/reset`,
        'POST',
        type === undefined ? {} : { 'content-type': type },
      );
      expect(status).toBe(415);
    },
  );
});

describe('where other machines reach the mock', () => {
  test('it is not there', async () => {
    const { url } = await start({ host: '0.0.0.0' });
    const { status, body } = await call(`${url.replace('0.0.0.0', '127.0.0.1')}/__mock/requests`);
    expect([status, body.details]).toEqual([404, expect.stringContaining('--control-token')]);
  });

  test('it wants the token', async () => {
    const mock = await start({ host: '0.0.0.0', controlToken: 'token-123' });
    const url = `${mock.url.replace('0.0.0.0', '127.0.0.1')}/__mock/requests`;
    const statusFor = async (authorization?: string, more = {}) =>
      (await call(url, { headers: { authorization, ...more } })).status;
    expect(await statusFor()).toBe(401);
    expect(await statusFor('Bearer token-1234')).toBe(401);
    expect(await statusFor('Bearer token-123')).toBe(200);
    expect(await statusFor('Bearer token-123', { origin: 'https://evil.example' })).toBe(403);
  });

  test('a token that no header could have is refused', async () => {
    await expect(start({ controlToken: 'a b' })).rejects.toThrow(/^controlToken must be/);
  });
});

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
}

/** With headers that fetch() would not send. */
function raw(url: string, method: string, headers: Record<string, string>): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const outgoing = send(url, { method, headers }, (response) => {
      response
        .resume()
        .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    outgoing.on('error', reject).end();
  });
}
