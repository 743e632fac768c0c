// What others stumble over compiles as used; `pnpm e2e` tries the same on every TypeScript that we promise.
import { join } from 'node:path';
import { compile } from '@agentsource/tooling/compile';
import { expect, test } from 'vitest';
import { writeOddities } from '../testing/oddities.ts';

test('the types of a document of oddities, used', async () => {
  const directory = join(import.meta.dirname, '..', 'reports', 'oddities');
  await writeOddities(directory);
  expect(await compile(['--project', directory])).toBe('');
});
