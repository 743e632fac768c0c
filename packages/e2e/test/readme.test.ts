// The front page's snippets compile and run as they stand, against a mock, and its transcript is what the command says.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { run } from '@agentsource/cli';
import { startMock } from '@agentsource/mock';
import { compile } from '@agentsource/tooling/compile';
import { snippetsOf } from '@agentsource/tooling/snippets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REPOSITORY } from '../src/repository.ts';

const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
const snippets = snippetsOf(readme, 'README.md');
// In the package's own folder, so that its imports resolve as a user's would.
const directory = join(import.meta.dirname, '..', 'reports', 'snippets');

let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  mkdirSync(directory, { recursive: true });
  mock = await startMock({ port: 0 });
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await mock.close();
});

test('README.md has the example', () => {
  expect(snippets).not.toHaveLength(0);
});

test.each(snippets)('$at compiles and runs', async ({ at, code }) => {
  const file = join(directory, `${at.replace(/\W/g, '-')}.ts`);
  writeFileSync(file, code.replaceAll('http://127.0.0.1:4010', mock.url));
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--types', 'node'];
  expect(await compile([...options, file])).toBe('');
  const { stdout } = await promisify(execFile)(process.execPath, [file]);
  expect(stdout).toBe('en_8d52c3f1\n');
});

test('its transcript is what the command says', async () => {
  const [transcript = '', line = ''] = /(?<=```console\n)\$ agentsource (.*)\n[^`]*/.exec(readme) ?? [];
  writeFileSync(join(directory, 'prospects.csv'), prospects(45));
  const terminal = () => Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
  stdin.end('y\n');
  const env = { EXPLORIUM_API_KEY: 'any-key', EXPLORIUM_BASE_URL: mock.url };
  const before = process.cwd();
  process.chdir(directory);
  try {
    await run(line.split(' '), { env, stdin, stdout, stderr, signals: new EventEmitter() });
  } finally {
    process.chdir(before);
  }
  // As a terminal shows it: what was typed, and without what the line was cleared of.
  stdout.end();
  stderr.end();
  const lines = (await text(stderr)).replace('[y/N] ', '[y/N] y\n').split('\n');
  const said = lines.map((one) => one.split('\r\u001b[K').at(-1)).join('\n');
  expect(`$ agentsource ${line}\n${said}${await text(stdout)}`).toBe(transcript);
});

/** With a row that is none, and one that is there already in other letters. */
function prospects(count: number): string {
  const rows = Array.from({ length: count }, (_, index) =>
    createHash('sha1').update(`${index}`).digest('hex'),
  );
  return ['prospect_id', ...rows, 'not-an-id', rows[3]?.toUpperCase()].join('\n');
}
