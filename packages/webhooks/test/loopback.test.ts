// Which URLs stay on this machine, in every spelling that a URL has for it.
import { expect, test } from 'vitest';
import { isLoopback } from '../src/loopback.ts';

test.each([
  ['http://localhost:3000/', true],
  ['https://LOCALHOST/', true],
  ['http://127.0.0.1/', true],
  ['http://127.255.0.9:1/', true],
  ['http://127.1/', true],
  ['http://0x7f000001/', true],
  ['http://[::1]:3000/', true],
  ['http://127.0.0.1.example.com/', false],
  ['http://localhost.example.com/', false],
  ['http://localhost@example.com/', false],
  ['http://127.example.com/', false],
  ['http://192.0.2.1/', false],
  ['http://0.0.0.0/', false],
  ['http://[::ffff:127.0.0.1]/', false],
  ['file:///etc/hostname', false],
])('%s: %s', (url, expected) => {
  expect(isLoopback(new URL(url))).toBe(expected);
});
