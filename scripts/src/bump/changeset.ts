// Writes the changeset of a bump: the packages that it releases, and what it means to their users. scripts/src/release/changelog.ts renders it.

import type { Comparison } from '@agentsource/diff/report/json';
import { renderNote } from '@agentsource/diff/report/note';

/** Named after what it is of, so that the same bump always writes the same file. */
export function changesetPath({ version, sha256 }: { version: string; sha256: string }): string {
  return `.changeset/openapi-${version.replaceAll(/[^\w.-]+/g, '-')}-${sha256.slice(0, 8)}.md`;
}

export function renderChangeset(comparison: Comparison): string {
  const bumps = Object.entries(comparison.releases).map(
    ([name, bump]) => `${JSON.stringify(name)}: ${bump}\n`,
  );
  return `---\n${bumps.join('')}---\n\n${renderNote(comparison)}`;
}
