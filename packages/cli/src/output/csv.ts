// Rows as CSV (RFC 4180), with a line of names.
import { cellOf, columnsOf, flattened, type Row } from './rows.ts';

export function csv(data: readonly Row[]): string {
  const rows = data.map((row) => flattened(row));
  const columns = columnsOf(rows);
  if (columns.length === 0) return '';
  return [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))].map(csvLine).join('');
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}
