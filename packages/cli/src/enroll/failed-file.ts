// The rows that were not enrolled, as a CSV to correct and run again: all that they had, their line, and why.
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { csvLine } from '../output/csv.ts';
import { DEFAULT_COLUMN } from '../prospects/layout.ts';
import type { ProspectFile, Row } from '../prospects/prospect-file.ts';

const ADDED = ['line', 'reason'];

/** `failed.csv` beside the input, or `failed-2.csv` …: never a file that is somebody else's, or the input itself. */
export function freeFailedFile(input: string): string {
  const directory = dirname(input);
  for (let count = 1; ; count++) {
    const path = join(directory, count === 1 ? 'failed.csv' : `failed-${count}.csv`);
    if (!existsSync(path) && resolve(path) !== resolve(input)) return path;
  }
}

/**
 * @param failures why, by id.
 * @param invalid why, by line.
 */
export async function writeFailedFile(
  path: string,
  file: ProspectFile,
  failures: ReadonlyMap<string, string>,
  invalid: ReadonlyMap<number, string>,
): Promise<void> {
  const output = createWriteStream(path);
  const write = async (cells: string[]) =>
    void (output.write(csvLine(cells)) || (await once(output, 'drain')));
  const isAgain = ADDED.join() === file.layout.header?.slice(-ADDED.length).join();
  const kept = (cells: string[]) =>
    isAgain ? cells.slice(0, (file.layout.header?.length ?? 0) - ADDED.length) : cells;
  const told = new Set<string>();
  let hasHeader = false;
  for await (const row of file.rows()) {
    const reason = invalid.get(row.line) ?? reasonOf(row, failures, told);
    if (reason === undefined) continue;
    if (!hasHeader) await write([...kept(headerOf(file, row.cells.length)), ...ADDED]);
    hasHeader = true;
    // A row that is shorter or longer than the line of names has its line and reason in their columns all the same.
    const columns = file.layout.header?.length ?? row.cells.length;
    const cells = Array.from({ length: columns }, (_, index) => row.cells[index] ?? '');
    await write([...kept(cells), String(row.line), reason, ...row.cells.slice(columns)]);
  }
  output.end();
  await once(output, 'close');
}

function reasonOf({ id }: Row, failures: ReadonlyMap<string, string>, told: Set<string>): string | undefined {
  if (id === undefined || told.has(id)) return undefined;
  told.add(id);
  return failures.get(id);
}

function headerOf({ layout: { header, column } }: ProspectFile, length: number): string[] {
  if (header) return header;
  return Array.from({ length }, (_, index) => (index === column ? DEFAULT_COLUMN : `column_${index + 1}`));
}
