// Many mocks in one process: each stops at once, and none leaves anything behind.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { MockError, startMock } from '../src/index.ts';
import { call, document, ENROLLMENTS, enrollment, FIXTURE, start } from './support.ts';

test('close() drops a request in flight that never ends, and frees the port', async () => {
  const mock = await startMock({ spec: FIXTURE });
  const port = Number(new URL(mock.url).port);
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`POST ${ENROLLMENTS} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`);
  await sleep(50);
  socket.on('error', () => {});
  await Promise.all([mock.close(), once(socket, 'close')]);
  await start({ port });
});

test('two mocks of different documents do not mix', async () => {
  const [own, things] = await Promise.all([start(), start({ spec: document })]);
  expect((await call(own.url + ENROLLMENTS, { json: enrollment })).status).toBe(200);
  expect((await call(things.url + ENROLLMENTS, { json: enrollment })).status).toBe(404);
});

test('a taken port is one clear line', async () => {
  const port = Number(new URL((await start()).url).port);
  await expect(startMock({ port })).rejects.toThrow(MockError);
  await expect(startMock({ port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken: stop what listens there, or`,
  );
});

test.each([-1, 65536, 1.5, Number.NaN])('%d is not a port', async (port) => {
  await expect(startMock({ port })).rejects.toThrow(
    `port must be a whole number from 0 to 65535, not ${port}`,
  );
});

test('an address of another machine is one clear line', async () => {
  await expect(startMock({ host: '192.0.2.1' })).rejects.toThrow(
    '192.0.2.1 is not an address of this machine',
  );
});

test('IPv6 has brackets in its URL', async () => {
  const { url } = await start({ host: '::1' });
  expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await call(url + ENROLLMENTS, { json: enrollment })).status).toBe(200);
});

test('a hundred mocks leave no server, and no more memory than one', async () => {
  const cycle = async () => {
    const mock = await startMock({ spec: FIXTURE });
    await call(mock.url + ENROLLMENTS, { json: enrollment });
    await mock.close();
  };
  const heap = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const servers = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
  expect(globalThis.gc).toBeDefined();
  for (let i = 0; i < 10; i++) await cycle();
  await sleep(10);
  const others = servers();
  const before = heap();
  for (let i = 0; i < 100; i++) await cycle();
  expect((heap() - before) / 1e6).toBeLessThan(3);
  await sleep(10);
  expect(servers()).toBe(others);
}, 30_000);
