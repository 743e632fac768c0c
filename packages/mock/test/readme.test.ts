// Every snippet that a reader can copy compiles, runs as a program of its own, and prints what its comments say.
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@agentsource/tooling/compile';
import { snippetsOf, snippetsOfSource } from '@agentsource/tooling/snippets';
import { beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const directory = join(root, 'reports', 'snippets');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const snippets = [
  ...snippetsOf(read('README.md'), 'README.md'),
  ...globSync('src/**/*.ts', { cwd: root })
    .sort()
    .flatMap((file) => snippetsOfSource(read(file), file)),
].map(({ at, code }) => ({ at, code, file: join(directory, `${at.replace(/\W/g, '-')}.ts`) }));

beforeAll(() => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const { file, code } of snippets) writeFileSync(file, code);
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }),
  );
});

test('all of them compile', { timeout: 60_000 }, async () => {
  expect(snippets.length).toBeGreaterThan(2);
  expect(await compile(['-p', directory])).toBe('');
});

test.each(snippets)('$at prints what it says', { timeout: 20_000 }, ({ file, code }) => {
  const promised = [...code.matchAll(/console\.log\(.*?\);(?: \/\/ (.*))?\n((?:\/\/ .*\n)*)/g)]
    .map(([, beside, below = '']) => (beside ? `${beside}\n` : below.replaceAll(/^\/\/ /gm, '')))
    .join('');
  expect(promised).not.toBe('');
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(promised);
});
