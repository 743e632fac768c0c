// Writes data in the format that was asked for: on a terminal a table, otherwise JSON.
import { Option } from 'commander';
import type { Terminal } from '../terminal.ts';
import { csv } from './csv.ts';
import { rowsOf } from './rows.ts';
import { table } from './table.ts';

const FORMATS = ['table', 'json', 'ndjson', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export function formatOption(): Option {
  return new Option('--format <format>', 'table (on a terminal), json (elsewhere), ndjson or csv').choices(
    FORMATS,
  );
}

/** The format that was asked for, or what suits who reads it. */
export function formatOf(terminal: Terminal, format: Format | undefined): Format {
  return format ?? (terminal.isInteractive ? 'table' : 'json');
}

/** A text and a file's bytes are written as they are. */
export async function writeData(
  terminal: Terminal,
  data: unknown,
  format: Format | undefined,
): Promise<void> {
  if (data === undefined) return;
  if (data instanceof Blob) return terminal.printBytes(new Uint8Array(await data.arrayBuffer()));
  if (typeof data === 'string' && format === undefined)
    return terminal.print(data.endsWith('\n') ? data : `${data}\n`);
  switch (formatOf(terminal, format)) {
    case 'json':
      return terminal.print(`${JSON.stringify(data, null, 2)}\n`);
    case 'ndjson':
      return terminal.print(
        rowsOf(data)
          .map((row) => `${JSON.stringify(row)}\n`)
          .join(''),
      );
    case 'csv':
      return terminal.print(csv(rowsOf(data)));
    case 'table': {
      const rows = rowsOf(data);
      if (rows.length === 0) return terminal.say('nothing');
      return terminal.print(table(rows, terminal.isInteractive ? terminal.width : Number.POSITIVE_INFINITY));
    }
  }
}
