// What happens to an answer on its way, as a default client and a bare socket see it.
import { once } from 'node:events';
import { connect } from 'node:net';
import { createClient } from '@agentsource/client';
import { expect, test } from 'vitest';
import { call, ENROLLMENTS, enrollment, start } from '../support.ts';

const ADD = `POST ${ENROLLMENTS}` as const;

test.each([
  ['reset', 'ConnectionError'],
  ['hang', 'TimeoutError'],
  ['cut', 'ConnectionError'],
  ['garbage', 'ConnectionError'],
] as const)('%s is a %s to the client, and no more than one answer', async (fault, name) => {
  const mock = await start();
  mock.answer(ADD, { fault });
  const client = createClient({ apiKey: 'any', baseUrl: mock.url });
  const enroll = (timeout?: number) => client.POST(ENROLLMENTS, { body: enrollment, timeout });
  // Only what hangs should come to the end of its time.
  await expect(enroll(fault === 'hang' ? 200 : undefined)).rejects.toMatchObject({ name });
  expect(mock.requests).toMatchObject([{ fault }]);
  expect(mock.requests[0]?.status).toBe(fault === 'cut' ? 200 : undefined);
  expect((await enroll()).response.status).toBe(200);
});

/** All that comes over the connection, and whether it was reset. */
async function received(url: string, method = 'GET') {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const reset = once(socket, 'error').then(([error]) => (error as NodeJS.ErrnoException).code);
  socket.write(`${method} ${ENROLLMENTS} HTTP/1.1\r\nHost: localhost\r\napi_key: any\r\n\r\n`);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await Promise.race([reset, once(socket, 'close').then(() => undefined)]);
  return { text: Buffer.concat(chunks).toString('latin1'), code };
}

test.each([
  ['reset', /^$/, 'ECONNRESET'],
  ['cut', /^HTTP\/1\.1 200 OK\r\n(?:.+\r\n)*\r\n\{"response_context".*"enrollment_key":$/s, undefined],
  ['garbage', /^\0\xff/, undefined],
] as const)('%s on the wire', async (fault, text, code) => {
  const mock = await start();
  mock.answer(`GET ${ENROLLMENTS}`, { fault, times: 'always' });
  expect(await received(mock.url)).toEqual({ text: expect.stringMatching(text), code });
});

test('without a body the head is cut', async () => {
  const spec = {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: { [ENROLLMENTS]: { get: { responses: { 204: { description: '' } } } } },
  };
  const mock = await start({ spec });
  mock.answer(`GET ${ENROLLMENTS}`, { fault: 'cut' });
  expect(await received(mock.url)).toEqual({ text: 'HTTP/1.1 ', code: undefined });
});

test('a fault comes to an invalid request too, after the delay', async () => {
  const mock = await start();
  mock.answer(ADD, { fault: 'reset', delay: 30 });
  const started = performance.now();
  await expect(call(mock.url + ENROLLMENTS, { json: {} })).rejects.toThrow();
  expect(performance.now() - started).toBeGreaterThanOrEqual(28);
});

test('what hangs or waits ends with the mock', async () => {
  const mock = await start();
  mock.answer(ADD, { fault: 'hang' });
  mock.answer(ADD, { delay: 60_000 });
  const calls = Promise.allSettled([1, 2].map(() => call(mock.url + ENROLLMENTS, { json: enrollment })));
  await expect.poll(() => mock.requests.length).toBe(2);
  await mock.close();
  expect((await calls).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
