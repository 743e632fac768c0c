// A file of prospects: CSV of any of three delimiters, or a line each; its rows, as often as they are asked for.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readProspectId } from '@agentsource/client/enroll';
import { CsvError, parse } from 'csv-parse';
import { CommandError } from '../exit-codes.ts';
import { type Inspected, inspect, textOf } from './encoding.ts';
import { isId, type Layout, layoutOf, OPTIONS } from './layout.ts';

export interface Row {
  /** Its first line in the file, from 1. */
  line: number;
  cells: string[];
  /** As the service knows it; `undefined` where the row is no prospect. */
  id: string | undefined;
  /** Why it is none. */
  problem: string;
}

interface RawRow {
  line: number;
  cells: string[];
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
    const { delimiter, header, hasSeparatorLine } = this.layout;
    const text = textOf(this.#path, this.#inspected);
    let toSkip = Number(hasSeparatorLine) + Number(header !== undefined);
    for await (const record of delimiter === undefined ? lines(text) : this.#records(text, delimiter)) {
      if (record.cells.every((cell) => cell.trim() === '')) continue;
      if (toSkip > 0) toSkip--;
      else yield this.#row(record);
    }
  }

  #row({ line, cells }: RawRow): Row {
    const { column, columns } = this.layout;
    const given = (cells[column] ?? '').trim();
    const { id, problem } = readProspectId(given);
    // Two rows that became one, or a delimiter in a text that should be quoted: an id that is not in its column is not passed over.
    if (cells.length > columns && cells.some((cell, index) => index !== column && hasId(cell)))
      return {
        line,
        cells,
        id: undefined,
        problem: 'more cells than the first line, and an id in another column',
      };
    if (id !== undefined) return { line, cells, id, problem: '' };
    return { line, cells, id, problem: given === '' ? 'no id' : `${problem} (${shown(given)})` };
  }

  async *#records(
    text: AsyncGenerator<string, void, void>,
    delimiter: string,
  ): AsyncGenerator<RawRow, void, void> {
    const parser = parse({ ...OPTIONS, delimiter });
    const piped = pipeline(Readable.from(text), parser).catch(() => {});
    let line = 1;
    try {
      for await (const cells of parser as AsyncIterable<string[]>) {
        yield { line, cells };
        line += 1 + lineEnds(cells);
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      throw new CommandError(`${this.name}: ${whatIsWrong(error)}, in the row of line ${line}`);
    } finally {
      parser.destroy();
      await piped;
    }
  }
}

/** Also beside another text, as where a line ends by what no CSV ends lines by. */
function hasId(cell: string): boolean {
  return cell.split(/[\s\u0085]+/).some(isId);
}

/** Within the cells, which are whole: only a quoted one has any. */
function lineEnds(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function whatIsWrong({ code, message }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and not closed';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'a row is longer than 1 MB (is a quote opened and not closed?)';
  return message;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

async function* lines(text: AsyncGenerator<string, void, void>): AsyncGenerator<RawRow, void, void> {
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
