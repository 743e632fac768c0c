// The published packages as packages: what a tarball holds, how its types resolve, and what it depends on.
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { checkPackage, createPackageFromTarballData, type Package } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

test('there are packages to publish', () => {
  expect(published.map((directory) => basename(directory))).toContain('types');
});

describe.each(published.map((directory) => ({ name: basename(directory), directory })))(
  '$name',
  ({ name, directory }) => {
    const manifest = readManifest(directory);
    const destination = mkdtempSync(join(tmpdir(), 'agentsource-pack-'));
    let tarball: ArrayBuffer;
    let packed: Package;

    beforeAll(() => {
      const output = execFileSync('pnpm', ['pack', '--json', '--pack-destination', destination], {
        cwd: directory,
        encoding: 'utf8',
      });
      const { filename } = JSON.parse(output) as { filename: string };
      tarball = new Uint8Array(readFileSync(filename)).buffer;
      packed = createPackageFromTarballData(new Uint8Array(tarball));
    });
    afterAll(() => rmSync(destination, { recursive: true }));

    const files = () =>
      packed
        .listFiles()
        .map((path) => path.replace(`/node_modules/${manifest.name}/`, ''))
        .sort();
    const modules = () => files().filter((path) => /\.(js|d\.ts)$/.test(path));
    const read = (path: string) => packed.readFile(`/node_modules/${manifest.name}/${path}`);

    test('packs exactly the reviewed files', async () => {
      // A changelog is there from the first release on.
      const list = files().filter((path) => path !== 'CHANGELOG.md');
      await expect(`${list.join('\n')}\n`).toMatchFileSnapshot(`packed/${name}.txt`);
    });

    test('publint has nothing to say', async () => {
      const { messages, pkg } = await publint({ pack: { tarball }, level: 'suggestion', strict: true });
      expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
    });

    // ESM-only is a decision: Node from 20.19 on can require() it, older module systems can't. Hence attw's own "esm-only"
    // profile, which leaves out the resolutions `node10` and `node16-cjs`.
    test('are-the-types-wrong has nothing to say', async () => {
      const { types, ...analysis } = (await checkPackage(packed)) as Awaited<
        ReturnType<typeof checkPackage>
      > & {
        problems: { kind: string; resolutionKind?: string }[];
      };
      expect(types).not.toBe(false);
      const relevant = analysis.problems.filter(
        ({ resolutionKind }) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs',
      );
      expect(relevant).toEqual([]);
    });

    test('every export names its types first', () => {
      for (const conditions of Object.values(manifest.exports)) {
        expect(Object.keys(conditions)).toEqual(['types', 'default']);
      }
    });

    test('its modules import exactly what it depends on', () => {
      const imported = modules().flatMap((path) => importedPackages(read(path)));
      expect([...new Set(imported)].sort()).toEqual(Object.keys(manifest.dependencies ?? {}).sort());
    });

    test('no source map points nowhere', () => {
      expect(modules().filter((path) => read(path).includes('sourceMappingURL'))).toEqual([]);
    });

    test('no dependency is left as a workspace link', () => {
      const { dependencies = {} } = JSON.parse(read('package.json')) as Manifest;
      expect(Object.values(dependencies).filter((range) => /^(workspace|catalog):/.test(range))).toEqual([]);
    });
  },
);

/** The packages that a module of tsc's output imports, Node's own and what comments mention left out. */
function importedPackages(code: string): string[] {
  const withoutComments = code.replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '');
  return [...withoutComments.matchAll(/(?:\bfrom|^import|\bimport\()\s*['"]([^'"]+)['"]/gm)]
    .map((match) => match[1] ?? '')
    .filter((specifier) => !/^(\.|node:)/.test(specifier))
    .map((specifier) => specifier.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? specifier);
}

function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest;
}
