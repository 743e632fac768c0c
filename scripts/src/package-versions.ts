// The workspace's published packages and their current versions.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** By package name; what is private has no version that a release could raise. */
export function packageVersions(root: string): Record<string, string> {
  const directory = join(root, 'packages');
  return Object.fromEntries(
    readdirSync(directory)
      .map((name) => join(directory, name, 'package.json'))
      .filter((path) => existsSync(path))
      .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)
      .filter((manifest) => manifest.private !== true)
      .map(({ name, version }) => [String(name), String(version)]),
  );
}
