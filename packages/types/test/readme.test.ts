// The README's snippets compile as they stand; the package imports itself by its name, as a user would.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@agentsource/tooling/compile';
import { snippetsOf } from '@agentsource/tooling/snippets';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const directory = join(root, 'reports', 'snippets');
const snippets = snippetsOf(readFileSync(join(root, 'README.md'), 'utf8'), 'README.md');

beforeAll(() => mkdirSync(directory, { recursive: true }));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('there are snippets to compile', () => expect(snippets).not.toHaveLength(0));

test.each(snippets)('$at compiles', async ({ at, code }) => {
  const file = join(directory, `${at.replace(/\W/g, '-')}.ts`);
  writeFileSync(file, code);
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--types', ''];
  expect(await compile([...options, file])).toBe('');
});
