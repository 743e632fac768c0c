// How a file of prospects is laid out: what separates its columns, whether it has a line of names, and which column has the ids.
import { readProspectId } from '@agentsource/client/enroll';
import { parse } from 'csv-parse/sync';
import { CommandError } from '../exit-codes.ts';

export interface Layout {
  /** `undefined` where a line is an id. */
  delimiter: string | undefined;
  /** The columns' names; `undefined` where the first line has none. */
  header: string[] | undefined;
  /** The index of the ids' column. */
  column: number;
  /** How many columns the first line has. */
  columns: number;
  /** Whether a line comes before all else that tells spreadsheets the delimiter. */
  hasSeparatorLine: boolean;
}

export const DEFAULT_COLUMN = 'prospect_id';
const DELIMITERS = [',', ';', '\t'];

/** What Excel writes before the first line, and reads there. */
const SEPARATOR_LINE = /^sep=([^\w\s"]|\t)(\r\n|\n|\r)/i;

/** A name above a column of ids, which can't be a part of an id. */
const NAME = /^(?=.*[g-z _-])[a-z _-]{1,39}$/i;

/**
 * @param text the file's beginning, its first lines at least.
 * @param wanted the column that was asked for: its name, or its number from 1.
 * @throws {CommandError} where there is no such column, which lists those that there are; or where several have ids, and none is asked for.
 */
export function layoutOf(text: string, wanted: string | undefined): Layout {
  const [separatorLine = '', separator] = SEPARATOR_LINE.exec(text) ?? [];
  const beginning = text.slice(separatorLine.length);
  const name = wanted ?? DEFAULT_COLUMN;
  const { delimiter, first, second } = bestRead(beginning, separator ? [separator] : DELIMITERS, name);
  const layout = { delimiter, columns: first.length, hasSeparatorLine: separatorLine !== '' };
  const named = indexOf(first, name);
  if (named >= 0) return { ...layout, header: first, column: named };
  const header = hasNames(first, second) ? first : undefined;
  const number = /^[1-9]\d*$/.test(name) ? Number(name) - 1 : -1;
  if (wanted !== undefined && number >= 0 && number < first.length)
    return { ...layout, header, column: number };
  const column = delimiter === undefined ? 0 : first.findIndex(isId);
  if (column < 0 || wanted !== undefined) {
    throw new CommandError(
      `no column "${name}"; the first line has: ${first.join(', ')}. Choose one by --column, its name or its number`,
    );
  }
  const withIds = first.filter(isId).length;
  if (withIds > 1)
    throw new CommandError(
      `${withIds} columns have ids; choose one by --column, or write an id on each line`,
    );
  // Whatever its name is: what is written of it is to be known by its own.
  return { ...layout, header: header && [DEFAULT_COLUMN], column };
}

interface Read {
  /** `undefined` where the first line has one cell. */
  delimiter: string | undefined;
  /** The cells of the first line that has any, and those of the next. */
  first: string[];
  second: string[];
}

/** By the delimiter that gives the column that is asked for, or one with ids, or else the most columns. */
function bestRead(text: string, delimiters: readonly string[], name: string): Read {
  const reads = delimiters.map((delimiter) => readWith(text, delimiter));
  const { delimiter, ...best } =
    reads.find(({ first }) => first.length > 1 && indexOf(first, name) >= 0) ??
    reads.find(({ first }) => first.length > 1 && first.some(isId)) ??
    reads.reduce((one, other) => (other.first.length > one.first.length ? other : one));
  return { ...best, delimiter: best.first.length > 1 ? delimiter : undefined };
}

function readWith(text: string, delimiter: string): Read {
  const [first = [], second = []] = recordsOf(text, delimiter, 2) ?? recordsOf(text, delimiter, 1) ?? [];
  return { delimiter, first, second };
}

/** `undefined` where they can't be read, as where a quote is not closed in them. */
function recordsOf(text: string, delimiter: string, to: number): string[][] | undefined {
  try {
    const records = parse(text, { ...OPTIONS, delimiter, to, skip_records_with_empty_values: true });
    return records.map((cells) => cells.map((cell) => cell.trim()));
  } catch {
    return undefined;
  }
}

/** What csv-parse is asked for, here and where all rows are read. */
export const OPTIONS = {
  // Each of them, wherever: csv-parse would take the first that it meets for all.
  record_delimiter: ['\r\n', '\n', '\r'] as string[],
  relax_column_count: true,
  relax_quotes: true,
  // A quote that nobody closes would swallow all that follows.
  max_record_size: 1_000_000,
} as const;

function indexOf(cells: readonly string[], name: string): number {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const exact = cells.indexOf(name.trim());
  return exact >= 0 ? exact : cells.findIndex((cell) => cell !== '' && bare(cell) === bare(name));
}

/** Of several columns the first line has an id or is their names; of one it is a name only if nothing else is likely. */
function hasNames(first: readonly string[], second: readonly string[]): boolean {
  if (first.length > 1) return !first.some(isId);
  return NAME.test(first[0] ?? '') && second.length === 1 && second.every(isId);
}

export function isId(cell: string): boolean {
  return readProspectId(cell).id !== undefined;
}
