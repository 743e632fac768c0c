// Who may use what a stateful mock remembers: programs and pages of its machine.
import { request as send } from 'node:http';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { foreignness } from '../../src/http/callers.ts';
import { call, ENROLLMENTS, enrollment, start } from '../support.ts';
import { api, startReceiver } from './support.ts';

const LOOPBACK = { host: '127.0.0.1', isLoopback: true };
const LAN = { host: '0.0.0.0', isLoopback: false };

test.each([
  [LOOPBACK, { host: 'localhost:4010' }],
  [LOOPBACK, { host: '127.0.0.1:4010' }],
  [LOOPBACK, { host: '[::1]:4010' }],
  [LOOPBACK, { host: 'LOCALHOST' }],
  [LOOPBACK, {}],
  [LOOPBACK, { host: 'localhost:4010', origin: 'http://localhost:3000' }],
  [LOOPBACK, { host: 'localhost:4010', origin: 'https://127.0.0.1' }],
  [LAN, { host: '192.168.1.2:4010' }],
  [LAN, { host: 'mock:4010' }],
  [LAN, { host: `${hostname()}:4010` }],
  [LAN, { host: 'mock:4010', origin: 'http://mock:4010' }],
  [{ host: 'mock.lan', isLoopback: false }, { host: 'mock.lan:4010' }],
])('%j is own to %j', (address, headers) => {
  expect(foreignness(headers, address)).toBeUndefined();
});

test.each([
  [LOOPBACK, { host: 'evil.example' }],
  [LOOPBACK, { host: 'mock:4010' }],
  [LOOPBACK, { host: '192.168.1.2' }],
  [LOOPBACK, { host: 'localhost.evil.example' }],
  [LOOPBACK, { host: 'localhost@evil.example' }],
  [LOOPBACK, { host: '' }],
  [LOOPBACK, { host: 'localhost', origin: 'null' }],
  [LOOPBACK, { host: 'localhost', origin: 'https://evil.example' }],
  [LOOPBACK, { host: 'localhost', origin: 'file:///a' }],
  [LOOPBACK, { host: 'localhost', 'sec-fetch-site': 'cross-site' }],
  [LAN, { host: 'evil.example' }],
  [LAN, { host: 'mock:4010', origin: 'http://other:4010' }],
])('%j is foreign to %j', (address, headers) => {
  expect(foreignness(headers, address)).toEqual(expect.any(String));
});

test('a page from elsewhere registers nothing, changes nothing, reads nothing, and is answered where that is not needed', async () => {
  const receiver = await startReceiver();
  const mock = await start({ stateful: true });
  const { add, list } = api(mock.url);
  await add();
  const origin = 'https://evil.example';
  const from = (method: string, path: string, json?: object, more = {}) =>
    call(mock.url + path, { method, ...(json && { json }), headers: { origin, ...more } });
  const webhook = { partner_id: 'p', webhook_url: receiver.url };
  const changes = [
    await from('POST', '/v1/webhooks', webhook),
    await from('GET', '/v1/webhooks/mock'),
    await from('POST', ENROLLMENTS, enrollment),
    await from('DELETE', ENROLLMENTS, { enrollment_id: 'en_00000001' }),
  ];
  expect(changes.map(({ status, body }) => [status, body.details])).toEqual(
    changes.map(() => [403, 'What the mock remembers is for pages and programs of its own machine']),
  );
  expect(changes[0]?.headers.get('access-control-allow-origin')).toBe('*');
  const plain = await from('POST', ENROLLMENTS, enrollment, { prefer: 'code=200' });
  expect([plain.status, (await from('POST', ENROLLMENTS, {})).status]).toEqual([200, 422]);
  expect(await list()).toHaveLength(1);
  await add();
  expect(receiver.events).toEqual([]);
  expect((await call(mock.url + ENROLLMENTS, { headers: { origin: 'http://localhost:3000' } })).status).toBe(
    200,
  );
});

test('nor under a name of its own that leads to this machine', async () => {
  const { url } = await start({ stateful: true });
  const headers = { host: 'evil.example:4010', api_key: 'a', origin: 'http://evil.example:4010' };
  const status = await new Promise((resolve) => {
    send(url + ENROLLMENTS, { headers }, (response) => resolve(response.resume().statusCode)).end();
  });
  expect(status).toBe(403);
});
