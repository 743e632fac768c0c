// Lands files in the tree, all of them or none. Before the first one moves, a journal says what has to happen; from then on
// the landing can be finished by anyone, however often it is cut off, and every command of the pipeline begins by doing so.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { lockHolder } from './lock.ts';
import { STAGING_DIRECTORY } from './staging-directory.ts';

/** A file to land: where the new one stands, or null to delete it. */
export interface Landing {
  /** Relative to the root of the repository. */
  path: string;
  from: string | null;
}

interface Step {
  path: string;
  /** Name in the staging directory's landing directory; null deletes. */
  staged: string | null;
}

/** Synchronous throughout: a signal is handled before or after it, never within. */
export function land(root: string, landings: readonly Landing[]): void {
  const directory = join(root, STAGING_DIRECTORY, 'landing');
  mkdirSync(directory, { recursive: true });
  const steps = landings.map(({ path, from }, index): Step => {
    if (from === null) return { path, staged: null };
    const staged = String(index);
    renameSync(from, join(directory, staged));
    return { path, staged };
  });
  const draft = join(root, STAGING_DIRECTORY, 'journal.draft');
  writeDurably(draft, JSON.stringify(steps));
  // The moment of decision: until here the tree is the old one, from here on it is going to be the new one.
  renameSync(draft, journalPath(root));
  finish(root, steps);
}

/** Finishes a landing that was cut off, and clears what a bump left behind. Does nothing while a bump is running. */
export function finishCutLanding(root: string): void {
  if (!existsSync(join(root, STAGING_DIRECTORY)) || lockHolder(root) !== undefined) return;
  if (existsSync(journalPath(root))) {
    finish(root, JSON.parse(readFileSync(journalPath(root), 'utf8')) as Step[]);
    process.stderr.write('The last spec:bump was cut off while it landed; finished it.\n');
  }
  clear(root);
}

/** Removes everything that a bump has built beside the tree, unless a landing that was cut off still needs it. */
export function clear(root: string): void {
  if (existsSync(journalPath(root))) return;
  rmSync(join(root, STAGING_DIRECTORY), { recursive: true, force: true, maxRetries: 5 });
}

function finish(root: string, steps: readonly Step[]): void {
  for (const { path, staged } of steps) {
    const target = join(root, path);
    if (staged === null) {
      rmSync(target, { force: true });
      continue;
    }
    const source = join(root, STAGING_DIRECTORY, 'landing', staged);
    // Moved already, before the landing was cut off.
    if (!existsSync(source)) continue;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(source, target);
  }
  unlinkSync(journalPath(root));
}

function journalPath(root: string): string {
  return join(root, STAGING_DIRECTORY, 'journal.json');
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w');
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
}
