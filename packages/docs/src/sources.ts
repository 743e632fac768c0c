// What the site is made of, as this repository has it.
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import type { ApiEntry } from './api/model.ts';
import type { SiteInput } from './site.ts';
import type { EntryPoint } from './tools.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');

interface Manifest {
  name: string;
  private?: boolean;
  repository?: { url?: string };
  exports?: Record<string, { types?: string }>;
}

function readText(file: string): string {
  return readFileSync(join(REPOSITORY, file), 'utf8');
}

/** The folders of what is published, from the root. */
export function publishedFolders(): string[] {
  const folders = globSync('packages/*/package.json', { cwd: REPOSITORY }).map((file) =>
    posix.dirname(file.replaceAll('\\', '/')),
  );
  return folders.filter((folder) => manifestOf(folder).private !== true).sort();
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readText(`${folder}/package.json`)) as Manifest;
}

/** What programs import. */
export function entryPoints(): EntryPoint[] {
  return publishedFolders().flatMap((folder) => {
    const { name, exports = {} } = manifestOf(folder);
    return Object.entries(exports).flatMap(([path, { types }]) =>
      types === undefined ? [] : [{ module: posix.join(name, path), file: join(REPOSITORY, folder, types) }],
    );
  });
}

export function readSources(api: readonly ApiEntry[]): SiteInput {
  const { resolve } = createRequire(import.meta.url);
  const read = (file: string) => readFileSync(resolve(`@agentsource/spec/${file}`), 'utf8');
  const folders = publishedFolders();
  const files = (pattern: string) =>
    globSync(pattern, { cwd: REPOSITORY })
      .map((file) => file.replaceAll('\\', '/'))
      .sort();
  const markdown = [...files('*.md'), 'spec/README.md', ...folders.map((folder) => `${folder}/README.md`)];
  const changelogs = folders.flatMap((folder) =>
    files(`${folder}/CHANGELOG.md`).map((file) => [manifestOf(folder).name, readText(file)] as const),
  );
  const [first = ''] = folders;
  return {
    document: read('openapi.json'),
    settings: read('client.yaml'),
    texts: new Map(markdown.map((file) => [file, readText(file)])),
    repository: (manifestOf(first).repository?.url ?? '').replace(/^git\+|\.git$/g, ''),
    api,
    changelogs: new Map(changelogs),
    changesets: files('.changeset/*.md').map(readText),
  };
}
