// The transport alone, under the name and shape of fetch.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ConnectionError, createFetch, RedirectError, TimeoutError } from '../src/index.ts';
import { PATH, rejection, testClient } from './support/call.ts';
import { enrollment, type FaultServer, startFaultServer } from './support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const fetch = createFetch({ retry: { baseDelay: 1 } });

test('retries, and gives a whole response of the last attempt', async () => {
  server.next({ status: 500 }, { cutAt: 20 });
  const response = await fetch(`${server.url}/x`, { headers: { 'X-Mine': '1' } });
  expect([response.status, response.url, await response.json()]).toEqual([
    200,
    `${server.url}/x`,
    enrollment(),
  ]);
  expect(server.received.map(({ headers }) => headers['x-mine'])).toEqual(['1', '1', '1']);
  expect(server.received.some(({ headers }) => 'api_key' in headers)).toBe(false);
});

test('sends the body of a Request at each attempt', async () => {
  server.next({ status: 429 });
  const form = new FormData();
  form.set('name', 'value');
  await fetch(new Request(server.url, { method: 'POST', body: form }));
  const [first, second] = server.received;
  expect(first?.body).toContain('name="name"\r\n\r\nvalue');
  expect(second?.body).toBe(first?.body);
});

test('sends a body that is empty', async () => {
  server.next({ status: 429 });
  const response = await fetch(server.url, { method: 'POST', body: '' });
  expect(response.status).toBe(200);
  expect(server.received.map(({ headers, body }) => [headers['content-length'], body])).toEqual([
    ['0', ''],
    ['0', ''],
  ]);
});

test('gives every answer byte by byte, also one that is not a success', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const answering = createFetch({ fetch: async () => new Response(bytes, { status: 404 }) });
  const response = await answering('http://127.0.0.1:9/');
  expect(response.status).toBe(404);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
});

test('gives an answer of a status that has no body', async () => {
  for (const status of [204, 205, 304]) {
    server.next({ status, body: '', headers: { 'Content-Length': null } });
    const response = await fetch(server.url);
    expect([response.status, await response.text()]).toEqual([status, '']);
  }
});

test('refuses what the client refuses', async () => {
  server.next({ status: 302, headers: { Location: '/y' } }, { reset: 'after' }, { silent: true });
  expect(await rejection(fetch(server.url))).toBeInstanceOf(RedirectError);
  expect(await rejection(fetch(server.url, { method: 'POST', body: 'x' }))).toBeInstanceOf(ConnectionError);
  const impatient = createFetch({ timeout: 100, retry: false });
  expect(await rejection(impatient(server.url))).toBeInstanceOf(TimeoutError);
});

test('can be the fetch of a client, which then sends nothing twice that it would not', async () => {
  server.next({ reset: 'after' });
  const error = await rejection(testClient(server.url, { fetch }).POST(PATH, { body: {} as never }));
  expect(error).toMatchObject({ name: 'ConnectionError', mayHaveActed: true });
  expect(server.received).toHaveLength(1);
});
