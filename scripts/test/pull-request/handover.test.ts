// A bump from one machine to the other, with the commands that the workflow runs: only the first has anything installed.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toBumpJson } from '../../src/bump/report.ts';
import { type Git, gitIn } from '../../src/git.ts';
import { bumpTree } from '../bump/bump-tree.ts';
import { createTree, fixturePage, nextPage } from '../bump/tree.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
/** What the commands are made of; no node_modules among it. */
const COMMANDS = ['scripts/pack-bump.ts', 'scripts/propose-bump.ts', 'scripts/src', 'packages/openapi/src'];

let directory: string;
/** The machine that bumps, and the one that proposes. */
let first: string;
let second: string;
let remote: Git;
let server: Server;
let requests: { method: string | undefined; body: string }[];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'handover-'));
  first = await createTree({ '.gitignore': 'dist/\n.bump/\n', 'package.json': '{ "type": "module" }' });
  for (const path of COMMANDS) cpSync(join(REPOSITORY, path), join(first, path), { recursive: true });
  const git = gitIn(first);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'first');
  second = join(directory, 'second');
  gitIn(directory)('clone', '--quiet', '--bare', first, 'remote.git');
  gitIn(directory)('clone', '--quiet', 'remote.git', second);
  remote = gitIn(join(directory, 'remote.git'));
  requests = [];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ method: request.method, body });
    response.end(request.method === 'GET' ? '[]' : '{ "html_url": "https://example.org/pull/1" }');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 60_000);
afterAll(() => {
  server.close();
  for (const path of [directory, first]) rmSync(path, { recursive: true, force: true });
});

/** Bumps on the first machine and gives the file that goes to the second. */
async function bumpAndPack(): Promise<{ patch: string; printed: string }> {
  const source = join(directory, 'add_prospects_enrollments.md');
  writeFileSync(source, nextPage(fixturePage()));
  const { comparison, removed, report } = await bumpTree(first, [source]);
  const [json, patch] = [join(directory, 'bump.json'), join(directory, 'patch.json')];
  writeFileSync(json, JSON.stringify(toBumpJson(comparison, removed, report)));
  const printed = execFileSync(process.execPath, ['scripts/pack-bump.ts', json, patch], {
    cwd: first,
    encoding: 'utf8',
  });
  return { patch, printed };
}

function propose(patch: string): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const env = {
    PATH: process.env.PATH,
    GITHUB_TOKEN: 'token',
    GITHUB_REPOSITORY: 'owner/name',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  return new Promise((resolve) => {
    const command = ['scripts/propose-bump.ts', patch];
    execFile(process.execPath, command, { cwd: second, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

describe('a bump', { timeout: 60_000 }, () => {
  let patch: string;

  test('is packed with all that it has changed, and says what', async () => {
    const packed = await bumpAndPack();
    patch = packed.patch;
    expect(packed.printed).toMatch(/^\*\*API 0\.2\.349 → 0\.2\.350: feature\*\*/);
    const { files } = JSON.parse(readFileSync(patch, 'utf8'));
    expect(
      Object.keys(files)
        .filter((path) => !path.startsWith('packages/'))
        .sort(),
    ).toEqual([
      expect.stringMatching(/^\.changeset\/openapi-0\.2\.350-[0-9a-f]{8}\.md$/),
      'spec/openapi.yaml',
      'spec/pages/add_prospects_enrollments.md',
      'spec/source.json',
    ]);
  });

  test('in which something else is changed as well stays where it is', async () => {
    const hostile = JSON.parse(readFileSync(patch, 'utf8'));
    hostile.files['scripts/propose-bump.ts'] = '';
    const path = join(directory, 'hostile.json');
    writeFileSync(path, JSON.stringify(hostile));
    expect(await propose(path)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${path}: "scripts/propose-bump.ts": not a file that a bump changes\n`,
    });
    expect(gitIn(second)('status', '--porcelain')).toBe('');
    expect(requests).toEqual([]);
  });

  test('becomes a pull request from where nothing is installed', async () => {
    expect(await propose(patch)).toEqual({
      code: 0,
      stdout: 'proposed: https://example.org/pull/1\n',
      stderr: '',
    });
    expect(JSON.parse(requests.at(-1)?.body ?? '')).toMatchObject({
      title: 'API 0.2.349 → 0.2.350: feature',
      head: 'spec-bump/0.2.350',
      base: 'main',
    });
    gitIn(first)('add', '--all');
    expect(remote('rev-parse', 'spec-bump/0.2.350^{tree}')).toBe(gitIn(first)('write-tree'));
  });

  test.each([
    ['a file that no bump changes', 'README.md', 'changed, though a bump changes no such file'],
    ['what is no file', 'spec/pages/linked.md', 'not a regular file'],
  ])('that has changed %s is not packed', (_, path, why) => {
    symlinkSync('source.json', join(first, path));
    const command = ['scripts/pack-bump.ts', join(directory, 'bump.json'), patch];
    expect(() => execFileSync(process.execPath, command, { cwd: first, stdio: 'pipe' })).toThrow(
      `${path}: ${why}`,
    );
    rmSync(join(first, path));
  });
});
