// A release from its tarballs on: what is packed, which tarballs are taken, and in which order they are published and tagged.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gitIn } from '../../src/git.ts';
import { packRelease } from '../../src/release/pack.ts';
import { publishRelease } from '../../src/release/publish.ts';
import { tagRelease } from '../../src/release/tag.ts';
import { PipelineError } from '../../src/without-install.ts';

const client = {
  name: '@x/client',
  version: '1.0.0',
  publishConfig: { access: 'public' },
  scripts: { build: 'tsc' },
  dependencies: { '@x/types': 'workspace:^', fetch: 'catalog:' },
};
const packedClient = { ...client, dependencies: { '@x/types': '^1.0.0', fetch: '0.17.0' } };
const types = { name: '@x/types', version: '1.0.0' };

let root: string;
let tarballs: string;
let npm: {
  published: string[];
  isPublished: (name: string, version: string) => boolean;
  publish: (tarball: string) => void;
};
let printed: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'release-'));
  tarballs = join(root, 'tarballs');
  mkdirSync(tarballs);
  const manifests = { client, types, tooling: { name: '@x/tooling', version: '1.0.0', private: true } };
  for (const [name, manifest] of Object.entries(manifests))
    write(`packages/${name}/package.json`, JSON.stringify(manifest));
  const published: string[] = [];
  npm = {
    published,
    isPublished: (name, version) => published.includes(`${name}@${version}`),
    publish: (tarball) => void published.push(basename(tarball)),
  };
  printed = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A tarball with that package.json and one more file; `change` sees the folder before it is packed. */
function tarball(name: string, manifest: object, change: (folder: string) => void = () => {}): void {
  const folder = `unpacked-${name}/package`;
  write(`${folder}/package.json`, JSON.stringify(manifest));
  write(`${folder}/dist/index.js`, '');
  change(join(root, folder));
  const names = readdirSync(join(root, folder, '..')).flatMap((top) =>
    filesOf(join(root, folder, '..'), top),
  );
  execFileSync('tar', ['-czf', join(tarballs, `${name}.tgz`), '-C', join(root, folder, '..'), ...names]);
}

function filesOf(directory: string, path: string): string[] {
  const entries = readdirSync(join(directory, path), { withFileTypes: true });
  return entries.flatMap((entry) =>
    entry.isDirectory() ? filesOf(directory, join(path, entry.name)) : [join(path, entry.name)],
  );
}

function refusal(): string {
  try {
    publishRelease(root, tarballs, npm);
  } catch (error) {
    expect(error).toBeInstanceOf(PipelineError);
    expect(npm.published).toEqual([]);
    return (error as Error).message.replace(`${tarballs}/`, '');
  }
  throw new Error('was not refused');
}

describe('packing', () => {
  const pack = () =>
    packRelease(root, tarballs, npm, (directory) => write(`tarballs/${basename(directory)}.tgz`, ''));

  test('leaves out what is private and what is published already, and says so', () => {
    npm.published.push('@x/types@1.0.0');
    write('tarballs/old.tgz', '');
    pack();
    expect(readdirSync(tarballs)).toEqual(['client.tgz']);
    expect(printed).toEqual(['@x/types 1.0.0 is published already\n', 'packed @x/client 1.0.0\n']);
  });

  test('empties no folder that holds anything else', () => {
    write('tarballs/old.tgz', '');
    write('tarballs/mine.txt', '');
    expect(pack).toThrow(/holds more than tarballs: mine\.txt$/);
    expect(readdirSync(tarballs)).toEqual(['mine.txt', 'old.tgz']);
  });
});

describe('publishing', () => {
  test('takes a package after those that it depends on', () => {
    tarball('a', packedClient);
    tarball('b', types);
    publishRelease(root, tarballs, npm);
    expect(npm.published).toEqual(['b.tgz', 'a.tgz']);
    expect(printed).toEqual(['published @x/types 1.0.0\n', 'published @x/client 1.0.0\n']);
  });

  test('goes on where it was cut off', () => {
    tarball('a', packedClient);
    tarball('b', types);
    npm.published.push('@x/types@1.0.0');
    publishRelease(root, tarballs, npm);
    expect(npm.published).toEqual(['@x/types@1.0.0', 'a.tgz']);
    expect(printed).toEqual(['@x/types 1.0.0 is published already\n', 'published @x/client 1.0.0\n']);
  });

  test('refuses when a package is neither published nor given', () => {
    tarball('a', packedClient);
    expect(refusal()).toBe('@x/types 1.0.0 is neither published nor among the tarballs');
  });
});

