// Rows as a table that fits the terminal: a column each, or for a single row a line each.
import { escapeUnseen } from '../terminal.ts';
import { cellOf, columnsOf, flattened, type Row } from './rows.ts';

const GAP = '  ';
const NARROWEST = 6;

/** @param width of the terminal; `Infinity` where nothing has to fit. */
export function table(data: readonly Row[], width: number): string {
  const rows = data.map((row) => flattened(row));
  const [only, ...others] = rows;
  if (only === undefined) return '';
  const columns = columnsOf(rows);
  if (others.length === 0) {
    const lines = columns.map((column) => [column, textOf(only[column])]);
    const [names = 0, values = 0] = widthsOf(lines);
    // What a value is of is said whole.
    return textOfLines(lines, [names, Math.max(NARROWEST, Math.min(values, width - names - GAP.length))]);
  }
  const lines = [
    columns.map((column) => column.toUpperCase()),
    ...rows.map((row) => columns.map((column) => textOf(row[column]))),
  ];
  return textOfLines(lines, fitted(widthsOf(lines), width));
}

function textOfLines(lines: readonly string[][], widths: readonly number[]): string {
  return lines
    .map(
      (cells) =>
        `${cells
          .map((cell, index) => padded(cell, widths[index] ?? 0))
          .join(GAP)
          .trimEnd()}\n`,
    )
    .join('');
}

function textOf(value: unknown): string {
  const text = cellOf(value);
  return escapeUnseen(text.replaceAll('\n', ' '));
}

function widthsOf(lines: readonly string[][]): number[] {
  const [first = []] = lines;
  return first.map((_, index) => Math.max(...lines.map((cells) => cells[index]?.length ?? 0)));
}

/** Takes from the widest until all fit, or nothing can be taken. */
function fitted(widths: readonly number[], width: number): number[] {
  const fitting = [...widths];
  const total = () => fitting.reduce((sum, one) => sum + one, 0) + GAP.length * (fitting.length - 1);
  while (total() > width) {
    const widest = Math.max(...fitting);
    if (widest <= NARROWEST) break;
    const index = fitting.indexOf(widest);
    const next = Math.max(NARROWEST, ...fitting.filter((one) => one < widest));
    fitting[index] = Math.max(next, widest - (total() - width), NARROWEST);
    if (fitting[index] === widest) fitting[index] = widest - 1;
  }
  return fitting;
}

function padded(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
