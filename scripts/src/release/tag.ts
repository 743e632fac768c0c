// Tags what has been published.
import type { Git } from '../git.ts';
import { print } from '../without-install.ts';
import { publicPackages } from './packages.ts';

/** Gives every package's version a tag on the present commit, unless it has one. */
export function tagRelease(root: string, git: Git): void {
  for (const { name, version } of publicPackages(root)) {
    const tag = `${name}@${version}`;
    if (git('tag', '--list', tag) !== '') continue;
    git('tag', tag);
    print(`tagged ${tag}`);
  }
}
