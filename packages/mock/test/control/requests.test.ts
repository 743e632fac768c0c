// What a test can ask of what was sent: everything but secrets.
import { expect, test } from 'vitest';
import type { AnsweredRequest } from '../../src/index.ts';
import { call, ENROLLMENTS, enrollment, start } from '../support.ts';

test('method, path, query, headers, body, status, operation, and why it was refused', async () => {
  const mock = await start();
  await call(`${mock.url + ENROLLMENTS}?page=1&tag=a&tag=b`, {
    json: enrollment,
    headers: { 'x-trace': 't' },
  });
  await call(`${mock.url}/v1/webhooks/me`, { headers: { prefer: 'code=503' } });
  await call(mock.url + ENROLLMENTS, { json: { ...enrollment, enrollment_key: 'abc' } });
  await call(`${mock.url}/nowhere`);
  const [first, second, third, fourth] = mock.requests;
  expect(first).toMatchObject({
    method: 'POST',
    path: ENROLLMENTS,
    query: { page: '1', tag: ['a', 'b'] },
    headers: { 'x-trace': 't', 'content-type': 'application/json' },
    body: enrollment,
    status: 200,
    operation: `POST ${ENROLLMENTS}`,
  });
  expect(first).not.toHaveProperty('refused');
  expect(second).toMatchObject({ operation: 'GET /v1/webhooks/{partner_id}', status: 503 });
  expect(second).not.toHaveProperty('body');
  expect(third).toMatchObject({
    status: 422,
    refused: 'body.enrollment_key: String should have at least 4 characters',
  });
  expect(fourth).toMatchObject({ status: 404, refused: 'The document has no path /nowhere.' });
  mock.reset();
  expect(mock.requests).toEqual([]);
});

test('no secret is in them, wherever it is sent', async () => {
  const secret = 's3cret-value';
  const paths = {
    '/a': {
      post: {
        security: [{ query: [] }, { cookie: [] }, { header: [] }],
        requestBody: { content: { 'application/json': {}, 'application/x-www-form-urlencoded': {} } },
        responses: { 204: { description: '' } },
      },
    },
  };
  const scheme = (place: string, name: string) => ({ type: 'apiKey', in: place, name });
  const securitySchemes = {
    query: scheme('query', 'k'),
    cookie: scheme('cookie', 'c'),
    header: scheme('header', 'Partner-Id'),
  };
  const spec = { openapi: '3.1.0', info: { title: '', version: '' }, paths, components: { securitySchemes } };
  const seen: AnsweredRequest[] = [];
  const mock = await start({ spec, onRequest: (request) => seen.push(request) });
  const form = 'application/x-www-form-urlencoded';
  const headers = {
    ...{ api_key: secret, 'partner-id': secret, authorization: `Bearer ${secret}`, cookie: `c=${secret}` },
    ...{ 'x-api-key': secret, 'x-auth-token': secret, 'client-secret': secret },
  };
  const url = `${mock.url}/a?k=${secret}&api_key=${secret}&page=1`;
  await call(url, { json: { kept: 1, list: [{ webhook_secret: secret, password: secret }] }, headers });
  await call(url, { json: `client_secret=${secret}&kept=1`, headers: { ...headers, 'content-type': form } });
  expect(JSON.stringify(mock.requests)).not.toContain(secret);
  expect(JSON.stringify(seen)).not.toContain(secret);
  expect(mock.requests).toMatchObject([
    { query: { page: '1' }, body: { kept: 1, list: [{}] }, status: 204 },
    { body: { kept: '1' }, status: 204 },
  ]);
});

test('a thousand are kept, the last ones', async () => {
  const mock = await start();
  for (let index = 0; index < 1005; index += 15) {
    await Promise.all(Array.from({ length: 15 }, () => fetch(`${mock.url}/nowhere/${index}`)));
  }
  expect(mock.requests).toHaveLength(1000);
  expect(mock.requests.at(-1)?.path).toBe('/nowhere/990');
});

test('one that is still waiting for its answer has no status yet', async () => {
  const mock = await start();
  mock.answer(`GET ${ENROLLMENTS}`, { delay: 30_000 });
  const stop = new AbortController();
  const hung = fetch(mock.url + ENROLLMENTS, { headers: { api_key: 'a' }, signal: stop.signal });
  await expect.poll(() => mock.requests.length).toBe(1);
  expect(mock.requests[0]).not.toHaveProperty('status');
  stop.abort();
  await expect(hung).rejects.toThrow();
});

test('what the answer took is told with it', async () => {
  const seen: AnsweredRequest[] = [];
  const mock = await start({ latency: 20, onRequest: (request) => seen.push(request) });
  await call(mock.url + ENROLLMENTS);
  await expect.poll(() => seen).toMatchObject([{ status: 200 }]);
  expect(seen[0]?.milliseconds).toBeGreaterThanOrEqual(18);
});
