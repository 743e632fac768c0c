// The lines of the file of rows that failed: CSV with the input's own columns, and two more.
import { csvLine } from '../output/csv.ts';
import { DEFAULT_COLUMN } from '../prospects/layout.ts';
import type { ProspectFile } from '../prospects/prospect-file.ts';

const ADDED = ['line', 'reason'];

export interface Failures {
  file: ProspectFile;
  /** Why, by id. */
  byId: ReadonlyMap<string, string>;
  /** Why, by line of the input. */
  byLine: ReadonlyMap<number, string>;
}

export async function* failedLines({ file, byId, byLine }: Failures): AsyncGenerator<string, void, void> {
  const names = file.layout.header;
  const isAgain = ADDED.join() === names?.slice(-ADDED.length).join();
  const kept = (cells: string[]) => (isAgain ? cells.slice(0, (names?.length ?? 0) - ADDED.length) : cells);
  const told = new Set<string>();
  let hasHeader = false;
  for await (const { line, cells, id } of file.rows()) {
    const reason = byLine.get(line) ?? (id === undefined || told.has(id) ? undefined : byId.get(id));
    if (reason === undefined) continue;
    if (id !== undefined) told.add(id);
    if (!hasHeader) yield csvLine([...kept(headerOf(file, cells.length)), ...ADDED]);
    hasHeader = true;
    // A row that is shorter or longer than the line of names has its line and reason in their columns all the same.
    const columns = names?.length ?? cells.length;
    const own = Array.from({ length: columns }, (_, index) => cells[index] ?? '');
    yield csvLine([...kept(own), String(line), reason, ...cells.slice(columns)]);
  }
}

function headerOf({ layout: { header, column } }: ProspectFile, length: number): string[] {
  if (header) return header;
  return Array.from({ length }, (_, index) => (index === column ? DEFAULT_COLUMN : `column_${index + 1}`));
}
