// Runs the application as README.md says: the demonstration, and the program against a mock with deliveries from the command.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@agentsource/client';
import { startMock } from '@agentsource/mock';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { watch } from '../watch.ts';

const run = promisify(execFile);
const directory = join(import.meta.dirname, '..');
const command = join(directory, 'node_modules/@agentsource/webhooks/bin/agentsource-webhook.js');
const prospect = '20ae6cbf564ee683e66685e429844a5ff8ffc30f';
const secret = 'YSBzZWNyZXQgZm9yIHRlc3Rz';

// Programs start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const waiting = { timeout: 20_000 };

let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

test('the demonstration prints each change once, refuses what is forged, and ends', async () => {
  const { stdout, stderr } = await run(process.execPath, ['demo.ts'], { cwd: directory });
  expect(stderr).toBe('');
  expect(stdout.split('\n').slice(1)).toEqual([
    `${prospect} has a new role: {"sample":"role"}`,
    '  (delivered prospect_changed_role, answered 200)',
    '  (delivered prospect_changed_role, answered 200)',
    expect.stringMatching(/^Not accepted: WebhookVerificationError: X-Signature does not match/),
    '  (delivered prospect_changed_role, answered 400)',
    '4c485f009d59e319dc039cdf3e935b85014e6a33 has a new company: {"sample":"company"}',
    '  (delivered prospect_changed_company, answered 200)',
    '',
  ]);
});

test('the program prints the changes of its own enrollment until Ctrl-C', async () => {
  const env = {
    PATH: process.env.PATH,
    EXPLORIUM_API_KEY: 'any-key-will-do-here',
    EXPLORIUM_BASE_URL: mock.url,
    EXPLORIUM_WEBHOOK_SECRET: secret,
    PORT: '0',
  };
  const program = spawn(process.execPath, ['main.ts', prospect], { cwd: directory, env });
  let output = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const url = await vi.waitUntil(() => /listening on (\S+)/.exec(output)?.[1], waiting);
  const deliver = (...args: string[]) => run(process.execPath, [command, '--url', url, ...args], { env });

  await deliver('--enrollment-key', 'of another watch');
  await deliver('--enrollment-key', 'job_change_watch', '--event', 'prospect_job_start_anniversary');
  await deliver('--enrollment-key', 'job_change_watch', '--event', 'a_name_of_tomorrow');
  await deliver('--enrollment-key', 'job_change_watch', '--entity-id', 'p1', '--data', '{"title":"CTO"}');
  await vi.waitFor(() => expect(output.split('\n')).toContain('p1 has a new role: {"title":"CTO"}'), waiting);
  expect(output.split('\n')).toHaveLength(3);

  const ended = once(program, 'exit');
  program.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
});

test('without what it needs it says so', async () => {
  const failed = await run(process.execPath, ['main.ts'], {
    cwd: directory,
    env: { PATH: process.env.PATH },
  }).catch((error: { code: number; stderr: string }) => error);
  expect(failed).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Usage: EXPLORIUM_API_KEY=/) });
});

test('an enrollment that is refused leaves nothing listening', async () => {
  const client = createClient({ apiKey: 'any-key-will-do-here', baseUrl: mock.url });
  const options = {
    client,
    secret,
    enrollmentKey: 'watch',
    prospectIds: ['not an id'],
    port: 0,
    print: () => {},
  };
  const before = process.getActiveResourcesInfo().filter((resource) => resource === 'TCPServerWrap').length;
  await expect(watch(options)).rejects.toThrow(/prospect_ids/);
  await vi.waitFor(() => {
    expect(process.getActiveResourcesInfo().filter((resource) => resource === 'TCPServerWrap').length).toBe(
      before,
    );
  });
});
