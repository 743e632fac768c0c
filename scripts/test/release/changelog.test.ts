// What users read of a bump: the changelogs that `changeset version` writes from a bump's changeset and somebody's own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderChangeset } from '../../src/bump/changeset.ts';
import { diff } from '../../src/diff.ts';
import { getDependencyReleaseLine, getReleaseLine } from '../../src/release/changelog.ts';

const repository = join(import.meta.dirname, '..', '..', '..');
const fixture = (version: string) => join(import.meta.dirname, 'fixtures', `library-${version}.yaml`);
const root = mkdtempSync(join(tmpdir(), 'changelog-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string | object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

const read = (path: string) => JSON.parse(readFileSync(join(repository, path), 'utf8'));

/** The packages as they are, as far as changesets looks at them, with our own settings. */
function writeWorkspace(): void {
  write('package.json', { name: 'library', private: true, version: '0.0.0' });
  write('pnpm-workspace.yaml', 'packages: [packages/*]\n');
  write('pnpm-lock.yaml', "lockfileVersion: '9.0'\n");
  for (const folder of ['types', 'client', 'webhooks', 'mock', 'cli']) {
    const { name, dependencies } = read(join('packages', folder, 'package.json'));
    const ours = Object.entries(dependencies ?? {}).filter(([dependency]) =>
      dependency.startsWith('@agentsource/'),
    );
    write(`packages/${folder}/package.json`, {
      name,
      version: '0.3.0',
      dependencies: Object.fromEntries(ours),
    });
  }
  const config = read('.changeset/config.json');
  const changelog = join(repository, '.changeset', config.changelog);
  write('.changeset/config.json', { ...config, changelog });
}

beforeAll(async () => {
  const [before, after] = [fixture('1.0.0'), fixture('1.1.0')];
  const { comparison } = await diff({
    root: repository,
    before,
    after,
    isolate: async (module, name, input) => (await import(module))[name](await input),
  });
  writeWorkspace();
  write('.changeset/openapi-1.1.0-0a1b2c3d.md', renderChangeset(comparison));
  write(
    '.changeset/a-client-of-its-own.md',
    '---\n"@agentsource/client": patch\n"@agentsource/mock": patch\n---\n\nSays more.\n\nIn two paragraphs.\n',
  );
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message=All');
  const command = createRequire(join(repository, 'package.json')).resolve('@changesets/cli/bin.js');
  execFileSync(process.execPath, [command, 'version'], { cwd: root, stdio: 'pipe' });
}, 60_000);

const changelog = (name: string) => readFileSync(join(root, 'packages', name, 'CHANGELOG.md'), 'utf8');

test('the package that has the types tells what changes for whose calls', async () => {
  await expect(changelog('types')).toMatchFileSnapshot('snapshots/CHANGELOG.types.md');
});

test('the packages that depend on it refer to it', async () => {
  await expect(changelog('client')).toMatchFileSnapshot('snapshots/CHANGELOG.client.md');
  await expect(changelog('mock')).toMatchFileSnapshot('snapshots/CHANGELOG.mock.md');
});

test('asked for one line alone, it is the whole', async () => {
  const changeset = { id: 'openapi-1', summary: '### A', releases: [{ name: '@agentsource/types' }] };
  expect(await getReleaseLine(changeset)).toBe('#### A');
  expect(await getDependencyReleaseLine([], [])).toBe('');
});
