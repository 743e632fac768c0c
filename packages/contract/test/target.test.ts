// Which servers the suite is willing to talk to.
import { expect, test } from 'vitest';
import { DOCUMENT, readSubject } from '../src/subject.ts';
import { checkedUrl, openTarget } from '../src/target.ts';

test.each(['http://127.0.0.1:4010', 'http://localhost:4010/', 'http://[::1]:4010', 'http://127.8.9.1:1'])(
  '%s is this machine',
  (url) => {
    expect(checkedUrl(url)).toBe(url.replace(/\/$/, ''));
  },
);

test.each([
  'https://api.explorium.ai',
  'http://api.explorium.ai',
  'http://127.0.0.1.example.com',
  'http://localhost@example.com',
  'http://0.0.0.0:4010',
  'https://127.0.0.1:4010',
  'file:///etc/passwd',
  '127.0.0.1:4010',
  '',
])('%s is refused', (url) => {
  expect(() => checkedUrl(url)).toThrow('CONTRACT_BASE_URL');
  expect(() => checkedUrl(url)).toThrow('would really enroll');
});

test('a mock of another document is not asked', async () => {
  const subject = { ...readSubject(DOCUMENT), sha256: 'of another document' };
  await expect(openTarget(subject, undefined)).rejects.toThrow('was built from another document');
});
