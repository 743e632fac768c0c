// Applies a patch to a checkout: whole, or not at all.
import { lstatSync, mkdirSync, readdirSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UnreadableError } from '../without-install.ts';
import type { Patch } from './patch.ts';

/** Throws an UnreadableError, with nothing changed, when a path leads elsewhere than it says. */
export function applyPatch(root: string, { files }: Patch): void {
  refuseClashes(Object.keys(files));
  for (const [path, content] of Object.entries(files)) refusePlace(root, path, content === null);
  for (const [path, content] of Object.entries(files)) {
    const target = join(root, path);
    if (content === null) {
      rmSync(target);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content, { encoding: 'base64', mode: 0o644 });
  }
}

/** On some file systems two names that differ in case only are one file. */
function refuseClashes(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const place of paths.flatMap(placesOf)) {
    const other = seen.get(place.toLowerCase());
    if (other !== undefined && other !== place) refuse(place, `differs only in case from "${other}"`);
    seen.set(place.toLowerCase(), place);
  }
}

function refusePlace(root: string, path: string, isRemoved: boolean): void {
  const directories = placesOf(path).slice(0, -1);
  for (const directory of directories) {
    const stat = statOf(root, directory);
    if (stat === undefined) {
      if (/^packages\/[^/]+(\/src(\/generated)?)?$/.test(directory))
        refuse(path, `there is no directory "${directory}"`);
      break;
    }
    if (!stat.isDirectory()) refuse(path, `"${directory}" is no directory`);
  }
  for (const place of placesOf(path)) refuseCase(root, place);
  const stat = statOf(root, path);
  if (stat === undefined && isRemoved) refuse(path, 'to be removed, but not there');
  if (stat !== undefined && !stat.isFile()) refuse(path, 'what is there is not a regular file');
}

function refuseCase(root: string, place: string): void {
  const directory = join(root, dirname(place));
  if (!lstatSync(directory, { throwIfNoEntry: false })?.isDirectory()) return;
  const name = place.slice(place.lastIndexOf('/') + 1);
  const other = readdirSync(directory).find(
    (entry) => entry !== name && entry.toLowerCase() === name.toLowerCase(),
  );
  if (other !== undefined) refuse(place, `differs only in case from "${other}", which is there`);
}

/** `a/b/c` → `a`, `a/b`, `a/b/c` */
function placesOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function statOf(root: string, path: string): Stats | undefined {
  return lstatSync(join(root, path), { throwIfNoEntry: false });
}

function refuse(path: string, why: string): never {
  throw new UnreadableError(`${path}: ${why}; nothing was changed`);
}
