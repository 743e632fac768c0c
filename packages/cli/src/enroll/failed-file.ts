// The rows that were not enrolled, as a CSV to correct and run again: all that they had, their line, and why. What somebody made of it stays.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type Stats } from 'node:fs';
import { access, constants, rm, stat } from 'node:fs/promises';
import { dirname, format, join, parse, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../exit-codes.ts';
import { whyNot } from '../file-errors.ts';
import { type Failures, failedLines } from './failed-lines.ts';
import type { Journal, WrittenFile } from './journal.ts';

/** The path that is asked for, or `failed.csv` beside the input. */
export function failedFileOf(input: string, wanted: string | undefined): string {
  return wanted ?? join(dirname(input), 'failed.csv');
}

/** @throws {CommandError} where nothing can be written there. */
export async function checkWritable(path: string): Promise<void> {
  try {
    const there = await statOf(path);
    if (there?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    const isDevice = there !== undefined && !there.isFile();
    await access(isDevice ? path : dirname(path), constants.W_OK);
  } catch (error) {
    throw new CommandError(
      `${path}, for the rows that fail, can't be written: ${whyNot(error)}; choose another by --failed`,
    );
  }
}

export interface FailedFile {
  /** Where it is to be; where something else is there, `-2` and so on is put behind its name. */
  wanted: string;
  /** The file that is enrolled. */
  input: string;
  journal: Journal;
  /** The journal of a file that is enrolled in the same way. */
  journalOf: (file: string) => string;
  failures: Failures;
}

/**
 * Makes the file what the journal says now, or removes it where nothing failed. Gives the path of the file that tells who failed.
 * What was corrected or enrolled is somebody's now: it stays, and what it had to tell is not told again, so that nobody is enrolled
 * by two files.
 * @throws {CommandError} where it can't be written.
 */
export async function keepFailedFile(kept: FailedFile): Promise<string | undefined> {
  const written = await kept.journal.failedFiles();
  const taken = new Map<string, WrittenFile>();
  for (const [path, one] of written) if (await isTaken(path, one, kept)) taken.set(path, one);
  const failures = untold(kept.failures, taken);
  const isNeeded = failures.byId.size + failures.byLine.size > 0;
  const target = isNeeded ? await targetOf(kept, written, taken) : undefined;
  try {
    if (target !== undefined) await write(target, { ...kept, failures });
    for (const [path, { hashes }] of written) {
      if (taken.has(path) || (target !== undefined && resolve(target) === path)) continue;
      if (hashes.has(await hashOf(path))) await rm(path);
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${target ?? kept.wanted} can't be written: ${whyNot(error)}`);
  }
  return target ?? [...taken.keys()].at(-1);
}

/** Whether somebody made something else of it, or has enrolled it. */
async function isTaken(path: string, { hashes }: WrittenFile, { journalOf }: FailedFile): Promise<boolean> {
  if ((await statOf(journalOf(path))) !== undefined) return true;
  return (await statOf(path)) !== undefined && !hashes.has(await hashOf(path));
}

/** Rows that are no prospects are told by the first file that is written. */
function untold({ file, byId, byLine }: Failures, taken: ReadonlyMap<string, WrittenFile>): Failures {
  const files = [...taken.values()];
  const left = [...byId].filter(([id]) => !files.some(({ told }) => told.has(id)));
  return { file, byId: new Map(left), byLine: files.length > 0 ? new Map() : byLine };
}

/** A path where nothing is, or what this journal's runs wrote: never a file that is somebody else's, or was corrected. */
async function targetOf(
  { wanted, input }: FailedFile,
  written: ReadonlyMap<string, WrittenFile>,
  taken: ReadonlyMap<string, WrittenFile>,
): Promise<string> {
  for (let count = 1; ; count++) {
    const { dir, name, ext } = parse(wanted);
    const path = count === 1 ? wanted : format({ dir, name: `${name}-${count}`, ext });
    if (resolve(path) === resolve(input) || taken.has(resolve(path))) continue;
    const there = await statOf(path);
    if (there === undefined || !(there.isFile() || there.isDirectory())) return path;
    if (written.get(resolve(path))?.hashes.has(await hashOf(path))) return path;
  }
}

async function write(path: string, { journal, failures }: FailedFile): Promise<void> {
  const there = await statOf(path);
  if (there === undefined || there.isFile()) {
    const hash = createHash('sha256');
    for await (const line of failedLines(failures)) hash.update(line);
    const sha256 = hash.digest('hex');
    if (there && sha256 === (await hashOf(path))) return;
    await journal.append({ status: 'failed_file', path: resolve(path), sha256 });
  }
  const output = createWriteStream(path, { flags: there ? 'w' : 'wx' });
  await pipeline(Readable.from(failedLines(failures)), output);
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** SHA-256 of a file, in hex; of one that can't be read, which is nobody's to write over, nothing. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch {
    return '';
  }
  return hash.digest('hex');
}
