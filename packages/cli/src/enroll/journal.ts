// The journal of a run: a line of JSON for what it is about, and for each batch before it is sent and when its outcome is known.
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EarlierRecord } from '@agentsource/client/enroll';
import { CommandError } from '../exit-codes.ts';
import { lock } from './lock.ts';

/** What a journal is of; a run goes on with its own alone. */
export interface Subject {
  /** SHA-256 of the file. */
  file: string;
  key: string;
  /** Sorted. */
  events: string[];
  baseUrl: string;
}

/** A line of the journal: a record of `enrollProspects`; or `absent`, a batch that the service turned out not to have. */
export interface JournalRecord extends EarlierRecord {
  /** When a `sending` was written, in milliseconds since 1970. */
  at?: number;
  /** Where rows that failed are written. */
  failedFile?: string;
}

const WORDS: Record<keyof Subject, string> = {
  file: 'another file, or of this one before it was changed',
  key: 'another enrollment key',
  events: 'other events',
  baseUrl: 'another server',
};

export class Journal {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #unlock: () => Promise<void>;
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(path: string, handle: FileHandle, unlock: () => Promise<void>) {
    this.path = path;
    this.#handle = handle;
    this.#unlock = unlock;
  }

  /** @throws {CommandError} while another run holds it, and where it is the journal of something else. */
  static async open(path: string, subject: Subject): Promise<Journal> {
    const unlock = await lock(`${path}.lock`);
    let handle: FileHandle | undefined;
    try {
      handle = await open(path, 'a+');
      const journal = new Journal(path, handle, unlock);
      await cutTornLine(handle);
      const first = await journal.#first();
      if (first === undefined) await journal.#begin(subject);
      else refuseOther(path, first, subject);
      return journal;
    } catch (error) {
      await handle?.close();
      await unlock();
      const { code } = error as NodeJS.ErrnoException;
      throw typeof code === 'string' ? new CommandError(`${path} can't be opened: ${code}`) : error;
    }
  }

  /** The records so far, as `resumeFrom` wants them: of a batch that turned out to be absent nothing earlier than that. */
  async *records(): AsyncGenerator<JournalRecord, void, void> {
    const absent = new Map<number, number>();
    for await (const [place, record] of this.#lines()) {
      if (record.status === 'absent') absent.set(record.batch as number, place);
    }
    for await (const [place, record] of this.#lines()) {
      if (record.status === 'absent' || record.failedFile !== undefined) continue;
      if (place > (absent.get(record.batch as number) ?? 0)) yield record;
    }
  }

  /** Where this journal's runs write the rows that failed. */
  async failedFile(): Promise<string | undefined> {
    let path: string | undefined;
    for await (const [, record] of this.#lines()) path = record.failedFile ?? path;
    return path;
  }

  async append(record: object): Promise<void> {
    const line = `${JSON.stringify(record)}\n`;
    const written = this.#tail.then(() => this.#handle.appendFile(line));
    this.#tail = written.catch(() => {});
    await written;
  }

  /** Settles when the record, and all before it, would survive a power cut. */
  async appendSynced(record: object): Promise<void> {
    await this.append(record);
    await this.#handle.datasync();
  }

  async close(): Promise<void> {
    await this.#tail;
    await this.#handle.close();
    await this.#unlock();
  }

  async #first(): Promise<string | undefined> {
    for await (const line of read(this.path)) return line;
    return undefined;
  }

  async #begin(subject: Subject): Promise<void> {
    await this.appendSynced({ journal: 'agentsource enroll', version: 1, ...subject });
    // The name of a new file is in its directory; not every system lets that be synced.
    const directory = await open(dirname(this.path)).catch(() => undefined);
    await directory?.sync().catch(() => {});
    await directory?.close();
  }

  /** Those behind the first line, with their number. */
  async *#lines(): AsyncGenerator<[place: number, record: JournalRecord], void, void> {
    let place = 0;
    for await (const line of read(this.path)) {
      place++;
      if (place === 1) continue;
      const record = parsed(line);
      if (record === undefined) throw new CommandError(`${this.path}:${place} is no line of a journal`);
      yield [place, record as unknown as JournalRecord];
    }
  }
}

async function* read(path: string): AsyncGenerator<string, void, void> {
  const file = await open(path);
  try {
    for await (const line of file.readLines()) yield line;
  } finally {
    await file.close().catch(() => {});
  }
}

function refuseOther(path: string, line: string, subject: Subject): void {
  const found = parsed(line);
  if (found?.journal !== 'agentsource enroll')
    throw new CommandError(`${path} is there already, and is no journal`);
  const differs = (Object.keys(WORDS) as (keyof Subject)[]).find(
    (name) => JSON.stringify(found[name]) !== JSON.stringify(subject[name]),
  );
  if (differs === undefined) return;
  throw new CommandError(
    `${path} is the journal of ${WORDS[differs]}; give this run another one by --journal`,
  );
}

/** A line that a crash cut off was never acted on: each is whole before its request is sent. */
async function cutTornLine(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  const buffer = new Uint8Array(65_536);
  for (let end = size; end > 0; ) {
    const from = Math.max(0, end - buffer.length);
    const { bytesRead } = await handle.read(buffer, 0, end - from, from);
    const newline = buffer.subarray(0, bytesRead).lastIndexOf(10);
    if (newline >= 0) {
      if (from + newline + 1 < size) await handle.truncate(from + newline + 1);
      return;
    }
    end = from;
  }
  await handle.truncate(0);
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
