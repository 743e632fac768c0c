// Runs what a newcomer runs: `npm start`'s program, and the snippets of the README against a mock.
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startMock } from '@agentsource/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { snippetsOf } from '../../../scripts/src/snippets.ts';

const run = promisify(execFile);
const directory = join(import.meta.dirname, '..');
const readme = readFileSync(join(directory, '../../README.md'), 'utf8');

let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

test('npm start prints the typed enrollment', async () => {
  const { stdout } = await run(process.execPath, ['enroll.ts'], { cwd: directory });
  expect(stdout).toContain("enrollment_id: 'en_8d52c3f1'");
});

test('README.md has the example', () => {
  expect(snippetsOf(readme, 'README.md')).not.toHaveLength(0);
});

test.each(snippetsOf(readme, 'README.md'))('$at compiles and runs', async ({ at, code }) => {
  // In the package's own folder, so that its imports resolve as a user's would.
  const file = join(directory, `${at.replace(/\W/g, '-')}.snippet.ts`);
  writeFileSync(file, code.replaceAll('http://127.0.0.1:4010', mock.url));
  try {
    const tsc = join(directory, '../../node_modules/typescript/bin/tsc');
    await run(process.execPath, [tsc, '-p', '.'], { cwd: directory });
    const { stdout } = await run(process.execPath, [file], { cwd: directory });
    expect(stdout).toBe('en_8d52c3f1\n');
  } finally {
    rmSync(file, { force: true });
  }
});
