// Signatures made by openssl, not by us: vectors/signature.sh is the recipe, vectors/vectors.json what it printed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verify } from '../src/index.ts';
import { sign } from '../src/testing.ts';

interface Vector {
  name: string;
  secret: string;
  timestamp: string;
  bodyBase64: string;
  signature: string;
}

const directory = join(import.meta.dirname, 'vectors');
const vectors = JSON.parse(readFileSync(join(directory, 'vectors.json'), 'utf8')) as Vector[];
const hasOpenssl = spawnSync('sh', ['-c', 'openssl version']).status === 0;

describe.each(vectors)('$name', ({ secret, timestamp, bodyBase64, signature }) => {
  const body = Buffer.from(bodyBase64, 'base64');
  const now = () => Number(timestamp) * 1000;

  test('is accepted', async () => {
    await verify(body, { 'X-Timestamp': timestamp, 'X-Signature': signature }, secret, { now });
  });

  test('is not accepted with any one bit of the signature changed', async () => {
    const digest = Buffer.from(signature, 'base64url');
    for (let bit = 0; bit < 256; bit += 1) {
      const changed = Buffer.from(digest);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const headers = { 'X-Timestamp': timestamp, 'X-Signature': `${changed.toString('base64url')}=` };
      await expect(verify(body, headers, secret, { now })).rejects.toMatchObject({ code: 'bad_signature' });
    }
  });

  test('sign() agrees', async () => {
    const canonical = String(Number(timestamp)) === timestamp;
    const signed = await sign(body, secret, { timestamp: Number(timestamp) });
    expect(signed['X-Signature'] === signature).toBe(canonical);
  });

  // Where openssl is, the vectors are made anew, so that the recipe cannot rot.
  test.runIf(hasOpenssl)('openssl still says so', () => {
    const temporary = mkdtempSync(join(tmpdir(), 'vector-'));
    try {
      writeFileSync(join(temporary, 'body'), body);
      const recipe = [join(directory, 'signature.sh'), secret, timestamp, join(temporary, 'body')];
      expect(spawnSync('sh', recipe, { encoding: 'utf8' }).stdout).toBe(signature);
    } finally {
      rmSync(temporary, { recursive: true });
    }
  });
});