describe('refused is a tarball', () => {
  beforeEach(() => tarball('b', types));

  test.each<[string, object, string]>([
    ['of a package that is not ours', { ...packedClient, name: '@y/client' }, 'not one of the packages'],
    ['of a private package', { name: '@x/tooling', version: '1.0.0' }, 'not one of the packages'],
    ['of another version', { ...packedClient, version: '1.0.1' }, 'not one of the packages'],
    ['with a script of its own', { ...packedClient, scripts: { postinstall: 'x' } }, 'other "scripts"'],
    ['with a script added', { ...packedClient, scripts: { build: 'tsc', install: 'x' } }, 'other "scripts"'],
    [
      'for another registry',
      { ...packedClient, publishConfig: { registry: 'http://x' } },
      'other "publishConfig"',
    ],
    ['with a command', { ...packedClient, bin: { ls: 'dist/index.js' } }, 'other "bin"'],
    [
      'with one dependency more',
      { ...packedClient, dependencies: { ...packedClient.dependencies, y: '1.0.0' } },
      'other "dependencies"',
    ],
    [
      'with a dependency from elsewhere',
      { ...packedClient, dependencies: { '@x/types': '^1.0.0', fetch: 'npm:y@1.0.0' } },
      'other "dependencies"',
    ],
    [
      'with a dependency as a tarball',
      { ...packedClient, dependencies: { '@x/types': 'http://x/y.tgz', fetch: '0.17.0' } },
      'other "dependencies"',
    ],
    [
      'with optional dependencies',
      { ...packedClient, optionalDependencies: { y: '1.0.0' } },
      'other "optionalDependencies"',
    ],
  ])('%s', (_, manifest, why) => {
    tarball('a', manifest);
    expect(refusal()).toMatch(new RegExp(`^a\\.tgz: .*${why}`));
  });

  test.each<[string, (folder: string) => void]>([
    ['with a link', (folder) => symlinkSync('/etc/passwd', join(folder, 'passwd'))],
    ['with a folder beside the package', (folder) => mkdirFile(join(folder, '../other/package.json'))],
    ['with a second package.json on some machines', (folder) => mkdirFile(join(folder, 'Package.json'))],
    ['with hidden files', (folder) => mkdirFile(join(folder, '.npmrc'))],
    ['without a package.json', (folder) => rmSync(join(folder, 'package.json'))],
    ['with broken JSON', (folder) => writeFileSync(join(folder, 'package.json'), '{')],
  ])('%s', (_, change) => {
    tarball('a', packedClient, change);
    expect(refusal()).toBe('a.tgz: not a package of regular files with a package.json');
  });

  test('that is none', () => {
    write('tarballs/a.tgz', 'x');
    expect(refusal()).toBe('a.tgz: not a package of regular files with a package.json');
  });

  test.each<[string, () => void]>([
    ['a link', () => symlinkSync('b.tgz', join(tarballs, 'a.tgz'))],
    ['a folder', () => mkdirSync(join(tarballs, 'a.tgz'))],
  ])('that is %s', (_, make) => {
    make();
    expect(refusal()).toBe('a.tgz: not a regular file');
  });

  function mkdirFile(path: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '{}');
  }
});

test('tags follow once, on the commit that was published', () => {
  const git = gitIn(root);
  git('init', '--quiet');
  const commit = ['commit', '--quiet', '--allow-empty', '--message', 'x'];
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', ...commit);
  git('tag', '@x/types@1.0.0');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', ...commit);
  tagRelease(root, git);
  tagRelease(root, git);
  expect(printed).toEqual(['tagged @x/client@1.0.0\n']);
  expect(git('tag', '--points-at', 'HEAD')).toBe('@x/client@1.0.0');
});
