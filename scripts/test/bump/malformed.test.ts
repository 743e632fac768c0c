// Two hundred broken pages: each is a valid document or one clear line, and no change.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnreadableError } from '@agentsource/openapi/errors';
import { FIXTURE_SPEC } from '@agentsource/openapi/testing';
import { mutationsOf } from '@agentsource/openapi/testing/mutations';
import { problemsOf } from '@agentsource/openapi/validate';
import { afterAll, expect, test } from 'vitest';
import { prepare } from '../../src/bump/prepare.ts';
import { acquireSources } from '../acquire-sources.ts';

const page = readFileSync(join(FIXTURE_SPEC, 'pages/add_prospects_enrollments.md'), 'utf8');
const directory = mkdtempSync(join(tmpdir(), 'malformed-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const outcomes = { valid: 0, refused: 0 };

test.each(mutationsOf(page, 200))(
  '$name: a valid document, or one line and exit 2',
  async ({ name, bytes }) => {
    const path = join(directory, `${name.replaceAll(/\W+/g, '-')}.md`);
    writeFileSync(path, bytes);
    try {
      const { document } = await acquireSources([path]);
      const built = await prepare(document, [], path);
      expect(await problemsOf(built.document)).toEqual([]);
      outcomes.valid += 1;
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      expect(error.exitCode).toBe(2);
      expect(error.message).not.toMatch(/\p{Cc}/u);
      expect(error.message.startsWith(`${path}: `)).toBe(true);
      outcomes.refused += 1;
    }
  },
);

test('the damage reaches both outcomes, so that neither is tested by accident alone', () => {
  expect(outcomes.valid).toBeGreaterThan(20);
  expect(outcomes.refused).toBeGreaterThan(60);
});
