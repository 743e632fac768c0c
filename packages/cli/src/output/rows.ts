// What an answer's rows are, and what stands in a cell.

export type Row = Record<string, unknown>;

/** A list is its items; an object that holds one list of objects is that; anything else is a row of its own. */
export function rowsOf(data: unknown): Row[] {
  if (Array.isArray(data)) return data.map(rowOf);
  if (!isObject(data)) return data === undefined ? [] : [rowOf(data)];
  const lists = Object.values(data).filter((value) => Array.isArray(value) && value.every(isObject));
  return lists.length === 1 ? (lists[0] as unknown[]).map(rowOf) : [rowOf(data)];
}

/** The names of all rows' columns, in the order in which they come up. */
export function columnsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** Objects within are columns of their own. */
export function flattened(row: Row, prefix = ''): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      isObject(value) && Object.keys(value).length > 0
        ? Object.entries(flattened(value, `${prefix}${name}.`))
        : [[prefix + name, value]],
    ),
  );
}

export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(',');
  return JSON.stringify(value);
}

function rowOf(value: unknown): Row {
  return isObject(value) ? value : { value };
}

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
