// Runs what a newcomer runs: `npm start`'s program.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const directory = join(import.meta.dirname, '..');

test('npm start prints the typed enrollment', async () => {
  const { stdout } = await run(process.execPath, ['enroll.ts'], { cwd: directory });
  expect(stdout).toContain("enrollment_id: 'en_8d52c3f1'");
});
