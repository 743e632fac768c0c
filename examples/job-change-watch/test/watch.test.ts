// Runs the application as README.md says: the demonstration, and the program itself against a mock that delivers.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient, unwrap } from '@agentsource/client';
import { type Mock, startMock } from '@agentsource/mock';
import { sampleEvent, sign } from '@agentsource/webhooks/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { watch } from '../watch.ts';

const waiting = { timeout: 20_000 };

const run = promisify(execFile);
const directory = join(import.meta.dirname, '..');
const [first, second] = [
  '20ae6cbf564ee683e66685e429844a5ff8ffc30f',
  '4c485f009d59e319dc039cdf3e935b85014e6a33',
];

/** With the data that the document's example of such an event has. */
const changed = (prospect: string, what: 'role' | 'company') =>
  expect.stringMatching(`^${prospect} has a new ${what}: \\{"event_name":"prospect_changed_${what}",.*\\}$`);

let mock: Mock;
let client: ReturnType<typeof createClient>;
beforeAll(async () => {
  mock = await startMock({ stateful: true });
  client = createClient({ apiKey: 'any-key-will-do-here', baseUrl: mock.url });
});
afterAll(() => mock.close());

test('the demonstration prints every change of every prospect once, and ends', async () => {
  const { stdout, stderr } = await run(process.execPath, ['demo.ts'], { cwd: directory });
  const [listening, ...lines] = stdout.trimEnd().split('\n');
  expect(stderr).toBe('');
  expect(listening).toMatch(/^Listening on (\S+), registered as \1$/);
  // The first delivery may be quicker than the answer that it follows.
  expect(lines.filter((line) => !/^Enrolled as \w+$/.test(line))).toEqual([
    changed(first, 'role'),
    changed(first, 'company'),
    changed(second, 'role'),
    changed(second, 'company'),
  ]);
  expect(lines).toHaveLength(5);
});

test('the program prints the changes of its own enrollment, and Ctrl-C ends it', async () => {
  const partner_id = 'program';
  const { program, output, changes } = startProgram(partner_id);
  const announced = [changed(first, 'role'), changed(first, 'company')];
  await vi.waitFor(() => expect(changes()).toEqual(announced), waiting);

  const deliver = await deliverTo(partner_id);
  expect(await deliver({ enrollment_key: 'of another watch' })).toBe(200);
  expect(await deliver({ event_name: 'prospect_job_start_anniversary' })).toBe(200);
  expect(await deliver({ event_name: 'a_name_of_tomorrow' })).toBe(200);
  expect(await deliver({ entity_id: 'forged' }, 'bm90IHRoZSBzZWNyZXQ')).toBe(400);
  expect(await deliver({ entity_id: 'p1', data: { title: 'CTO' } })).toBe(200);
  const refused = expect.stringMatching(
    /^Not accepted: WebhookVerificationError: X-Signature does not match/,
  );
  const printed = [...announced, refused, 'p1 has a new role: {"title":"CTO"}'];
  await vi.waitFor(() => expect(changes()).toEqual(printed), waiting);

  const ended = once(program, 'exit');
  program.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(output()).toMatch(/^Enrolled as \w+$/m);
});

function startProgram(partnerId: string) {
  const env = {
    PATH: process.env.PATH,
    EXPLORIUM_API_KEY: 'any-key-will-do-here',
    EXPLORIUM_BASE_URL: mock.url,
    PARTNER_ID: partnerId,
    PORT: '0',
  };
  const program = spawn(process.execPath, ['main.ts', String(first)], { cwd: directory, env });
  let output = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return {
    program,
    output: () => output,
    /** The lines that it prints about prospects. */
    changes: () =>
      output
        .trimEnd()
        .split('\n')
        .filter((line) => !/^(Listening on|Enrolled as)/.test(line)),
  };
}

/** Sends an event to the webhook that a partner has registered; gives the status of the answer. */
async function deliverTo(partner_id: string) {
  const { webhook_url, webhook_secret } = await unwrap(
    client.GET('/v1/webhooks/{partner_id}', { params: { path: { partner_id } } }),
  );
  return async (fields: Parameters<typeof sampleEvent>[0], secret = webhook_secret) => {
    const body = JSON.stringify(sampleEvent({ enrollment_key: 'job_change_watch', ...fields }));
    return (await fetch(webhook_url, { method: 'POST', headers: await sign(body, secret), body })).status;
  };
}

test('without what it needs it says so', async () => {
  const env = { PATH: process.env.PATH, PARTNER_ID: 'p' };
  const failed = await run(process.execPath, ['main.ts', String(first)], { cwd: directory, env }).catch(
    (error: { code: number; stderr: string }) => error,
  );
  expect(failed).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Usage: EXPLORIUM_API_KEY=/) });
});

test('an enrollment that is refused leaves nothing listening', async () => {
  const servers = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
  const before = servers();
  const options = { client, partnerId: 'p', enrollmentKey: 'watch', prospectIds: ['not an id'], port: 0 };
  await expect(watch({ ...options, print: () => {} })).rejects.toThrow(/prospect_ids/);
  await vi.waitFor(() => expect(servers()).toBe(before));
});
