// Each reason to refuse a delivery, each form a delivery may come in, and what must never be told.
import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { verify, WebhookVerificationError } from '../src/index.ts';
import { atNow, errorOf, event, now, otherSecret, secret, signatureOf, signedHeaders } from './support.ts';

const body = JSON.stringify(event);

async function codeOf(promise: Promise<void>): Promise<string> {
  const error = await errorOf(promise);
  expect(error).toBeInstanceOf(WebhookVerificationError);
  return (error as WebhookVerificationError).code;
}

describe('refuses', () => {
  test.each([
    ['no header at all', {}],
    ['no timestamp', { 'x-signature': signatureOf(body) }],
    ['no signature', { 'x-timestamp': String(now) }],
    ['an empty signature', { 'x-timestamp': String(now), 'x-signature': '' }],
    ['an undefined one', { 'x-timestamp': String(now), 'x-signature': undefined }],
  ])('%s: missing_header', async (_, headers) => {
    expect(await codeOf(verify(body, headers, secret, atNow))).toBe('missing_header');
  });

  test.each([
    'soon',
    '1e9',
    '-1',
    '+1767225600',
    ' 1767225600',
    '1767225600.5',
    '0x6955',
    '1'.repeat(16),
    'NaN',
    '１',
  ])('the timestamp %j, even signed: bad_timestamp', async (timestamp) => {
    expect(await codeOf(verify(body, signedHeaders(body, timestamp), secret, atNow))).toBe('bad_timestamp');
  });

  const signature = signatureOf(body);
  test.each([
    ['of another body', signatureOf(`${body} `)],
    ['of another timestamp', signatureOf(body, now + 1)],
    ['by another secret', signatureOf(body, now, otherSecret)],
    ['without its padding', signature.slice(0, -1)],
    ['with more padding', `${signature}=`],
    ['in hexadecimal', Buffer.from(signature, 'base64url').toString('hex')],
    ['cut off', signature.slice(0, 40)],
    ['in another case', signature.toLowerCase()],
    ['with white space', `${signature.slice(0, 43)} `],
    ['twice', `${signature}, ${signature}`],
    ['that is not base64url at all', '!'.repeat(44)],
  ])('a signature %s: bad_signature', async (_, value) => {
    const headers = { 'x-timestamp': String(now), 'x-signature': value };
    expect(await codeOf(verify(body, headers, secret, atNow))).toBe('bad_signature');
  });

  test('a signature in another spelling of the same bytes: bad_signature', async () => {
    // The last digit carries two bits that decoders commonly ignore.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const respelled = `${signature.slice(0, 42)}${alphabet[alphabet.indexOf(signature[42] ?? '') + 1]}=`;
    expect(Buffer.from(respelled, 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
    const headers = { 'x-timestamp': String(now), 'x-signature': respelled };
    expect(await codeOf(verify(body, headers, secret, atNow))).toBe('bad_signature');
  });

  test('a signature in the other base64 alphabet: bad_signature', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`);
    const text = texts.find((text) => /[-_]/.test(signatureOf(text))) ?? '';
    const headers = {
      'x-timestamp': String(now),
      'x-signature': signatureOf(text).replaceAll('-', '+').replaceAll('_', '/'),
    };
    expect(await codeOf(verify(text, headers, secret, atNow))).toBe('bad_signature');
  });

  test.each([
    ['too_old', now - 301],
    ['too_new', now + 301],
    ['too_old', 0],
    ['too_new', 999_999_999_999_999],
  ])('%s', async (code, timestamp) => {
    expect(await codeOf(verify(body, signedHeaders(body, timestamp), secret, atNow))).toBe(code);
  });

  test('what is too old and forged as forged, so that too_old tells of genuine deliveries', async () => {
    const headers = signedHeaders(body, now - 301, otherSecret);
    expect(await codeOf(verify(body, headers, secret, atNow))).toBe('bad_signature');
  });

  test.each([
    ['empty', ''],
    ['nothing but padding', '=='],
    ['not base64url', 'whsec_+/'],
    ['with a line break', `${secret}\n`],
    ['of an impossible length', 'c2VjcmV0c'],
    ['wrongly padded', 'c2U=='],
    ['with leftover bits', 'c2Vjcl'],
    ['a list of none', []],
    ['a list with one broken', [secret, 'not base64url']],
    ['undefined, as an unset variable is', undefined as unknown as string],
    ['of another type', 7 as unknown as string],
  ])('a secret %s: malformed_secret', async (_, broken) => {
    expect(await codeOf(verify(body, signedHeaders(body), broken, atNow))).toBe('malformed_secret');
  });
});

describe('accepts', () => {
  const bytes = new TextEncoder().encode(body);
  const inTheMiddle = new Uint8Array([1, 2, ...bytes, 3]).subarray(2, -1);
  test.each([
    ['a string', body],
    ['bytes', bytes],
    ['a Buffer', Buffer.from(body)],
    ['a view into a larger buffer', inTheMiddle],
    ['an ArrayBuffer', bytes.buffer],
  ])('%s', async (_, form) => {
    await verify(form, signedHeaders(body), secret, atNow);
  });

  const [timestamp, signature] = [String(now), signatureOf(body)];
  test.each([
    ['Headers', new Headers({ 'X-Timestamp': timestamp, 'X-Signature': signature })],
    ['an object as documented', { 'X-Timestamp': timestamp, 'X-Signature': signature }],
    ['capitals', { 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': signature }],
    ["Node's", { host: 'localhost', 'set-cookie': ['a', 'b'], ...signedHeaders(body) }],
    ['a list of one', { 'x-timestamp': [timestamp], 'x-signature': [signature] }],
    ['a header named get', { get: 'x', ...signedHeaders(body) }],
  ])('headers: %s', async (_, headers) => {
    await verify(body, headers, secret, atNow);
  });

  test.each([now - 300, now + 300])('a timestamp at the edge: %i', async (edge) => {
    await verify(body, signedHeaders(body, edge), secret, atNow);
  });

  test('the tolerance it was given, to the second', async () => {
    const options = { ...atNow, toleranceSeconds: 10 };
    await verify(body, signedHeaders(body, now - 10), secret, options);
    expect(await codeOf(verify(body, signedHeaders(body, now - 11), secret, options))).toBe('too_old');
  });

  test('either secret during a rotation, and neither of them alone after it', async () => {
    const [before, after] = [signedHeaders(body, now, otherSecret), signedHeaders(body)];
    await verify(body, before, [secret, otherSecret], atNow);
    await verify(body, after, [secret, otherSecret], atNow);
    expect(await codeOf(verify(body, before, [secret], atNow))).toBe('bad_signature');
  });

  test('a secret without its padding', async () => {
    await verify(body, signedHeaders(body), secret.replace('=', ''), atNow);
  });

  test('a secret again without importing its key again, as long as it is among the last 100', async () => {
    const imported = vi.spyOn(crypto.subtle, 'importKey');
    const used = async (index: number): Promise<number> => {
      imported.mockClear();
      const key = Buffer.from(`secret ${index}`).toString('base64url');
      await verify(body, signedHeaders(body, now, key), key, atNow);
      return imported.mock.calls.length;
    };
    try {
      for (let index = 0; index < 100; index += 1) expect(await used(index)).toBe(1);
      expect(await used(0)).toBe(0);
      expect(await used(100)).toBe(1);
      expect([await used(0), await used(100), await used(1)]).toEqual([0, 0, 1]);
    } finally {
      imported.mockRestore();
    }
  });

  test('the machine’s own clock', async () => {
    const seconds = Math.floor(Date.now() / 1000);
    await verify(body, signedHeaders(body, seconds), secret);
    expect(await codeOf(verify(body, signedHeaders(body, seconds - 400), secret))).toBe('too_old');
  });
});

describe('a mistake of the caller', () => {
  test('a body that was parsed already is named', async () => {
    const parsed = event as unknown as string;
    await expect(verify(parsed, signedHeaders(body), secret, atNow)).rejects.toThrow(/The body must be raw/);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, '300s' as unknown as number])(
    'a tolerance of %s',
    async (toleranceSeconds) => {
      const old = verify(body, signedHeaders(body, 0), secret, { ...atNow, toleranceSeconds });
      await expect(old).rejects.toThrow(RangeError);
    },
  );

  test('a clock that gives no number accepts nothing', async () => {
    const broken = { now: () => Number.NaN };
    expect(await codeOf(verify(body, signedHeaders(body), secret, broken))).toMatch(/^too_/);
  });
});

test('no error shows a secret or a signature', async () => {
  const broken = 'c2VjcmV0IHRoYXQgaXM gYnJva2Vu';
  const errors = [
    await errorOf(verify(body, signedHeaders(body), broken, atNow)),
    await errorOf(verify(body, signedHeaders(body), [secret, broken], atNow)),
    await errorOf(verify(`${body} `, signedHeaders(body), secret, atNow)),
    await errorOf(verify(body, signedHeaders(body, now - 1000), secret, atNow)),
  ];
  for (const error of errors) {
    const shown = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)} ${String(error)}`;
    for (const hidden of [secret, broken, 'IHRoYXQ', signatureOf(body), signatureOf(body, now - 1000)]) {
      expect(shown).not.toContain(hidden);
    }
  }
});
