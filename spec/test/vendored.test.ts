// The vendored files are the bytes that source.json names.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Sources {
  document: { file: string; sha256: string };
  vendored: { file: string; sha256: string }[];
}

const directory = join(import.meta.dirname, '..');
const sources = JSON.parse(readFileSync(join(directory, 'source.json'), 'utf8')) as Sources;

describe('every vendored file is the bytes that source.json names', () => {
  test.each([sources.document, ...sources.vendored])('$file', ({ file, sha256 }) => {
    expect(
      createHash('sha256')
        .update(readFileSync(join(directory, file)))
        .digest('hex'),
    ).toBe(sha256);
  });
});
