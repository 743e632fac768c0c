// What npm answers, understood, and how it publishes: against a registry on this machine.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
let server: Server;
let address: string;
/** `METHOD path`, and what the request proved who it is with. */
let requests: Record<string, string | undefined>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'npm-'));
  server = createServer(({ method, url, headers: { authorization } }, response) => {
    const call = `${method} ${url?.split('?')[0]}`;
    requests[call] = authorization;
    const [status, body = {}] = answerTo(call, authorization);
    response.writeHead(status).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = [`registry=http://${address}/`, 'fetch-retries=0', 'update-notifier=false'];
  writeFileSync(join(root, '.npmrc'), settings.join('\n'));
  mkdirSync(join(root, 'package'));
  // The script would run if anything of a package ran when it is published.
  const manifest = { name: '@x/new', version: '1.0.0', scripts: { prepublishOnly: 'echo > ../ran' } };
  writeFileSync(join(root, 'package', 'package.json'), JSON.stringify(manifest));
  execFileSync('tar', ['-czf', join(root, 'new.tgz'), '-C', root, 'package/package.json']);
});
beforeEach(() => {
  requests = {};
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

/** A registry with one package, which takes others from whoever has the token that GitHub's word is traded for. */
function answerTo(call: string, authorization: string | undefined): [status: number, body?: object] {
  if (call === 'GET /id-token') return [200, { value: 'word.e30.of-github' }];
  if (call === 'POST /-/npm/v1/oidc/token/exchange/package/@x%2fnew') return [201, { token: 'traded' }];
  if (call.startsWith('PUT')) return [authorization === 'Bearer traded' ? 201 : 403];
  if (call.includes('broken')) return [500];
  if (!call.includes('known')) return [404];
  const versions = { '1.0.0': { name: '@x/known', version: '1.0.0', dist: {} } };
  return [200, { name: '@x/known', 'dist-tags': { latest: '1.0.0' }, versions }];
}

/** What an expression on `npm` gives, in a process of its own: npm is waited for, and the registry is in this one. */
function evaluate(expression: string, more: NodeJS.ProcessEnv = {}): Promise<string> {
  const module = JSON.stringify(join(import.meta.dirname, '../../src/release/npm.ts'));
  const code = `import { npmIn } from ${module};
    const npm = npmIn(${JSON.stringify(root)});
    try { console.log(String(${expression})); } catch (error) { console.log(error.name + ': ' + error.message); }`;
  const env = { PATH: process.env.PATH, HOME: root, ...more };
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
])('%s', async (_, expression, expected) => {
  const given = await evaluate(expression);
  if (typeof expected === 'string') expect(given).toBe(expected);
  else expect(given).toMatch(expected);
});

test('a tarball is published by the word of GitHub alone, and nothing of it runs', async () => {
  const given = await evaluate(`npm.publish(${JSON.stringify(join(root, 'new.tgz'))})`, {
    GITHUB_ACTIONS: 'true',
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://${address}/id-token`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of the job',
  });
  expect(given).toMatch(/^\+ @x\/new@1\.0\.0\nundefined$/m);
  expect(requests).toMatchObject({
    'GET /id-token': 'Bearer of the job',
    'POST /-/npm/v1/oidc/token/exchange/package/@x%2fnew': 'Bearer word.e30.of-github',
    'PUT /@x%2fnew': 'Bearer traded',
  });
  expect(existsSync(join(root, 'ran'))).toBe(false);
});

test('what the registry does not take is said to be unpublished', async () => {
  const folder = join(root, 'package');
  const given = await evaluate(`npm.publish(${JSON.stringify(folder)})`, {
    [`npm_config_//${address}/:_authToken`]: 'wrong',
  });
  expect(given).toBe(`PipelineError: ${folder} was not published; above is what npm says`);
  expect(existsSync(join(root, 'ran'))).toBe(false);
});
