// The packages that are published, those that others depend on first.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PublicPackage {
  name: string;
  version: string;
  directory: string;
  /** Its package.json. */
  manifest: Manifest;
}

export interface Manifest {
  name?: string;
  version?: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  [key: string]: unknown;
}

export function publicPackages(root: string): PublicPackage[] {
  const all = readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => join(root, 'packages', name))
    .filter((directory) => existsSync(join(directory, 'package.json')))
    .map((directory) => ({ directory, manifest: readManifest(directory) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map((one) => ({ ...one, name: String(one.manifest.name), version: String(one.manifest.version) }));
  const inOrder = new Set<PublicPackage>();
  for (const one of all) addAfterDependencies(one, all, inOrder);
  return [...inOrder];
}

function addAfterDependencies(
  one: PublicPackage,
  all: readonly PublicPackage[],
  inOrder: Set<PublicPackage>,
): void {
  const names = Object.keys(one.manifest.dependencies ?? {});
  for (const dependency of all.filter(({ name }) => names.includes(name)))
    addAfterDependencies(dependency, all, inOrder);
  inOrder.add(one);
}

function readManifest(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest;
}
