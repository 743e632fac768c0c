// A release of this repository, in a copy of it: changesets versions the packages, then they are built, checked, packed and published.
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Peers } from './peers.ts';
import { runOk } from './processes.ts';
import { SCOPE } from './registry.ts';
import { REPOSITORY } from './repository.ts';
import type { Sandbox } from './sandbox.ts';

export interface Published {
  name: string;
  version: string;
}

/** `@agentsource/types@0.1.0 …`, as a package manager takes them. */
export function specifiers(published: Published[]): string[] {
  return published.map(({ name, version }) => `${name}@${version}`);
}

/** A git repository with the files of this one as they are now, and its dependencies installed. */
export async function copyRepository(peers: Peers, directory: string): Promise<void> {
  const here = { cwd: directory, env: process.env };
  const listed = await runOk(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      cwd: REPOSITORY,
      env: process.env,
    },
  );
  for (const file of listed.split('\0').filter((name) => name !== '')) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    cpSync(join(REPOSITORY, file), join(directory, file), { verbatimSymlinks: true });
  }
  await runOk('git', ['init', '--quiet', '--initial-branch=main'], here);
  await commit(directory, 'A copy');
  await runOk(
    process.execPath,
    [peers.script('pnpm'), 'install', '--frozen-lockfile', '--prefer-offline'],
    here,
  );
}

/** `changeset version`, then `pnpm release`, as a maintainer would type them. */
export async function releaseByHand(peers: Peers, sandbox: Sandbox, directory: string): Promise<Published[]> {
  await version(peers, sandbox, directory);
  await runPnpm(peers, sandbox, directory, ['release']);
  return publishedPackages(directory);
}

/** `changeset version`, then what the workflow's jobs do: publishing and tagging happen in a checkout with nothing installed. */
export async function releaseByWorkflow(
  peers: Peers,
  sandbox: Sandbox,
  directory: string,
): Promise<Published[]> {
  await version(peers, sandbox, directory);
  const [tarballs, checkout] = [sandbox.directory('tarballs'), sandbox.directory('checkout')];
  await runPnpm(peers, sandbox, directory, ['release:pack', tarballs]);
  const there = { cwd: checkout, env: sandbox.env };
  await runOk('git', ['clone', '--quiet', directory, '.'], there);
  await runOk(process.execPath, ['scripts/release-publish.ts', tarballs], there);
  await runOk(process.execPath, ['scripts/release-tag.ts'], there);
  const tags = (await runOk('git', ['tag', '--list'], there)).trim().split('\n').sort();
  const published = publishedPackages(directory);
  if (tags.join(' ') !== specifiers(published).sort().join(' '))
    throw new Error(`published ${specifiers(published).join(' ')}, but tagged ${tags.join(' ')}`);
  return published;
}

async function version(peers: Peers, sandbox: Sandbox, directory: string): Promise<void> {
  const names = readdirSync(join(directory, '.changeset'));
  if (!names.some((name) => name.endsWith('.md') && name !== 'README.md')) return;
  await runPnpm(peers, sandbox, directory, ['changeset', 'version']);
  await commit(directory, 'Version');
}

/** A pnpm script of the repository, run in the sandbox; gives what it printed. */
export function runPnpm(peers: Peers, sandbox: Sandbox, repository: string, args: string[]): Promise<string> {
  const PATH = `${join(repository, 'node_modules', '.bin')}:${sandbox.env.PATH}`;
  return runOk(process.execPath, [peers.script('pnpm'), ...args], {
    cwd: repository,
    env: { ...sandbox.env, PATH },
    timeout: 600_000,
  });
}

/** The packages of a repository that are not private. */
function publishedPackages(repository: string): Published[] {
  return readdirSync(join(repository, 'packages'))
    .map((name) => JSON.parse(readFileSync(join(repository, 'packages', name, 'package.json'), 'utf8')))
    .filter((manifest) => manifest.private !== true && manifest.name.startsWith(`${SCOPE}/`))
    .map(({ name, version }) => ({ name, version }));
}

export async function commit(directory: string, message: string): Promise<void> {
  const identity = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@invalid', '-c', 'commit.gpgsign=false'];
  await runOk('git', ['add', '--all'], { cwd: directory, env: process.env });
  await runOk('git', [...identity, 'commit', '--quiet', '--message', message], {
    cwd: directory,
    env: process.env,
  });
}
