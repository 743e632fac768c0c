// The front page's snippets compile and run as they stand, against a mock.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startMock } from '@agentsource/mock';
import { compile } from '@agentsource/tooling/compile';
import { snippetsOf } from '@agentsource/tooling/snippets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REPOSITORY } from '../src/repository.ts';

const snippets = snippetsOf(readFileSync(join(REPOSITORY, 'README.md'), 'utf8'), 'README.md');
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
