// The journal of a run: a line of JSON for what it is about, and for each batch before it is sent and when its outcome is known.
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CommandError } from '../exit-codes.ts';
import { whyNot } from '../file-errors.ts';
import { type BatchLine, type JournalRecord, recordOf } from './journal-record.ts';
import { lock } from './lock.ts';
import { checkSubject, firstLineOf, type Subject } from './subject.ts';

/** A file of rows that failed. */
export interface WrittenFile {
  /** SHA-256, in hex, of all that was ever written there. */
  hashes: Set<string>;
  /** The ids that had failed when it was written last. */
  told: ReadonlySet<string>;
}

export class Journal {
  readonly path: string;
  readonly #key: string;
  readonly #handle: FileHandle;
  readonly #unlock: () => Promise<void>;
  #tail: Promise<unknown> = Promise.resolve();
  #failure: CommandError | undefined;

  private constructor(path: string, key: string, handle: FileHandle, unlock: () => Promise<void>) {
    this.path = path;
    this.#key = key;
    this.#handle = handle;
    this.#unlock = unlock;
  }

  /** @throws {CommandError} while another run holds it, and where it is the journal of something else. */
  static async open(path: string, subject: Subject): Promise<Journal> {
    const unlock = await lock(`${path}.lock`);
    let handle: FileHandle | undefined;
    try {
      handle = await open(path, 'a+');
      const journal = new Journal(path, subject.key, handle, unlock);
      await cutTornLine(handle);
      const first = await journal.#first();
      if (first === undefined) await journal.#begin(subject);
      else checkSubject(path, first, subject);
      return journal;
    } catch (error) {
      await handle?.close();
      await unlock();
      const { code } = error as NodeJS.ErrnoException;
      throw typeof code === 'string' ? new CommandError(`${path} can't be opened: ${whyNot(error)}`) : error;
    }
  }

  /** Why nothing can be written any more; `undefined` as long as all is written. */
  get failure(): CommandError | undefined {
    return this.#failure;
  }

  /** What is known of batches so far: of one that is sent anew nothing earlier than that. */
  async *records(): AsyncGenerator<BatchLine, void, void> {
    const anew = new Map<number, number>();
    for await (const [place, record] of this.#lines()) {
      if (record.status === 'absent' || record.status === 'resend') anew.set(record.batch, place);
    }
    for await (const [place, record] of this.#lines()) {
      if (record.status !== 'failed_file' && place > (anew.get(record.batch) ?? 0)) yield record;
    }
  }

  /** Where this journal's runs wrote the rows that failed, by path. */
  async failedFiles(): Promise<Map<string, WrittenFile>> {
    const files = new Map<string, WrittenFile>();
    const failed: string[] = [];
    for await (const [, record] of this.#lines()) {
      if (record.status === 'failed') failed.push(...record.ids);
      if (record.status !== 'failed_file') continue;
      const { hashes } = files.get(record.path) ?? { hashes: new Set() };
      files.set(record.path, { hashes: hashes.add(record.sha256), told: new Set(failed) });
    }
    return files;
  }

  /** @throws {CommandError} `failure`: once something could not be written, nothing is. */
  async append(record: JournalRecord): Promise<void> {
    await this.#write(record);
  }

  /** Settles when the record, and all before it, would survive a power cut. @throws {CommandError} as `append`. */
  async appendSynced(record: JournalRecord): Promise<void> {
    await this.#writeSynced(record);
  }

  async close(): Promise<void> {
    try {
      await this.#tail;
      await this.#handle.close();
    } finally {
      await this.#unlock();
    }
  }

  async #write(line: object): Promise<void> {
    const written = this.#tail.then(async () => {
      if (this.#failure) throw this.#failure;
      try {
        await this.#handle.appendFile(`${JSON.stringify(line)}\n`);
      } catch (error) {
        // What was written of it is no line.
        await cutTornLine(this.#handle).catch(() => {});
        throw this.#failed(error);
      }
    });
    this.#tail = written.catch(() => {});
    await written;
  }

  async #writeSynced(line: object): Promise<void> {
    await this.#write(line);
    await this.#handle.datasync().catch((error) => {
      throw this.#failed(error);
    });
  }

  #failed(error: unknown): CommandError {
    this.#failure ??= new CommandError(`${this.path} can't be written: ${whyNot(error)}`);
    return this.#failure;
  }

  async #first(): Promise<string | undefined> {
    for await (const line of read(this.path)) return line;
    return undefined;
  }

  async #begin(subject: Subject): Promise<void> {
    await this.#writeSynced(firstLineOf(subject));
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
      const record = recordOf(line, this.#key);
      if (record === undefined) throw new CommandError(`${this.path}:${place} is no line of a journal`);
      yield [place, record];
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
