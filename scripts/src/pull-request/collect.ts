// Collects what a bump has changed in the working tree.
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Git } from '../git.ts';
import { PipelineError } from '../without-install.ts';
import { isChangeable } from './changeable.ts';
import type { Patch } from './patch.ts';

/** Throws a PipelineError when something else has changed as well: that would be missing in the pull request. */
export function collectFiles(root: string, git: Git): Patch['files'] {
  const list = (...args: string[]) =>
    git(...args)
      .split('\0')
      .filter((path) => path !== '');
  const changed = [
    ...list('diff', '--no-renames', '--name-only', '-z', 'HEAD'),
    ...list('ls-files', '-z', '--others', '--exclude-standard'),
  ];
  const other = changed.find((path) => !isChangeable(path));
  if (other !== undefined) throw new PipelineError(`${other}: changed, though a bump changes no such file`);
  return Object.fromEntries(changed.map((path) => [path, contentOf(root, path)]));
}

function contentOf(root: string, path: string): string | null {
  const file = join(root, path);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (!stat.isFile()) throw new PipelineError(`${path}: not a regular file`);
  return readFileSync(file).toString('base64');
}
