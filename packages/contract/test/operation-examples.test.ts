// The example of every operation, as it stands in the JSDoc of its function: it compiles, and the mock takes what it sends.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@agentsource/mock';
import { operationsOf } from '@agentsource/openapi/walk';
import { snippetsOfSource } from '@agentsource/tooling/snippets';
import { beforeAll, expect, test } from 'vitest';
import { DOCUMENT, readSubject } from '../src/subject.ts';
import { compile } from './compile.ts';

const index = fileURLToPath(import.meta.resolve('@agentsource/client/operations'));
const declarations = join(index, '..', '..', 'generated', 'operations.d.ts');
const snippets = snippetsOfSource(readFileSync(declarations, 'utf8'), 'operations');
const operations = operationsOf(readSubject(DOCUMENT).document).filter(
  ({ operation }) => operation.operationId,
);
const directory = join(import.meta.dirname, '..', 'reports', 'operation-examples');
const files = new Map(snippets.map(({ code }, at) => [`example-${at}.ts`, code]));

beforeAll(() => {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
});

test('there is one for every operation', () => expect(files.size).toBe(operations.length));

test('they compile', async () => {
  expect(await compile('operation-examples', Object.fromEntries(files))).toBe('');
});

test('the mock answers each with a success', async () => {
  const mock = await startMock();
  try {
    // What they send to the API goes to the mock.
    writeFileSync(
      join(directory, 'to-mock.mjs'),
      `const { fetch } = globalThis;
globalThis.fetch = async (input, init) => {
  const response = await fetch(String(input).replace('https://api.explorium.ai', '${mock.url}'), init);
  console.log('answered', response.status);
  return response;
};
${[...files.keys()].map((file) => `await import('./${file}');`).join('\n')}\n`,
    );
    const env = { ...process.env, EXPLORIUM_API_KEY: 'a-key-for-examples' };
    const { stdout } = await promisify(execFile)(process.execPath, [join(directory, 'to-mock.mjs')], { env });
    expect(stdout).toContain('tech_executives_monitor');
    expect(stdout.match(/^answered .*$/gm)).toEqual(operations.map(() => 'answered 200'));
  } finally {
    await mock.close();
  }
});
