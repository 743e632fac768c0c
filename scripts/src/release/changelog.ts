// Renders changesets as changelogs. A bump's changeset is what changes in the API: told whole by the package that has the types, and
// referred to by those that depend on it.

interface Changeset {
  id: string;
  summary: string;
  releases: { name: string }[];
}

interface Dependency {
  name: string;
  newVersion: string;
}

interface Line {
  changeset: Changeset;
  isToldElsewhere: boolean;
}

/** The lines of the package whose changelog is being written. */
let lines: Line[] = [];

/** Changesets asks for all of a package's lines, then for that of its dependencies, and doesn't say which package it is. */
export async function getReleaseLine(changeset: Changeset): Promise<string> {
  const line: Line = { changeset, isToldElsewhere: false };
  lines.push(line);
  await undefined;
  const { id, summary, releases } = changeset;
  if (!id.startsWith('openapi-')) return `- ${summary.trim().replaceAll(/\n(?=.)/g, '\n  ')}`;
  if (line.isToldElsewhere) return `- The API changed: see the changelog of \`${releases[0]?.name}\`.`;
  return summary.trim().replaceAll(/^#/gm, '##');
}

export async function getDependencyReleaseLine(
  _changesets: Changeset[],
  dependencies: Dependency[],
): Promise<string> {
  for (const line of lines) {
    const { releases } = line.changeset;
    line.isToldElsewhere = dependencies.some(({ name }) => releases.some((release) => release.name === name));
  }
  lines = [];
  if (dependencies.length === 0) return '';
  const list = dependencies.map(({ name, newVersion }) => `  - \`${name}\` ${newVersion}`);
  return ['- Updated dependencies:', ...list].join('\n');
}
