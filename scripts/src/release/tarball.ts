// A tarball as the publishing job gets it, from a job that has run what hundreds of packages have installed. What it would do on
// a user's machine (its package.json: scripts, dependencies, where it is published) is what this checkout says, or it is refused.
import { execFileSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { UnreadableError } from '../without-install.ts';
import type { Manifest, PublicPackage } from './packages.ts';

const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** The package that it is of. */
export function identify(tarball: string, packages: readonly PublicPackage[]): PublicPackage {
  if (!lstatSync(tarball).isFile()) throw new UnreadableError(`${tarball}: not a regular file`);
  const manifest = manifestIn(tarball);
  const known = packages.find(({ name, version }) => name === manifest.name && version === manifest.version);
  if (known === undefined)
    throw new UnreadableError(`${tarball}: not one of the packages of this checkout in their versions`);
  const differs = differenceOf(manifest, known.manifest);
  if (differs === undefined) return known;
  throw new UnreadableError(`${tarball}: its package.json has other "${differs}" than this checkout`);
}

function manifestIn(tarball: string): Manifest {
  try {
    const names = tar('-tzf', tarball).trimEnd().split('\n');
    const kinds = tar('-tzvf', tarball).trimEnd().split('\n');
    const isPlain =
      names.every((name) => /^package(\/[\w-][\w.-]*)+$/.test(name)) &&
      kinds.every((line) => line.startsWith('-')) &&
      new Set(names.map((name) => name.toLowerCase())).size === names.length;
    if (isPlain) return JSON.parse(tar('-xzOf', tarball, 'package/package.json')) as Manifest;
  } catch {
    // tar or JSON.parse has said what is wrong with it, in many words.
  }
  throw new UnreadableError(`${tarball}: not a package of regular files with a package.json`);
}

function tar(...args: string[]): string {
  return execFileSync('tar', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 });
}

/** The first key in which they differ. */
function differenceOf(packed: Manifest, ours: Manifest): string | undefined {
  const keys = new Set([...Object.keys(packed), ...Object.keys(ours)]);
  return [...keys].find((key) => {
    const [one, other] = [packed[key], ours[key]].map((value) =>
      DEPENDENCIES.includes(key) ? comparableRanges(value) : value,
    );
    return !isDeepStrictEqual(one, other);
  });
}

/** pnpm writes a version where we write `workspace:` or `catalog:`; names, and whatever is no version, stay as they are. */
function comparableRanges(dependencies: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((dependencies ?? {}) as Record<string, string>).map(([name, range]) => [
      name,
      /^(?:(?:workspace|catalog):|\^?\d+\.\d+\.\d+$)/.test(range) ? 'a version' : range,
    ]),
  );
}
