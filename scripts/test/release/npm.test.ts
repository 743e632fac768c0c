// What npm answers, understood: against a registry on this machine.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let directory: string;
let server: Server;
let requests: string[];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'npm-'));
  requests = [];
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.method === 'PUT') return void response.writeHead(403).end('{}');
    if (request.url?.includes('broken')) return void response.writeHead(500).end();
    if (!request.url?.includes('known')) return void response.writeHead(404).end('{}');
    const versions = { '1.0.0': { name: '@x/known', version: '1.0.0', dist: {} } };
    response.end(JSON.stringify({ name: '@x/known', 'dist-tags': { latest: '1.0.0' }, versions }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `//127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const settings = [
    `registry=http:${host}`,
    `${host}:_authToken=x`,
    'fetch-retries=0',
    'update-notifier=false',
  ];
  writeFileSync(join(directory, '.npmrc'), settings.join('\n'));
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true, force: true });
});

/** What an expression on `npm` gives, in a process of its own: npm is waited for, and the registry is in this one. */
function evaluate(expression: string): Promise<string> {
  const module = JSON.stringify(join(import.meta.dirname, '../../src/release/npm.ts'));
  const code = `import { npmIn } from ${module};
    const npm = npmIn(${JSON.stringify(directory)});
    try { console.log(String(${expression})); } catch (error) { console.log(error.name + ': ' + error.message); }`;
  const env = { PATH: process.env.PATH, HOME: directory };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { env });
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('close', () => resolve(output.trim()));
  });
}

test.each([
  ['a published version', "npm.isPublished('@x/known', '1.0.0')", 'true'],
  ['another version', "npm.isPublished('@x/known', '1.0.1')", 'false'],
  ['a range, which is no version', "npm.isPublished('@x/known', '^1.0.0')", /^PipelineError: npm can't say/],
  ['an unknown package', "npm.isPublished('@x/new', '1.0.0')", 'false'],
  [
    'a registry that does not work',
    "npm.isPublished('@x/broken', '1.0.0')",
    /^PipelineError: npm can't say whether @x\/broken 1\.0\.0 is published: .*500/,
  ],
])('%s', { timeout: 60_000 }, async (_, expression, answer) => {
  const given = await evaluate(expression);
  if (typeof answer === 'string') expect(given).toBe(answer);
  else expect(given).toMatch(answer);
});

test('a package that the registry does not take; its scripts do not run', { timeout: 60_000 }, async () => {
  const scripts = { prepublishOnly: 'echo > ran' };
  const manifest = { name: '@x/new', version: '1.0.0', scripts };
  writeFileSync(join(directory, 'package.json'), JSON.stringify(manifest));
  const given = await evaluate(`npm.publish(${JSON.stringify(directory)})`);
  expect(given).toBe(`PipelineError: ${directory} was not published; above is what npm says`);
  expect(requests).toContain('PUT /@x%2fnew');
  expect(existsSync(join(directory, 'ran'))).toBe(false);
});
