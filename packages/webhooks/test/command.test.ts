// `agentsource-webhook`, run as a person runs it, against the README's receiver.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Receiver, startReceiver } from './receiver.ts';
import { otherSecret, secret } from './support.ts';

const command = join(import.meta.dirname, '../bin/agentsource-webhook.js');

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver('command');
});
afterAll(() => receiver.stop());

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

function run(args: string[], EXPLORIUM_WEBHOOK_SECRET?: string): Promise<Outcome> {
  const env = { PATH: process.env.PATH, ...(EXPLORIUM_WEBHOOK_SECRET && { EXPLORIUM_WEBHOOK_SECRET }) };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

test('sends an event that the receiver takes, every field as told', async () => {
  const args = [
    '--url',
    receiver.url,
    '--event',
    'prospect_changed_company',
    '--event-id',
    'e1',
    '--data',
    '{"a":1}',
  ];
  expect(await run(args, secret)).toEqual({
    code: 0,
    stdout: 'prospect_changed_company e1\n200 ok\n',
    stderr: '',
  });
  await vi.waitFor(() => expect(receiver.output()).toContain('prospect_changed_company { a: 1 }\n'), {
    timeout: 20_000,
  });
});

test('says what the receiver said when it refuses', async () => {
  for (const args of [
    ['--secret', otherSecret],
    ['--secret', secret, '--timestamp', '1'],
  ]) {
    const { code, stdout, stderr } = await run(['--url', receiver.url, ...args]);
    expect([code, stdout.split('\n')[1], stderr]).toEqual([1, '400 invalid', '']);
  }
});

test('--help says everything and does nothing', async () => {
  const { code, stdout, stderr } = await run(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  for (const option of ['--url', '--secret', '--event', '--partner-id', '--allow-remote'])
    expect(stdout).toContain(option);
});

describe('another server', () => {
  const bodies: string[] = [];
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      bodies.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(307, { Location: 'http://example.invalid/' }).end('elsewhere');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => server.close());

  test('that redirects is not followed off this machine', async () => {
    const fields = ['tenant-id', 'partner-id', 'entity-id', 'enrollment-key'];
    const args = fields.flatMap((field) => [`--${field}`, `my ${field}`]);
    const { code, stdout } = await run(['--url', url, '--entity-type', 'business', ...args], secret);
    expect([code, stdout.split('\n')[1]]).toEqual([1, '307 elsewhere']);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
      tenant_id: 'my tenant-id',
      partner_id: 'my partner-id',
      entity_id: 'my entity-id',
      enrollment_key: 'my enrollment-key',
      entity_type: 'business',
    });
  });
});

test('says when there is no server', async () => {
  const { code, stdout, stderr } = await run(['--url', 'http://127.0.0.1:65535/'], secret);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^agentsource-webhook: no answer from http:\/\/127\.0\.0\.1:65535: .*ECONNREFUSED/);
});

describe('wrong usage ends with 2, one clear error, and the secret unsaid', () => {
  test.each([
    ['no url', [], /--url must be/],
    ['no http url', ['--url', 'file:///etc/passwd'], /--url must be/],
    ['an unknown option', ['--ulr', 'x'], /Unknown option '--ulr'/],
    [
      'another machine',
      ['--url', 'http://example.com/'],
      /example\.com is not this machine; pass --allow-remote/,
    ],
    ['what looks like this one', ['--url', 'http://127.0.0.1.example.com/'], /is not this machine/],
    ['a broken secret', ['--url', 'http://127.0.0.1/', '--secret', 'b+roken'], /secret is not base64url/],
    ['broken data', ['--url', 'http://127.0.0.1/', '--data', '{'], /--data must be a JSON object/],
    ['data that is a list', ['--url', 'http://127.0.0.1/', '--data', '[]'], /data is not an object/],
    [
      'an unknown entity',
      ['--url', 'http://127.0.0.1/', '--entity-type', 'person'],
      /entity_type is neither/,
    ],
    ['a time in words', ['--url', 'http://127.0.0.1/', '--timestamp', 'now'], /--timestamp must be/],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(args, secret);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/b\+roken|MTIz/);
  });

  test('no secret', async () => {
    const { code, stderr } = await run(['--url', receiver.url]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('set EXPLORIUM_WEBHOOK_SECRET')]);
  });
});
