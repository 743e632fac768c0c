// Every snippet of the JSDoc compiles and runs. Those of the README need a Redis and its clients: `pnpm e2e` runs them.
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compile } from '@agentsource/tooling/compile';
import { snippetsOf, snippetsOfSource } from '@agentsource/tooling/snippets';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const directory = join(root, 'reports', 'snippets');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const snippets = [
  ...snippetsOf(read('README.md'), 'README.md'),
  ...globSync('src/*.ts', { cwd: root }).flatMap((file) => snippetsOfSource(read(file), file)),
];

test('there are some', () => {
  expect(snippets.length).toBeGreaterThan(1);
});

test('all of them compile and run', async () => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const { at, code } of snippets) writeFileSync(join(directory, `${at.replace(/\W/g, '-')}.ts`), code);
  const config = { extends: '../../tsconfig.json', include: ['*.ts'] };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(config));
  expect(await compile(['-p', directory])).toBe('');
  for (const file of globSync('*.ts', { cwd: directory })) {
    await promisify(execFile)(process.execPath, [join(directory, file)]);
  }
});
