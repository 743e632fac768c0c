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
}

export const DEFAULT_COLUMN = 'prospect_id';
const DELIMITERS = [',', ';', '\t'];

/**
 * @param text the file's beginning, its first lines at least.
 * @param wanted the column that was asked for: its name, or its number from 1.
 * @throws {CommandError} where there is no such column, which lists those that there are.
 */
export function layoutOf(text: string, wanted: string | undefined): Layout {
  const candidates = DELIMITERS.map((delimiter) => ({ delimiter, cells: firstCells(text, delimiter) }));
  const name = wanted ?? DEFAULT_COLUMN;
  const best =
    candidates.find(({ cells }) => cells.length > 1 && indexOf(cells, name) >= 0) ??
    candidates.find(({ cells }) => cells.length > 1 && indexOfId(cells) >= 0) ??
    candidates.reduce((one, other) => (other.cells.length > one.cells.length ? other : one));
  const { cells } = best;
  const delimiter = cells.length > 1 ? best.delimiter : undefined;
  const named = indexOf(cells, name);
  if (named >= 0) return { delimiter, header: cells, column: named };
  const number = /^[1-9]\d*$/.test(name) ? Number(name) - 1 : -1;
  const header = indexOfId(cells) < 0 && delimiter !== undefined ? cells : undefined;
  if (wanted !== undefined && number >= 0 && number < cells.length)
    return { delimiter, header, column: number };
  const column = delimiter === undefined ? 0 : indexOfId(cells);
  if (column < 0 || wanted !== undefined) {
    throw new CommandError(
      `no column "${name}"; the first line has: ${cells.join(', ')}. Choose one by --column, its name or its number`,
    );
  }
  return { delimiter, header, column };
}

/** The cells of the first line that has any. */
function firstCells(text: string, delimiter: string): string[] {
  try {
    const [cells = []] = parse(text, { ...OPTIONS, delimiter, to: 1, skip_records_with_empty_values: true });
    return cells.map((cell) => cell.trim());
  } catch {
    return [];
  }
}

/** What csv-parse is asked for, here and where all rows are read. */
export const OPTIONS = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  // A quote that nobody closes would swallow all that follows.
  max_record_size: 1_000_000,
} as const;

function indexOf(cells: readonly string[], name: string): number {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const exact = cells.indexOf(name.trim());
  return exact >= 0 ? exact : cells.findIndex((cell) => cell !== '' && bare(cell) === bare(name));
}

function indexOfId(cells: readonly string[]): number {
  return cells.findIndex((cell) => readProspectId(cell).id !== undefined);
}
