// agentsource-mock, run as a person runs it.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { startServer } from './stateful/support.ts';
import { call, ENROLLMENTS, enrollment, FIXTURE, start } from './support.ts';

const root = join(import.meta.dirname, '..');
const command = join(root, 'bin/agentsource-mock.js');

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function run(...args: string[]): Promise<{ child: ChildProcess; url: string; line: string }> {
  const child = spawn(process.execPath, [command, '--port', '0', ...args]);
  children.push(child);
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`)));
  const [chunk] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
  ended.catch(() => {});
  const line = chunk.toString();
  return { child, line, url: /http:\/\/\S+/.exec(line)?.[0] ?? '' };
}

function finish(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

test('says in one line what it serves and where', async () => {
  const { line, url } = await run();
  expect(line).toMatch(/^Partner Service \S+ \(\d+ operations?\) mocked on http:\/\/127\.0\.0\.1:\d+\n$/);
  expect((await call(`${url}/nowhere`)).status).toBe(404);
});

test('--spec serves another document', async () => {
  const { url } = await run('--spec', FIXTURE);
  expect((await call(url + ENROLLMENTS, { json: enrollment })).body.enrollment_id).toBe('en_8d52c3f1');
});

test('needs less than twice the processor time that loading Prism needs, to start and stop', async () => {
  const cost = async (args: string[]): Promise<number> => {
    const report = `process.on('exit', () => process.stderr.write(String(process.cpuUsage().user)))`;
    const hook = ['--import', `data:text/javascript,${encodeURIComponent(report)}`];
    const child = spawn(process.execPath, [...hook, ...args], { cwd: root });
    children.push(child);
    child.stdout.once('data', () => child.kill('SIGTERM'));
    const [microseconds] = (await once(child.stderr, 'data')) as [Buffer];
    return Number(microseconds.toString());
  };
  const prism = await cost(['--input-type=module', '--eval', "await import('@stoplight/prism-http');"]);
  expect((await cost([command, '--port', '0'])) / prism).toBeLessThan(2);
});

describe('what it writes', () => {
  const lines = async (
    child: ChildProcess,
    count: number,
    args: () => Promise<unknown>,
  ): Promise<string[]> => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
    });
    await args();
    await expect.poll(() => text.split('\n').length - 1, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
    return text.split('\n').slice(0, -1);
  };

  test('is a line for each request and delivery, in which nothing that was sent can write over others', async () => {
    const receiver = await startServer(
      (request, response) => void request.resume().on('end', () => response.end()),
    );
    const { child, url } = await run(...['--spec', FIXTURE, '--webhook-url', `${receiver.url}?token=hidden`]);
    const written = await lines(child, 3, async () => {
      await call(`${url + ENROLLMENTS}?key=hidden`, { json: enrollment });
      await call(url + ENROLLMENTS, { json: { ...enrollment, '\u001b[2J\u202e\n': 1 } });
    });
    expect(written.map((line) => line.replace(/ \d+ ms/, ' 0 ms')).sort()).toEqual([
      'POST /v1/prospects/events/enrollments 200 0 ms',
      'POST /v1/prospects/events/enrollments 422 0 ms: body.\\u{1b}[2J\\u{202e}\\u{a}: Extra inputs are not permitted',
      `delivered prospect_changed_role to ${receiver.url} 200`,
    ]);
  });

  test('is JSON with --json, from the first line on', async () => {
    const { child, line } = await run('--spec', FIXTURE, '--json');
    const { type, url, document } = JSON.parse(line);
    expect([type, document.operations]).toEqual(['listening', 9]);
    const written = await lines(child, 1, () => call(`${url}/v1/webhooks/a?b=c`));
    expect(written.map((one) => JSON.parse(one))).toEqual([
      {
        type: 'request',
        ...{
          method: 'GET',
          path: '/v1/webhooks/a',
          query: { b: 'c' },
          operation: 'GET /v1/webhooks/{partner_id}',
        },
        ...{ status: 200, milliseconds: expect.any(Number) },
      },
    ]);
  });

  test('is nothing with --quiet but where it listens, and what is not delivered', async () => {
    const { child, url } = await run('--spec', FIXTURE, '--quiet', '--webhook-url', 'http://127.0.0.1:1/');
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
    });
    await call(url + ENROLLMENTS, { json: enrollment });
    await once(child.stderr as NodeJS.ReadableStream, 'data');
    expect(text).toBe('');
  });
});

describe('--config', () => {
  const file = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'agentsource-mock-')), 'mock.yaml');
    writeFileSync(path, text);
    return path;
  };

  test('has all options by their names, and answers to give; flags come first', async () => {
    const seeded = JSON.stringify({ enrollments: [enrollment] });
    const config = file(
      [
        `spec: ${FIXTURE}`,
        'latency: 1',
        'rateLimit: { limit: 3, window: 60000 }',
        `seed: ${seeded}`,
        'answers:',
        `  - { operation: GET ${ENROLLMENTS}, status: 503 }`,
        'quiet: true',
      ].join('\n'),
    );
    const { url } = await run('--config', config, '--rate-limit', '2/60', '--latency', '1-2');
    expect((await call(url + ENROLLMENTS)).status).toBe(503);
    expect((await call(url + ENROLLMENTS)).body.enrollments).toHaveLength(1);
    expect((await call(url + ENROLLMENTS)).status).toBe(429);
  });

  test.each([
    ['prt: 1', /^agentsource-mock: \S+: "prt" means nothing; it may have port, /],
    ['host: 1', /: host must be a string, not 1\n$/],
    ['answers: { }', /: answers must be a list of objects, not \{\}\n$/],
    ['rateLimit: { limit: 0 }', /: rateLimit needs a whole limit of at least 1/],
    ['- 1', /: must be an object of port, /],
    ['a: b: c', /: neither YAML nor JSON: /],
    ['seed: none.yaml', /none\.yaml: can't be read: there is no such file\n$/],
    ['answers: [{ operation: GET /none }]', /: The document has no operation GET \/none; it has /],
  ])('%s is refused', async (text, message) => {
    const { code, stderr } = await finish('--config', file(text), '--port', '0');
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s stops it, also with a request in flight that never ends',
  async (signal) => {
    const { child, url } = await run();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(`POST ${ENROLLMENTS} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`);
    await sleep(50);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  },
);

describe('--webhook-url', () => {
  const body = {
    enrollment_key: 'tech',
    event_types: enrollment.event_types,
    prospect_ids: enrollment.prospect_ids,
  };

  test('says what signs the deliveries, and which of them failed', async () => {
    const { child, line, url } = await run('--spec', FIXTURE, '--webhook-url', 'http://127.0.0.1:1/');
    expect(line).toMatch(/\nDeliveries to http:\/\/127\.0\.0\.1:1\/ are signed with [\w-]{43}=\n$/);
    expect((await call(url + ENROLLMENTS, { json: body })).body.enrollment_id).toBe('en_00000001');
    const [said] = (await once(child.stderr as NodeJS.ReadableStream, 'data')) as [Buffer];
    expect(said.toString()).toMatch(
      /^agentsource-mock: prospect_changed_role not delivered to http:\/\/127\.0\.0\.1:1\/: .+\n$/,
    );
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test("does not repeat a secret of the user's", async () => {
    const { line } = await run(
      ...['--spec', FIXTURE, '--webhook-url', 'http://127.0.0.1:1/', '--webhook-secret', 'c2VjcmV0'],
    );
    expect(line).not.toMatch(/signed|c2VjcmV0/);
  });
});

test('--help says everything and starts nothing', async () => {
  const { code, stdout, stderr } = await finish('--help');
  expect([code, stderr]).toEqual([0, '']);
  for (const word of [
    '--port',
    '--host',
    '--spec',
    '--stateful',
    '--webhook-url',
    '--version',
    'Prefer: code=429',
    '4010',
  ]) {
    expect(stdout).toContain(word);
  }
});

test('--version is the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(await finish('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('what it can not do ends with one clear line and an exit code', () => {
  test.each([
    [2, ['--prot', '1'], /^agentsource-mock: Unknown option '--prot'/],
    [2, ['--port', 'x'], /^agentsource-mock: --port takes a number, not "x"\n/],
    [
      2,
      ['--rate-limit', 'x'],
      /^agentsource-mock: --rate-limit takes requests and seconds, such as 200\/60, not "x"\n/,
    ],
    [
      2,
      ['--latency', '5-'],
      /^agentsource-mock: --latency takes milliseconds, such as 100 or 50-200, not "5-"\n/,
    ],
    [1, ['--config', 'none.yaml'], /^agentsource-mock: none\.yaml: can't be read: there is no such file\n$/],
    [2, ['stray'], /^agentsource-mock: Unexpected argument 'stray'/],
    [1, ['--port', '70000'], /^agentsource-mock: port must be a whole number from 0 to 65535, not 70000\n$/],
    [
      1,
      ['--spec', 'none.yaml'],
      /^agentsource-mock: none\.yaml: can't be read: there is no such file; .*\n$/,
    ],
    [
      1,
      ['--spec', FIXTURE, '--webhook-url', 'x'],
      /^agentsource-mock: webhookUrl must be an http or https URL, not x\n$/,
    ],
    [1, ['--spec', command], /^agentsource-mock: \S+: not an OpenAPI document: .*\n$/],
  ])('%d for %j', async (expected, args, message) => {
    const { code, stdout, stderr } = await finish(...args);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toMatch(message);
  });

  test('1 for a taken port', async () => {
    const { port } = new URL((await start()).url);
    const { code, stdout, stderr } = await finish('--port', port);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^agentsource-mock: Port \d+ on 127\.0\.0\.1 is taken: .*\n$/);
  });
});
