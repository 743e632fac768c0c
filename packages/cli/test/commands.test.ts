// Our other commands: list and end, listen, doctor, completion.
import { execFile } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import { type Mock, startMock } from '@agentsource/mock';
import { sampleEvent, sign } from '@agentsource/webhooks/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../src/index.ts';
import { agentsource, idOf, KEY } from './support.ts';

const of = (enrollment_key: string, id: number) => ({
  ...{ enrollment_key, event_types: ['prospect_changed_role'] as never, prospect_ids: [idOf(id)] },
});
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({
    seed: { enrollments: [of('key_a', 1), of('key_a', 2), of('key_b', 3)] } as never,
  });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

test('enrollments are listed and ended by their key', async () => {
  const at = { url: mock.url };
  expect(JSON.parse((await agentsource(['enrollments', 'list', '--key', 'key_a'], at)).stdout)).toHaveLength(
    2,
  );
  expect((await agentsource(['enrollments', 'end', '--key', 'key_a'], at)).code).toBe(2);
  const { code, stdout } = await agentsource(['enrollments', 'end', '--key', 'key_a', '--yes'], at);
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { ended: 2, failed: 0, unknown: 0 }]);
  expect(JSON.parse((await agentsource(['enrollments', 'list'], at)).stdout)).toHaveLength(1);
  mock.answer('DELETE /v1/prospects/events/enrollments', { status: 401, times: 'always' } as never);
  expect(await agentsource(['enrollments', 'end', '--key', 'key_b', '--yes'], at)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('agentsource doctor says'),
  });
});

test('listen verifies, prints, forwards, and ends on Ctrl-C', async () => {
  const forwarded: unknown[] = [];
  const receiver = createServer(async (request, response) => {
    forwarded.push(JSON.parse(Buffer.concat(await request.toArray()).toString()));
    response.end();
  });
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  const [stdout, stderr, signals] = [new PassThrough(), new PassThrough(), new EventEmitter()];
  const secret = 'c2VjcmV0';
  const to = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const ended = run(['listen', '--port', '0', '--forward-to', to], {
    env: { EXPLORIUM_WEBHOOK_SECRET: secret },
    ...{ stdout, stderr, signals },
  });
  let said = '';
  stderr.on('data', (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said).toContain('Listening');
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? '';
  expect(said).toContain('the public address that leads here is yours to make');
  const event = sampleEvent({ data: { note: '\u001b[2J' } });
  const body = JSON.stringify(event);
  const forged = await fetch(url, { method: 'POST', headers: await sign(body, 'b3RoZXI='), body });
  const genuine = await fetch(url, { method: 'POST', headers: await sign(body, secret), body });
  expect([forged.status, genuine.status]).toEqual([400, 200]);
  expect(JSON.parse(String(stdout.read()))).toEqual(event);
  expect(forwarded).toEqual([event]);
  expect(said).toContain('refused a delivery');
  signals.emit('SIGINT');
  expect(await ended).toBe(130);
  receiver.close();
});

test('listen without a secret says where one is from', async () => {
  const { code, stderr } = await agentsource(['listen']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('set EXPLORIUM_WEBHOOK_SECRET')]);
});

test.each(['!!', 'not base64 at all'])(
  'listen with a secret that is none says so at once: %s',
  async (secret) => {
    const { code, stderr } = await agentsource(['listen'], { env: { EXPLORIUM_WEBHOOK_SECRET: secret } });
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^agentsource: EXPLORIUM_WEBHOOK_SECRET: Webhook secret is not .*\n$/),
    ]);
    expect(stderr).not.toContain(secret);
  },
);

describe('doctor', () => {
  const results = async (setting: object) => {
    const { code, stdout } = await agentsource(['doctor', '--format', 'json'], setting);
    expect(stdout).not.toContain(KEY);
    const found = JSON.parse(stdout) as { check: string; result: string }[];
    return [code, ...found.map(({ check, result }) => `${check} ${result}`)];
  };
  test('finds nothing where all is well', async () => {
    expect(await results({ url: mock.url })).toEqual([0, 'version ok', 'key ok', 'network ok', 'clock ok']);
  });
  test('tells a missing key, one that is refused, and a network that is not there', async () => {
    expect(await results({ env: { EXPLORIUM_API_KEY: '' } })).toEqual([3, 'version ok', 'key problem']);
    mock.answer('GET /v1/prospects/events/enrollments', { status: 401 } as never);
    expect(await results({ url: mock.url })).toEqual([
      3,
      'version ok',
      'key problem',
      'network ok',
      'clock ok',
    ]);
    expect(await results({ url: 'http://127.0.0.1:65535' })).toEqual([
      ...[1, 'version ok', 'key not checked', 'network problem', 'clock not checked'],
    ]);
  });
  test('tells a clock that is wrong', async () => {
    const headers = { Date: new Date(Date.now() + 3_600_000).toUTCString() };
    mock.answer('GET /v1/prospects/events/enrollments', { status: 200, headers } as never);
    expect(await results({ url: mock.url })).toEqual([
      1,
      'version ok',
      'key ok',
      'network ok',
      'clock problem',
    ]);
  });
  test.each([
    [403, 1],
    [429, 4],
    [500, 1],
  ])('ends with a code where the service does not answer well: %d', async (status, code) => {
    mock.answer('GET /v1/prospects/events/enrollments', { status } as never);
    expect((await results({ url: mock.url }))[0]).toBe(code);
  });
  test('says all of it on a narrow terminal', async () => {
    mock.answer('GET /v1/prospects/events/enrollments', { status: 401 } as never);
    const { stdout } = await agentsource(['doctor'], { url: mock.url, isTerminal: true });
    expect(stdout.split(/\s+/).join(' ')).toContain('is not recognised: is it whole, and not revoked?');
  });
});

describe('completion', () => {
  test.each([
    [['enr'], ['enroll', 'enrollments']],
    [
      ['enrollments', ''],
      ['list', 'end'],
    ],
    [['completion', 'z'], ['zsh']],
    [['enroll', '--ra'], ['--rate']],
    [
      ['add-prospects-enrollments', '--event-types', 'prospect_changed_role,prospect_job'],
      ['prospect_changed_role,prospect_job_start_anniversary'],
    ],
    [['enroll', 'fi'], []],
    [
      ['get-webhook', '--format', ''],
      ['table', 'json', 'ndjson', 'csv'],
    ],
  ])('%j', async (words, expected) => {
    const { stdout } = await agentsource(['__complete', '--', ...words]);
    expect(stdout.split('\n').filter(Boolean)).toEqual(expected);
  });
  test('bash takes its script', async () => {
    const { stdout } = await agentsource(['completion', 'bash']);
    const type = `COMP_WORDS=(agentsource enr); COMP_CWORD=1; agentsource() { echo "$1 $3"; }; _agentsource; echo "\${COMPREPLY[@]}"`;
    const { stdout: completed } = await promisify(execFile)('bash', ['-c', `${stdout}\n${type}`]);
    expect(completed).toBe('__complete enr\n');
  });
});
