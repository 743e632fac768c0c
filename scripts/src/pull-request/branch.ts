// The branch of a version's pull request.
import { createHash } from 'node:crypto';
import { versionLabel } from './version-label.ts';

/** A name that git takes, and another one for every version. */
export function branchOf(version: string): string {
  const name = versionLabel(version)
    // What git refuses: a dot first, last or before another, and the name of its lock files.
    .replaceAll(/^\.|\.(?=\.)|\.$/g, '-')
    .replace(/\.lock$/, '-lock');
  if (name === version) return `spec-bump/${name}`;
  return `spec-bump/${name}-${createHash('sha256').update(version).digest('hex').slice(0, 8)}`;
}
