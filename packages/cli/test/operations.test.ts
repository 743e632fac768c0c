// Every operation of the document is a command: its options, its checks, what it sends and prints, and how it ends.
import { OWN_COMMANDS } from '@agentsource/codegen/command-names';
import { type Mock, startMock } from '@agentsource/mock';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OPERATIONS } from '../src/generated/operations.ts';
import { OWN } from '../src/own-commands.ts';
import { Terminal } from '../src/terminal.ts';
import { agentsource, idOf, KEY } from './support.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const ADD = [
  'add-prospects-enrollments',
  '--enrollment-key',
  'a_key',
  '--event-types',
  'prospect_changed_role',
];
const VALID = [...ADD, '--prospect-ids', `${idOf(1)},${idOf(2)}`];

test('the names of our own commands are those that codegen keeps free', () => {
  const program = new Command();
  const terminal = new Terminal({ ...process, signals: process } as never);
  for (const add of OWN) add(program, terminal, () => {});
  const names = program.commands.map((command) => command.name()).filter((name) => !name.startsWith('_'));
  expect([...names, 'help']).toEqual(OWN_COMMANDS);
});

test.each(OPERATIONS.map(({ name, path }) => [name, path]))('%s has a help', async (name, path) => {
  const { code, stdout, stderr } = await agentsource([name, '--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(path);
  expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test('options become the request that the document declares', async () => {
  const { code, stdout } = await agentsource(VALID, { url: mock.url });
  expect([code, JSON.parse(stdout).enrollment_id]).toEqual([0, 'en_8d52c3f1']);
  expect(mock.requests.map(({ body }) => body)).toEqual([
    { enrollment_key: 'a_key', event_types: ['prospect_changed_role'], prospect_ids: [idOf(1), idOf(2)] },
  ]);
});

test('--body is JSON, of which an option changes a field', async () => {
  const body = { enrollment_key: 'other', event_types: ['prospect_changed_role'], prospect_ids: [idOf(3)] };
  for (const given of ['-', JSON.stringify(body)]) {
    const args = ['add-prospects-enrollments', '--body', given, '--enrollment-key', 'mine'];
    expect((await agentsource(args, { url: mock.url, input: JSON.stringify(body) })).code).toBe(0);
  }
  expect(mock.requests.map(({ body: sent }) => sent)).toEqual(
    Array(2).fill({ ...body, enrollment_key: 'mine' }),
  );
});

test('what violates the document is told by its options and not sent', async () => {
  const { code, stderr } = await agentsource([...ADD.slice(0, 3), '--prospect-ids', 'x'], { url: mock.url });
  expect(code).toBe(2);
  expect(stderr).toContain('--event-types: Field required');
  expect(stderr).toContain('--prospect-ids[0]: String should match');
  expect(mock.requests).toEqual([]);
});

test.each([
  [['enroll', 'f', '--kee', 'x'], "unknown option '--kee'", 'enroll'],
  [['enroll', 'f', '--key', 'a_key'], 'missing: --events <list>', 'enroll'],
  [['enroll', 'f'], 'missing: --key <key>, --events <list>', 'enroll'],
  [['enrollments', 'end'], 'missing: --key <key>', 'enrollments end'],
  [['enrollments', 'end', '--no'], "unknown option '--no'", 'enrollments end'],
  [['add-webhook'], '--partner-id: Field required\n--webhook-url: Field required', 'add-webhook'],
  [['add-webhook', '--x'], "unknown option '--x'", 'add-webhook'],
])('%j says what is wrong and where help is', async (args, message, command) => {
  const { code, stderr } = await agentsource(args, { url: mock.url });
  expect([code, stderr.startsWith(`agentsource: ${message}\n`)]).toEqual([2, true]);
  expect(stderr).toContain(`\nTry agentsource ${command} --help\n`);
});

test('--dry-run is cURL without the key, and a text is one word of the shell', async () => {
  const args = ['get-webhook', '--partner-id', "a'b $(c)", '--dry-run'];
  const { code, stdout } = await agentsource(args, { url: mock.url });
  expect([code, stdout]).toEqual([
    0,
    `curl -X GET '${mock.url}/v1/webhooks/a'\\''b%20%24(c)' \\\n  -H "api_key: $EXPLORIUM_API_KEY"\n`,
  ]);
  expect((await agentsource([...VALID, '--dry-run'])).stdout).not.toContain(KEY);
  expect(mock.requests).toEqual([]);
});

describe('formats', () => {
  const list = (format: string, isTerminal = false) =>
    agentsource(['get-prospects-enrollments', ...(format ? ['--format', format] : [])], {
      url: mock.url,
      isTerminal,
    });
  test('json elsewhere, a table that fits on a terminal', async () => {
    expect(JSON.parse((await list('')).stdout).enrollments).toHaveLength(1);
    const { stdout } = await list('', true);
    expect(stdout).toContain('enrollment_id');
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
  test('csv has a line of names, ndjson a line for each', async () => {
    expect((await list('csv')).stdout).toMatch(
      /^enrollment_id,enrollment_key,event_types,prospect_ids\nen_8d52c3f1,/,
    );
    expect(JSON.parse((await list('ndjson')).stdout).enrollment_id).toBe('en_8d52c3f1');
  });
  test('what a service writes moves no cursor', async () => {
    const body = {
      enrollments: [
        { enrollment_id: '\u001b[2J\u009b\u202e', enrollment_key: 'key1', event_types: [], prospect_ids: [] },
      ],
    };
    for (const format of ['table', 'json', 'csv']) {
      mock.answer('GET /v1/prospects/events/enrollments', { status: 200, body: body as never });
      const { stdout } = await list(format, true);
      expect(stdout).toContain('\\u001b[2J');
      for (const character of '\u001b\u009b\u202e') expect(stdout).not.toContain(character);
    }
  });
});

describe('exit codes', () => {
  test.each([
    ['the service refused', 403, 1],
    ['it did not understand', 400, 1],
    ['the key is not recognised', 401, 3],
    ['the rate limit', 429, 4],
    ['nobody knows', 500, 6],
    ['it answered that it failed', 200, 1, { response_context: { request_status: 'failure', why: 'told' } }],
  ] as const)('%s', async (_, status, code, body?: object) => {
    const answer = { status, times: 'always', ...(body && { body }) };
    mock.answer('POST /v1/prospects/events/enrollments', answer as never);
    const outcome = await agentsource(VALID, { url: mock.url });
    expect([outcome.code, outcome.stdout]).toEqual([code, '']);
    expect(outcome.stderr).toMatch(/^agentsource: POST/);
    if (body) expect(outcome.stderr).toContain(`The service answered: ${JSON.stringify(body)}`);
  });
  test.each([
    ['no key', VALID, { EXPLORIUM_API_KEY: '' }, 3],
    ['a key with a space', VALID, { EXPLORIUM_API_KEY: 'a b' }, 3],
    ['a base URL that is none', VALID, { EXPLORIUM_BASE_URL: 'ftp://x' }, 2],
    ['an unknown command', ['foo'], {}, 2],
    ['an unknown option', ['get-webhook', '--nothing'], {}, 2],
    ['no command', [], {}, 2],
    ['help', ['--help'], {}, 0],
    ['nothing there', VALID, { EXPLORIUM_BASE_URL: 'http://127.0.0.1:65535' }, 1],
  ] as const)(
    '%s',
    async (_, args, env, code) => {
      expect((await agentsource([...args], { env })).code).toBe(code);
    },
    20_000,
  );
  test('a safe call that breaks leaves nothing unknown', async () => {
    mock.answer('GET /v1/prospects/events/enrollments', { status: 500, times: 'always' } as never);
    expect((await agentsource(['get-prospects-enrollments'], { url: mock.url })).code).toBe(1);
  });
});

test.each([['--api-key', 'typed-secret'], ['--api-key=typed-secret'], ['--tokem=typed-secret']])(
  'a key that is typed is said nowhere: %s',
  async (...args) => {
    const { code, stdout, stderr } = await agentsource(['get-prospects-enrollments', ...args]);
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain('typed-secret');
  },
);

test('the key of the environment is said nowhere', async () => {
  const args = ['get-webhook', '--partner-id', 'x', '--log', 'debug'];
  for (const given of [args, [KEY], ['get-webhook', '--partner-id', KEY, '--dry-run']]) {
    const { stdout, stderr } = await agentsource(given, { url: mock.url });
    expect(stdout + stderr).not.toContain(KEY);
  }
});
