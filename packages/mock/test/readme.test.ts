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
].map(({ at, code }) => {
  const runner = /from '(vitest|@playwright\/test)'/.exec(code)?.[1];
  const name = `${at.replace(/\W/g, '-')}${runner === undefined ? '' : '.suite'}.ts`;
  return { at, code, runner, file: join(directory, name) };
});
const programs = snippets.filter(({ runner }) => runner === undefined);
const suites = snippets.filter(({ runner }) => runner === 'vitest');

beforeAll(() => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  // Playwright is not here; `pnpm e2e` runs what is for it.
  for (const { file, code } of [...programs, ...suites]) writeFileSync(file, code);
  // Not among the tests that are found here.
  writeFileSync(
    join(directory, 'vitest.config.mjs'),
    "export default { test: { include: ['*.suite.ts'] } };",
  );
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }),
  );
});

test('all of them compile', { timeout: 60_000 }, async () => {
  expect(snippets.length).toBeGreaterThan(2);
  expect(await compile(['-p', directory])).toBe('');
});

test.each(programs)('$at prints what it says', { timeout: 20_000 }, ({ file, code }) => {
  const promised = [...code.matchAll(/console\.log\(.*?\);(?: \/\/ (.*))?\n((?:\/\/ .*\n)*)/g)]
    .map(([, beside, below = '']) => (beside ? `${beside}\n` : below.replaceAll(/^\/\/ /gm, '')))
    .join('');
  expect(promised).not.toBe('');
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(promised);
});

test('those for Vitest pass there, in no time', { timeout: 60_000 }, () => {
  expect(suites.length).toBeGreaterThan(1);
  const report = join(directory, 'vitest.json');
  const options = ['--root', directory, '--reporter=json', `--outputFile=${report}`];
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  execFileSync(process.execPath, [vitest, 'run', ...options], { cwd: directory, stdio: 'pipe' });
  const { success, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const tests = testResults.flatMap(
    ({ assertionResults }: { assertionResults: object[] }) => assertionResults,
  ) as { status: string; duration: number; title: string }[];
  expect(success).toBe(true);
  const named = suites.flatMap(({ code }) => [...code.matchAll(/^test\('(.*?)'/gm)].map(([, name]) => name));
  expect(tests.map(({ title }) => title).sort()).toEqual(named.sort());
  expect(tests.filter(({ status, duration }) => status !== 'passed' || duration > 1_000)).toEqual([]);
});
