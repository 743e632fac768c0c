// A copy of the working tree to build and try the new version in, and what differs in it afterwards.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PipelineError } from '@agentsource/openapi/errors';
import type { Landing } from './land.ts';
import { STAGING_DIRECTORY } from './staging-directory.ts';

/** What is installed or built; a stage gets its own, or links to the tree's. */
const NOT_COPIED = new Set(['node_modules', 'dist', 'reports', 'coverage']);
/** What the compiler writes to know next time what has changed. */
const COMPILER_STATE = '.tsbuildinfo';

export interface Stage {
  root: string;
  /** SHA-256 of every file as it was copied, by path relative to the root. */
  copied: Map<string, string>;
}

/** Copies what is written by hand or committed, and links the installed dependencies. */
export function createStage(root: string): Stage {
  const stage = join(root, STAGING_DIRECTORY, `tree-${process.pid}`);
  const copied = new Map<string, string>();
  for (const path of filesOf(root)) {
    const target = join(stage, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, path), target);
    copied.set(path, hashOf(target));
  }
  linkDependencies(root, stage, [...copied.keys()]);
  return { root: stage, copied };
}

/** What has to land to make the tree what the stage has become; refuses to overwrite what was edited meanwhile. */
export function changesOf({ root: stage, copied }: Stage, root: string): Landing[] {
  const now = filesOf(stage);
  const gone = [...copied.keys()].filter((path) => !now.includes(path));
  const landings: Landing[] = [
    ...now
      .filter((path) => copied.get(path) !== hashOf(join(stage, path)))
      .map((path) => ({ path, from: join(stage, path) })),
    ...gone.map((path) => ({ path, from: null })),
  ];
  for (const { path } of landings) {
    if (hashOf(join(root, path)) === (copied.get(path) ?? '')) continue;
    throw new PipelineError(
      `${path} was edited while the bump was running; nothing was changed, run it again`,
    );
  }
  return landings;
}

/** Hidden directories are left out, but for the one that a bump writes into. */
function filesOf(directory: string, within = ''): string[] {
  return readdirSync(join(directory, within), { withFileTypes: true }).flatMap((entry) => {
    const path = join(within, entry.name);
    if (entry.isFile()) return entry.name.endsWith(COMPILER_STATE) ? [] : [path];
    const isSkipped =
      NOT_COPIED.has(entry.name) || (entry.name.startsWith('.') && entry.name !== '.changeset');
    return entry.isDirectory() && !isSkipped ? filesOf(directory, path) : [];
  });
}

/** pnpm's links are relative: copied as they are, those between packages lead to the stage's, all others to what is installed. */
function linkDependencies(root: string, stage: string, files: readonly string[]): void {
  if (existsSync(join(root, 'node_modules')))
    symlinkSync(relative(stage, join(root, 'node_modules')), join(stage, 'node_modules'));
  for (const manifest of files.filter((path) => path.endsWith('/package.json'))) {
    const modules = join(dirname(manifest), 'node_modules');
    if (existsSync(join(root, modules))) copyLinks(join(root, modules), join(stage, modules));
  }
}

function copyLinks(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isFile()) copyFileSync(source, target);
    else if (entry.name === '.bin' || entry.name.startsWith('@')) copyLinks(source, target);
    // Anything else is a package that some other tool has put there, not a link of pnpm's: as large as it may be.
    else if (!entry.name.startsWith('.')) symlinkSync(relative(to, source), target);
  }
}

function hashOf(path: string): string {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
}
