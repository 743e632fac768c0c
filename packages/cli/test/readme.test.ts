// The README: its snippets compile and run, its commands and options are there, and its exit codes are the command's.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compile } from '@agentsource/tooling/compile';
import { snippetsOf, snippetsOfSource } from '@agentsource/tooling/snippets';
import { expect, test } from 'vitest';
import { EXIT } from '../src/exit-codes.ts';
import { agentsource } from './support.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const source = readFileSync(join(root, 'src', 'run.ts'), 'utf8');
const snippets = [...snippetsOf(readme, 'README.md'), ...snippetsOfSource(source, 'run.ts')];

test('its snippets compile, and run', async () => {
  const directory = join(root, 'reports', 'snippets');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  snippets.forEach(({ code }, index) => void writeFileSync(join(directory, `${index}.ts`), code));
  const config = { extends: '../../tsconfig.json', include: ['*.ts'] };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(config));
  expect(await compile(['-p', directory])).toBe('');
  const { stdout } = await promisify(execFile)(process.execPath, [join(directory, '0.ts')]);
  expect(stdout).toMatch(/^Usage: agentsource add-prospects-enrollments[\s\S]*\n0\n$/);
});

const commands = [
  ...readme.replaceAll('\\\n', '').matchAll(/\bagentsource ([a-z][a-z-]*)(( --[a-z-]+)| [^`\n-][^`\n ]*)*/g),
];

test('what it types is there', async () => {
  expect(commands.length).toBeGreaterThan(8);
  for (const [line, name = ''] of commands) {
    const isNested = /^agentsource enrollments (list|end)/.exec(line)?.[1];
    const { code, stdout } =
      name === 'mock'
        ? { code: 0, stdout: line }
        : await agentsource([name, ...(isNested ? [isNested] : []), '--help']);
    expect([line, code]).toEqual([line, 0]);
    for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(stdout).toContain(option);
  }
});

test('its exit codes are those of the command', () => {
  const listed = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(listed).toEqual(Object.values(EXIT));
});
