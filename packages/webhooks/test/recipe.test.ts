// The README's recipe for Node's http, as a server that strangers can reach: nothing they send may end it.
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sampleEvent, sign } from '../src/testing.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { recipe } from './snippets.ts';
import { otherSecret, secret } from './support.ts';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver('recipe');
});
afterAll(async () => {
  expect(await receiver.stop()).toBeUndefined();
});

/** Sends bytes as they are; resolves with all that came back, or 'reset'. */
function send(bytes: string, { hangUp = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(receiver.port, '127.0.0.1', () => {
      if (hangUp) socket.write(bytes, () => setTimeout(() => socket.destroy(), 20));
      else socket.write(bytes);
    });
    socket.setEncoding('utf8').on('data', (text: string) => {
      received += text;
      if (/\r\n\r\n/.test(received)) socket.end();
    });
    socket.on('error', () => resolve(received || 'reset'));
    socket.on('close', () => resolve(received));
  });
}

async function deliver(key: string, event = sampleEvent()): Promise<Response> {
  const body = JSON.stringify(event);
  return fetch(receiver.url, { method: 'POST', headers: await sign(body, key), body });
}

test('is about ten lines', () => {
  const statements = recipe()
    .code.split('\n')
    .filter((line) => line !== '' && !line.startsWith('import'));
  expect(statements.length).toBeLessThanOrEqual(10);
});

test('hands a genuine delivery to onEvent, once', async () => {
  const event = sampleEvent({ event_name: 'prospect_changed_company', data: { name: '東京' } });
  for (const attempt of [1, 2])
    expect([attempt, (await deliver(secret, event)).status]).toEqual([attempt, 200]);
  const changed = sampleEvent({ event_name: 'prospect_changed_role', data: { current_job_title: 'CTO' } });
  expect((await deliver(secret, changed)).status).toBe(200);
  const printed = `prospect_changed_company { name: '東京' }\n${changed.entity_id} CTO\n`;
  await vi.waitFor(() => expect(receiver.output()).toBe(printed), { timeout: 20_000 });
});

test('answers 400 to a forged one', async () => {
  const response = await deliver(otherSecret);
  expect([response.status, await response.text()]).toEqual([400, 'invalid']);
});

describe('lives on after', () => {
  test.each([
    ['another method', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', '405'],
    ['a method that Request refuses', 'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n', '405'],
    ['an address that is not a URL', 'POST //[ HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}', '400'],
    ['a strange host', 'POST / HTTP/1.1\r\nHost: [:::\r\nContent-Length: 2\r\n\r\n{}', '400'],
    [
      'a header beyond ASCII',
      'POST / HTTP/1.1\r\nHost: x\r\nX-Signature: é\r\nContent-Length: 2\r\n\r\n{}',
      '400',
    ],
    [
      'a header twice',
      'POST / HTTP/1.1\r\nHost: x\r\nX-Timestamp: 1\r\nX-Timestamp: 1\r\nContent-Length: 0\r\n\r\n',
      '400',
    ],
    ['a length beyond the limit', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\n{}', '413'],
    [
      'a body that is not HTTP',
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      '400',
    ],
  ])('%s', async (_, bytes, status) => {
    expect(await send(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test('a body that turns out beyond it: the connection is closed', async () => {
    const chunk = `40000\r\n${'x'.repeat(0x40000)}\r\n`;
    const answer = await send(
      `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`,
    );
    expect(answer).toMatch(/^(HTTP\/1.1 413 |reset)/);
  });

  test('a sender that hangs up', async () => {
    await send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half', { hangUp: true });
  });

  // Beside the tests above: each of them would have ended a server that an error can reach.
  test('all of that', async () => {
    expect((await deliver(secret)).status).toBe(200);
  });
});
