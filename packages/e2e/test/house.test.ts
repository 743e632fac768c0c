// The picture in CONTRIBUTING.md and the code agree on which package needs which.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../src/repository.ts';

interface Manifest {
  name: string;
  bin?: Record<string, string>;
  scripts?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const manifests = globSync(['packages/*/package.json', 'spec/package.json'], { cwd: REPOSITORY }).map(
  (path) => JSON.parse(readFileSync(join(REPOSITORY, path), 'utf8')) as Manifest,
);

/** Serves the tests of all the others, which would only hide the rest. */
const NOT_DRAWN = 'tooling';

const picture = /```mermaid\n(.*?)```/s.exec(readFileSync(join(REPOSITORY, 'CONTRIBUTING.md'), 'utf8'))?.[1];
const drawn = (arrow: string) =>
  [...(picture ?? '').matchAll(new RegExp(`^ *([\\w/-]+) ${arrow} ([\\w/-]+)$`, 'gm'))]
    .map(([, from, to]) => `${from} ${arrow} ${to}`)
    .sort();

/** `packages/client/src/x.ts` → `client`; `scripts/test.ts` → `scripts`. */
function packageOf(path: string): string | undefined {
  return /^(?:packages\/([^/]+)|(examples|scripts|spec))\//.exec(path)?.slice(1).find(Boolean);
}

async function importedPackages(): Promise<string[]> {
  const { output } = await cruise(
    ['packages', 'examples', 'scripts', 'spec'],
    {
      baseDir: REPOSITORY,
      doNotFollow: { path: 'node_modules|/dist/' },
      exclude: { path: '/(reports|peers|consumers|test|testing)/|vitest.config.ts$' },
      tsPreCompilationDeps: true,
    },
    { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  );
  const arrows = (output as ICruiseResult).modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => [packageOf(source), packageOf(resolved)] as const),
  );
  return arrows
    .filter(([from, to]) => from !== undefined && to !== undefined && from !== to)
    .filter((arrow) => !arrow.includes(NOT_DRAWN))
    .map(([from, to]) => `${from} --> ${to}`);
}

test('solid arrows are the imports', { timeout: 60_000 }, async () => {
  expect(drawn('-->')).toEqual([...new Set(await importedPackages())].sort());
});

test('dotted arrows are what a package is built with', () => {
  const short = (name: string) => name.replace('@agentsource/', '');
  const commands = new Map(
    manifests.flatMap(({ name, bin = {} }) => Object.keys(bin).map((command) => [command, short(name)])),
  );
  const built = manifests.flatMap(({ name, scripts = {} }) =>
    Object.values(scripts).flatMap((script) =>
      script.split(/[\s&]+/).flatMap((word) => {
        const tool = commands.get(word);
        return tool === undefined || tool === NOT_DRAWN ? [] : [`${short(name)} -.-> ${tool}`];
      }),
    ),
  );
  const read = manifests
    .filter(({ devDependencies = {} }) => '@agentsource/spec' in devDependencies)
    .map(({ name }) => `${short(name)} -.-> spec`);
  expect(drawn('-\\.->').map((arrow) => arrow.replace('\\', ''))).toEqual(
    [...new Set([...built, ...read])].sort(),
  );
});

test('types are checked when everything that is published is built', () => {
  const { tasks } = JSON.parse(readFileSync(join(REPOSITORY, 'turbo.json'), 'utf8'));
  const built = manifests.filter(({ scripts = {} }) => 'build' in scripts).map(({ name }) => `${name}#build`);
  expect(tasks['@agentsource/tooling#typecheck'].dependsOn).toEqual(built.sort());
});

test('the README says what lives in every package', () => {
  const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| (`.+?) \|/gm)].map(([, where = '']) => where).join(' ');
  const told = [...rows.matchAll(/`(?:packages\/)?([\w-]+)`/g)].map(([, name]) => name);
  const packages = globSync('packages/*/package.json', { cwd: REPOSITORY }).map((path) => path.split('/')[1]);
  expect(packages.filter((name) => !told.includes(name))).toEqual([]);
});
