// A lock file beside the journal, so that no two runs write to it; one that a dead process left is taken over.
import { readFileSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { CommandError } from '../exit-codes.ts';
import { whyNot } from '../file-errors.ts';

interface Holder {
  pid: number;
  host: string;
  /** When the process began, as the system counts; processes of the same number differ in it. */
  started: string | undefined;
}

/** Milliseconds after which a lock that says nothing is one whose writer did not live to fill it. */
const UNFINISHED = 10_000;
const TRIES = 5;

/** Gives what releases it. @throws {CommandError} while another process holds it. */
export async function lock(path: string): Promise<() => Promise<void>> {
  const own = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
  } satisfies Holder);
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      await writeFile(path, own, { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new CommandError(`${path} can't be written: ${whyNot(error)}`);
    }
    const found = await readFile(path, 'utf8').catch(() => undefined);
    if (found === undefined) continue;
    await refuseHeld(path, found);
    await takeAway(path, found);
  }
  throw new CommandError(`${path} is held by another process`);
}

async function refuseHeld(path: string, found: string): Promise<void> {
  const holder = read(found);
  if (holder === undefined) {
    const age = Date.now() - (await stat(path).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
    if (age > UNFINISHED) return;
    throw new CommandError(`${path}: another run is just starting`);
  }
  const { pid, host } = holder;
  if (host !== hostname()) {
    throw new CommandError(
      `process ${pid} on ${host} works with this journal; if it is gone, remove ${path}`,
    );
  }
  if (!isAlive(holder)) return;
  throw new CommandError(
    `process ${pid} works with this journal already; if it is something else, remove ${path}`,
  );
}

/** Two that find the same dead one must not remove each other's: what was moved is looked at once more. */
async function takeAway(path: string, found: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readFile(aside, 'utf8');
  if (moved !== found) await writeFile(path, moved, { flag: 'wx' }).catch(() => {});
  await rm(aside, { force: true });
}

function read(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text);
    return Number.isInteger(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  if (pid === process.pid) return started === startOf(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = startOf(pid);
  return now === undefined || started === undefined || now === started;
}

/** Known on Linux alone. */
function startOf(pid: number): string | undefined {
  try {
    // The name before the last parenthesis may have any character; the 22nd field is the time.
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19];
  } catch {
    return undefined;
  }
}
