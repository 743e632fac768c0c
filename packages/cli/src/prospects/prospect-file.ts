// A file of prospects: CSV of any of three delimiters, or a line each; its rows, as often as they are asked for.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { CommandError } from '../exit-codes.ts';
import { type Inspected, inspect, textOf } from './encoding.ts';
import { type Layout, layoutOf, OPTIONS } from './layout.ts';

export interface Row {
  /** Its first line in the file, from 1. */
  line: number;
  cells: string[];
  /** What stands where the id is to be. */
  id: string;
}

/** Characters that are enough for the first lines. */
const BEGINNING = 65_536;

export class ProspectFile {
  /** What messages call it. */
  readonly name: string;
  readonly layout: Layout;
  readonly sha256: string;
  readonly #path: string;
  readonly #inspected: Inspected;

  private constructor(path: string, name: string, inspected: Inspected, layout: Layout) {
    this.name = name;
    this.layout = layout;
    this.sha256 = inspected.sha256;
    this.#path = path;
    this.#inspected = inspected;
  }

  /** @throws {CommandError} where it can't be read, or has no such column. */
  static async open(path: string, name: string, column: string | undefined): Promise<ProspectFile> {
    const inspected = await inspect(path);
    let beginning = '';
    for await (const text of textOf(path, inspected)) {
      beginning += text;
      if (beginning.length >= BEGINNING) break;
    }
    if (beginning.trim() === '') throw new CommandError(`${name} is empty`);
    return new ProspectFile(path, name, inspected, layoutOf(beginning, column));
  }

  /** Without the line of names, and without rows that have nothing in them. */
  async *rows(): AsyncGenerator<Row, void, void> {
    const { delimiter, header, column } = this.layout;
    const text = textOf(this.#path, this.#inspected);
    let isFirst = true;
    for await (const { line, cells } of delimiter === undefined
      ? lines(text)
      : this.#records(text, delimiter)) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (isFirst && header) {
        isFirst = false;
        continue;
      }
      isFirst = false;
      yield { line, cells, id: cells[column] ?? '' };
    }
  }

  async *#records(
    text: AsyncGenerator<string, void, void>,
    delimiter: string,
  ): AsyncGenerator<{ line: number; cells: string[] }, void, void> {
    const parser = parse({ ...OPTIONS, delimiter, info: true });
    const piped = pipeline(Readable.from(text), parser).catch(() => {});
    let last = 0;
    try {
      for await (const { record, info } of parser) {
        const inner = record.join('').split('\n').length - 1;
        last = info.lines - inner;
        yield { line: last, cells: record };
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      throw new CommandError(`${this.name}: a quote is opened and not closed, in a row after line ${last}`);
    } finally {
      parser.destroy();
      await piped;
    }
  }
}

async function* lines(
  text: AsyncGenerator<string, void, void>,
): AsyncGenerator<{ line: number; cells: string[] }, void, void> {
  let line = 0;
  let rest = '';
  const row = (content: string) => ({ line: ++line, cells: [content.trim().replace(/^"(.*)"$/, '$1')] });
  for await (const chunk of text) {
    const parts = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? '';
    for (const part of parts) yield row(part);
  }
  if (rest !== '') yield row(rest);
}

/** Standard input as a file that can be read more than once; gives its path, and what removes it. */
export async function spooled(
  input: AsyncIterable<Uint8Array>,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'agentsource-'));
  const path = join(directory, 'prospects');
  await pipeline(input, createWriteStream(path, { mode: 0o600 }));
  return { path, remove: () => rm(directory, { recursive: true, force: true }) };
}
