// The published packages as packages: what a tarball holds, how its types resolve, and what it depends on.
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { compile } from '@agentsource/tooling/compile';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, test } from 'vitest';
import { REPOSITORY } from '../src/repository.ts';

interface Manifest {
  name: string;
  private?: boolean;
  bin?: Record<string, string>;
  exports: Record<string, { types: string; default: string }>;
  dependencies?: Record<string, string>;
}

const packages = join(REPOSITORY, 'packages');
const published = globSync('*/package.json', { cwd: packages })
  .map((path) => join(packages, dirname(path)))
  .filter((directory) => readManifest(directory).private !== true)
  .sort();

test('the mock carries the notice that says whose its document is', () => {
  const [ours, packed] = [join(REPOSITORY, 'NOTICE'), join(packages, 'mock', 'NOTICE')];
  expect(readFileSync(packed, 'utf8')).toBe(readFileSync(ours, 'utf8'));
});

test('the mock brings none but packages of ours, and the licences of what it holds', () => {
  const { dependencies = {} } = readManifest(join(packages, 'mock'));
  expect(Object.keys(dependencies).filter((name) => !name.startsWith('@agentsource/'))).toEqual([]);
  const licences = readFileSync(join(packages, 'mock', 'dist', 'third-parties.txt'), 'utf8');
  for (const name of ['@stoplight/prism-http', 'ajv', 'lodash', 'yaml']) {
    expect(licences).toMatch(new RegExp(`^-{80}\\n\\n${name} \\d\\S+ \\(\\S+\\)\\n\\n`, 'm'));
  }
});

test('there are packages to publish', () => {
  expect(published.map((directory) => basename(directory))).toContain('types');
});

describe.each(published.map((directory) => ({ name: basename(directory), directory })))(
  '$name',
  ({ name, directory }) => {
    const manifest = readManifest(directory);
    let packed: Packed;
    beforeAll(() => {
      packed = pack(directory);
    });

    test('packs exactly the reviewed files', async () => {
      // A changelog is there from the first release on.
      const list = packed.files.filter((path) => path !== 'CHANGELOG.md');
      await expect(`${list.join('\n')}\n`).toMatchFileSnapshot(`packed/${name}.txt`);
    });

    test('publint has nothing to say', async () => {
      const { messages, pkg } = await publint({
        pack: { tarball: packed.tarball },
        level: 'suggestion',
        strict: true,
      });
      expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
    });

    test('are-the-types-wrong has nothing to say', async () => {
      expect(await typeProblems(packed.tarball)).toEqual([]);
    });

    test('its declarations compile where nobody knows the types of Node', async () => {
      const libraries = ['--types', '', '--lib', 'es2022,dom,dom.iterable', '--module', 'nodenext'];
      const { types } = manifest.exports['.'] ?? {};
      const options = ['--ignoreConfig', '--noEmit', '--strict', ...libraries, types ?? 'no types'];
      expect(await compile(options, directory)).toBe('');
    });

    test('every export names its types first', () => {
      for (const conditions of Object.values(manifest.exports)) {
        expect(Object.keys(conditions)).toEqual(['types', 'default']);
      }
    });

    test('its modules import exactly what it depends on', () => {
      const imported = packed.modules.flatMap((path) => importedPackages(packed.read(path)));
      expect([...new Set(imported)].sort()).toEqual(Object.keys(manifest.dependencies ?? {}).sort());
    });

    test('no source map points nowhere', () => {
      const { modules, read } = packed;
      expect(modules.filter((path) => read(path).includes('sourceMappingURL'))).toEqual([]);
    });

    test('no dependency is left as a workspace link', () => {
      const { dependencies = {} } = JSON.parse(packed.read('package.json')) as Manifest;
      expect(Object.values(dependencies).filter((range) => /^(workspace|catalog):/.test(range))).toEqual([]);
    });
  },
);

interface Packed {
  tarball: ArrayBuffer;
  /** Paths within the package. */
  files: string[];
  modules: string[];
  read(path: string): string;
}

function pack(directory: string): Packed {
  const destination = mkdtempSync(join(tmpdir(), 'agentsource-pack-'));
  try {
    const options = { cwd: directory, encoding: 'utf8' } as const;
    const output = execFileSync('pnpm', ['pack', '--json', '--pack-destination', destination], options);
    const { filename } = JSON.parse(output) as { filename: string };
    const tarball = new Uint8Array(readFileSync(filename)).buffer;
    const content = createPackageFromTarballData(new Uint8Array(tarball));
    const root = `/node_modules/${readManifest(directory).name}/`;
    const files = content
      .listFiles()
      .map((path) => path.replace(root, ''))
      .sort();
    return {
      tarball,
      files,
      modules: files.filter((path) => /\.(js|d\.ts)$/.test(path)),
      read: (path) => content.readFile(`${root}${path}`),
    };
  } finally {
    rmSync(destination, { recursive: true });
  }
}

/**
 * ESM-only is a decision: Node from 20.19 on can require() it, older module systems can't. Hence attw's own "esm-only" profile,
 * which leaves out the resolutions `node10` and `node16-cjs`.
 */
async function typeProblems(tarball: ArrayBuffer): Promise<unknown[]> {
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
  if (!analysis.types) return ['it has no types'];
  return analysis.problems.filter(
    (problem) => !('resolutionKind' in problem && /^node(10|16-cjs)$/.test(problem.resolutionKind)),
  );
}

/** The packages that a module of tsc's output imports, Node's own and what comments mention left out. */
function importedPackages(code: string): string[] {
  const withoutComments = code.replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '');
  return [...withoutComments.matchAll(/(?:\bfrom|^import|\bimport\()\s*['"]([^'"\n]+)['"]/gm)]
    .map((match) => match[1] ?? '')
    .filter((specifier) => !/^(\.|node:)/.test(specifier))
    .map((specifier) => specifier.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? specifier);
}

function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest;
}
