// Writes the changeset of a bump: the packages that it releases, and the report as the note.
import type { Bump } from '@agentsource/diff/releases';

/** Named after what it is of, so that the same bump always writes the same file. */
export function changesetPath({ version, sha256 }: { version: string; sha256: string }): string {
  return `.changeset/openapi-${version.replaceAll(/[^\w.-]+/g, '-')}-${sha256.slice(0, 8)}.md`;
}

export function renderChangeset(releases: Record<string, Bump>, report: string): string {
  const bumps = Object.entries(releases).map(([name, bump]) => `${JSON.stringify(name)}: ${bump}\n`);
  return `---\n${bumps.join('')}---\n\n${report.trim()}\n`;
}
