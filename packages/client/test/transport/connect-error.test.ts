// How runtimes say that a connection could not be opened, and how they say other things.
import { expect, test } from 'vitest';
import { isConnectError } from '../../src/transport/connect-error.ts';

const failed = (message: string, cause?: unknown): TypeError => new TypeError(message, { cause });
const system = (code: string, syscall?: string): Error => Object.assign(new Error(code), { code, syscall });

test.each<[string, unknown]>([
  ['Node: nothing listens', failed('fetch failed', system('ECONNREFUSED', 'connect'))],
  ['Node: no such host', failed('fetch failed', system('ENOTFOUND', 'getaddrinfo'))],
  ['Node: unreachable', failed('fetch failed', system('EHOSTUNREACH', 'connect'))],
  ['Node: connecting took too long', failed('fetch failed', system('UND_ERR_CONNECT_TIMEOUT'))],
  [
    'Node: none of the addresses',
    failed('fetch failed', new AggregateError([system('ECONNREFUSED', 'connect'), system('ECONNREFUSED')])),
  ],
  ['Bun: nothing listens', system('ConnectionRefused')],
  ['Bun: no such host', system('FailedToOpenSocket')],
  ['Deno', failed('error sending request for url (http://x/): client error (Connect): tcp connect error')],
])('%s', (_, error) => {
  expect(isConnectError(error)).toBe(true);
});

test.each<[string, unknown]>([
  ['Node: reset', failed('fetch failed', system('ECONNRESET', 'read'))],
  ['Node: closed', failed('fetch failed', system('UND_ERR_SOCKET'))],
  ['Node: not HTTP', failed('fetch failed', system('HPE_INVALID_CONSTANT'))],
  ['Node: cut off', failed('terminated', system('UND_ERR_SOCKET'))],
  ['Chromium: anything', failed('Failed to fetch')],
  ['Firefox: anything', failed('NetworkError when attempting to fetch resource.')],
  ['a message that only mentions it', failed('could not connect')],
  ['a number as code', { code: 19 }],
  ['a text', 'ECONNREFUSED'],
  ['nothing', undefined],
  ['null', null],
])('not %s', (_, error) => {
  expect(isConnectError(error)).toBe(false);
});

test('ends where causes go round', () => {
  const error = new Error('round');
  error.cause = error;
  expect(isConnectError(error)).toBe(false);
});
