// The command as a process, whose output nobody reads to its end or that can't be written: no stack trace, and what it is to do is done.
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mock, startMock } from '@agentsource/mock';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { directory, EVENTS, idOf, KEY } from './support.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ stateful: true });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const RUN = `
  import { run } from ${JSON.stringify(join(import.meta.dirname, '..', 'src', 'index.ts'))};
  process.exitCode = await run(process.argv.slice(2));`;

/** A line of Bash, in which `agentsource` is the command. */
async function bash(line: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const cwd = directory();
  writeFileSync(join(cwd, 'run.mjs'), RUN);
  writeFileSync(join(cwd, 'p.csv'), `${idOf(1)}\njunk\n`);
  writeFileSync(join(cwd, 'q.csv'), `${idOf(1)}\n`);
  const script = `set -o pipefail; agentsource() { "${process.execPath}" run.mjs "$@"; }; ${line}`;
  const env = { ...process.env, EXPLORIUM_API_KEY: KEY, EXPLORIUM_BASE_URL: mock.url };
  return new Promise((resolve) => {
    execFile('bash', ['-c', script], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const ENROLL = `--key a_key ${EVENTS.join(' ')} --yes`;
const FULL = "agentsource: standard output can't be written: no space is left\n";

test('a reader that goes away ends nothing', async () => {
  const [help, enroll] = await Promise.all([
    bash('agentsource --help | head -1'),
    bash(`agentsource enroll p.csv ${ENROLL} | true`),
  ]);
  expect(help).toEqual({ code: 0, stdout: 'Usage: agentsource [options] [command]\n', stderr: '' });
  expect([enroll.code, enroll.stderr]).toEqual([5, 'p.csv:2: 4 characters, must be 40 ("junk")\n']);
  expect(mock.requests).toHaveLength(1);
});

test.runIf(existsSync('/dev/full'))('what is full is told in a line, and hides no other end', async () => {
  const [help, enroll, errors] = await Promise.all([
    bash('agentsource --help > /dev/full'),
    bash(`agentsource enroll p.csv ${ENROLL} > /dev/full`),
    bash(`agentsource enroll q.csv ${ENROLL} --log info 2> /dev/full`),
  ]);
  expect(help).toEqual({ code: 1, stdout: '', stderr: FULL });
  expect([enroll.code, enroll.stderr]).toEqual([5, expect.stringContaining(FULL)]);
  expect([errors.code, JSON.parse(errors.stdout).enrolled]).toEqual([1, 1]);
});
