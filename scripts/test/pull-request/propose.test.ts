// The pull request of a bump, against a git remote and a server on this machine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Git, gitIn } from '../../src/git.ts';
import { type GitHub, gitHub } from '../../src/pull-request/github.ts';
import type { Proposal } from '../../src/pull-request/patch.ts';
import { propose } from '../../src/pull-request/propose.ts';

const report = '**API 1.0.0 → 1.1.0: feature**\n\n- new: `GET /things`\n';
const proposal: Proposal = { from: '1.0.0', to: '1.1.0', severity: 'feature', report };

interface Call {
  method: string | undefined;
  url: string;
  authorization: string | undefined;
  body: Record<string, string>;
}

let directory: string;
let git: Git;
let remote: Git;
let server: Server;
let github: GitHub;
let calls: Call[];
/** What the server answers to the question for known pull requests. */
let known: object[];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'propose-'));
  [calls, known] = [[], []];
  remote = gitIn(directory);
  remote('init', '--quiet', '--bare', 'remote.git');
  remote('init', '--quiet', '--initial-branch=main', 'clone');
  remote = gitIn(join(directory, 'remote.git'));
  git = gitIn(join(directory, 'clone'));
  git('remote', 'add', 'origin', join(directory, 'remote.git'));
  change('1.0.0');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', 'first');
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { method, url = '', headers } = request;
    calls.push({
      method,
      url,
      authorization: headers.authorization,
      body: text === '' ? {} : JSON.parse(text),
    });
    response.end(JSON.stringify(method === 'GET' ? known : { html_url: 'https://example.org/pull/7' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  github = gitHub(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'owner/name', 'token');
});
afterEach(() => {
  server.close();
  rmSync(directory, { recursive: true, force: true });
});

function change(content: string): void {
  writeFileSync(join(directory, 'clone', 'openapi.yaml'), content);
}

const writes = () => calls.filter(({ method }) => method !== 'GET');
const closed = { number: 7, html_url: 'https://example.org/pull/7', state: 'closed', merged_at: null };

test('a tree without changes proposes nothing and asks nobody', async () => {
  expect(await propose(git, github, proposal)).toBe('nothing to propose: 1.1.0 is vendored already');
  expect(calls).toEqual([]);
});

describe('a changed tree', () => {
  beforeEach(() => change('1.1.0'));

  test('becomes a branch and a pull request that say what the report says', async () => {
    expect(await propose(git, github, proposal)).toBe('proposed: https://example.org/pull/7');
    expect(calls[0]?.url).toBe(
      '/repos/owner/name/pulls?head=owner%3Aspec-bump%2F1.1.0&state=all&sort=created&direction=desc',
    );
    const title = 'API 1.0.0 → 1.1.0: feature';
    expect(writes()).toEqual([
      {
        method: 'POST',
        url: '/repos/owner/name/pulls',
        authorization: 'Bearer token',
        body: { title, body: report, head: 'spec-bump/1.1.0', base: 'main' },
      },
    ]);
    expect(remote('show', 'spec-bump/1.1.0:openapi.yaml')).toBe('1.1.0');
    expect(remote('log', '-1', '--format=%s', 'spec-bump/1.1.0')).toBe(title);
    expect(git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main');
  });

  test('brings the open one of the same version up to date instead of opening a second', async () => {
    await propose(git, github, proposal);
    calls = [];
    known = [{ ...closed, state: 'open' }];
    change('1.1.0 again');
    expect(await propose(git, github, proposal)).toBe('brought up to date: https://example.org/pull/7');
    expect(writes()).toMatchObject([{ method: 'PATCH', url: '/repos/owner/name/pulls/7' }]);
    expect(remote('show', 'spec-bump/1.1.0:openapi.yaml')).toBe('1.1.0 again');
  });

  test.each([
    ['closed', closed, 'closed without being merged'],
    [
      'merged',
      { ...closed, merged_at: '2026-11-24T00:00:00Z' },
      'merged; the vendor has changed the document since',
    ],
  ])('of a version whose pull request was %s is left alone', async (_, pull, words) => {
    known = [pull];
    expect(await propose(git, github, proposal)).toContain(words);
    expect(writes()).toEqual([]);
    expect(remote('branch', '--list')).toBe('');
  });

  test('with a report that GitHub would refuse for its length is cut', async () => {
    await propose(git, github, { ...proposal, report: `${report}${'x'.repeat(100_000)}` });
    const body = writes()[0]?.body.body ?? '';
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/… cut here; the whole report is in the changeset\.$/);
  });
});
