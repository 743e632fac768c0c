// Packs every package whose version is not published yet.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { print, UnreadableError } from '../without-install.ts';
import type { Npm } from './npm.ts';
import { publicPackages } from './packages.ts';

/** @param pack makes the tarball of the package in a directory */
export function packRelease(
  root: string,
  destination: string,
  npm: Pick<Npm, 'isPublished'>,
  pack: (directory: string) => void,
): void {
  emptyOfTarballs(destination);
  for (const { name, version, directory } of publicPackages(root)) {
    if (npm.isPublished(name, version)) {
      print(`${name} ${version} is published already`);
      continue;
    }
    pack(directory);
    print(`packed ${name} ${version}`);
  }
}

function emptyOfTarballs(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const entries = readdirSync(directory);
  const other = entries.find((entry) => !entry.endsWith('.tgz'));
  if (other !== undefined) throw new UnreadableError(`${directory} holds more than tarballs: ${other}`);
  for (const entry of entries) rmSync(join(directory, entry));
}
