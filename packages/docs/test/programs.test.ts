// The command and the cURL call of an operation, as a shell reads them: whatever the document says stays a word.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '@agentsource/cli';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { everyPlace } from '@agentsource/openapi/testing/hostile';
import { expect, test } from 'vitest';
import { commandOf } from '../src/reference/command-line.ts';
import { curlOf } from '../src/reference/curl.ts';
import { type Operation, operations } from '../src/reference/operations.ts';
import { inputOf } from './support/site-of.ts';

const SERVICE = { baseUrl: 'https://things.example', keyHeader: 'api_key', variable: 'THINGS_KEY' };

function operationOf(change: (operation: Record<string, never>) => void): Operation {
  const document = structuredClone(everyPlace()) as { paths: Record<string, Record<string, never>> };
  for (const item of Object.values(document.paths)) change(item.post as never);
  const [operation] = operations(JSON.parse(inputOf(document).document) as OpenApiDocument, 'THINGS_KEY');
  return operation as Operation;
}

/** The words that each command is given, by one shell for all of them; `-`, standard input, is what it reads there. */
function wordsOf(programs: readonly (string | undefined)[]): string[][] {
  const word = 'if [ "$word" = - ]; then word=$(cat); fi; printf \'%s\\0\' "$word"';
  const curl = `curl() { for word; do ${word}; done; }; agentsource() { curl "$@"; }`;
  const script = [curl, ...programs.map((program) => `${program}\nprintf '\\1'`)].join('\n');
  const env = { PATH: process.env.PATH, THINGS_KEY: 'the key' };
  const output = execFileSync('sh', ['-c', script], { encoding: 'utf8', env });
  return output.split('\x01').map((words) => words.split('\0').slice(0, -1));
}

const TRICKS = [
  "'; touch INTRUDER; '",
  '$(touch INTRUDER)',
  '`touch INTRUDER`',
  '\\',
  "a'b",
  'a"b',
  '-rf',
  '*',
  '!!',
  '#',
  'a b',
  '',
];

test('a value stays a value', () => {
  const all = TRICKS.map((trick) =>
    operationOf((post) =>
      Object.assign(post, { requestBody: body({ name: { type: 'string', example: trick } }) }),
    ),
  );
  const calls = wordsOf(all.map((operation) => curlOf(operation, SERVICE)));
  const commands = wordsOf(all.map(commandOf));
  for (const [index, trick] of TRICKS.entries()) {
    const [call = [], command = []] = [calls[index], commands[index]];
    expect(call.slice(0, 3)).toEqual(['-X', 'POST', 'https://things.example/things/text']);
    expect(call[4]).toBe('api_key: the key');
    expect(JSON.parse(call.at(-1) ?? '')).toEqual({ name: trick });
    expect(command).toEqual(['change-thing', '--id', 'text', '--name', trick]);
  }
});

test('a name stays a name', () => {
  const all = TRICKS.filter((trick) => trick !== '').map((trick) =>
    operationOf((post) =>
      Object.assign(post, {
        operationId: trick,
        requestBody: body({ [trick]: { type: 'string', example: 'x' } }),
      }),
    ),
  );
  const calls = wordsOf(all.map((operation) => curlOf(operation, SERVICE)));
  const commands = wordsOf(all.map((operation) => commandOf(operation) ?? ''));
  for (const [index, trick] of TRICKS.filter((one) => one !== '').entries()) {
    expect(JSON.parse(calls[index]?.at(-1) ?? '')).toEqual({ [trick]: 'x' });
    expect(commands[index]?.join(' ')).not.toMatch(/[$`;*!#]/);
  }
});

test('what flags cannot say is piped', () => {
  const nested = {
    type: 'object',
    properties: { b: { type: 'string' } },
    required: ['b'],
    example: { b: "it's" },
  };
  const operation = operationOf((post) => Object.assign(post, { requestBody: body({ a: nested }) }));
  expect(commandOf(operation)).toMatch(
    /^echo '\{"a":\{"b":"it'\\''s"\}\}' \|\n {2}agentsource change-thing /,
  );
});

test("an operation of one of the command's own names has a suffix", () => {
  expect(commandOf(operationOf((post) => Object.assign(post, { operationId: 'mock' })))).toMatch(
    /agentsource mock-operation /,
  );
});

test('each command of ours is one that the command line takes', async () => {
  const file = new URL(import.meta.resolve('@agentsource/spec/openapi.json'));
  const all = operations(JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument, 'THINGS_KEY');
  const commands = wordsOf(all.map(commandOf)).slice(0, -1);
  expect(commands).toHaveLength(all.length);
  for (const command of commands) {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    await run([...command, '--dry-run'], { env: {}, stdout, stderr });
    stdout.end();
    stderr.end();
    expect(await text(stderr)).toBe('');
    expect(await text(stdout)).toMatch(/^curl -X /);
  }
});

function body(properties: Record<string, object>) {
  const schema = { type: 'object', properties, required: Object.keys(properties) };
  return { required: true, content: { 'application/json': { schema } } };
}
