// What people see: tables that fit, CSV that comes back as it was, and the line of a run that goes on.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { progressLine } from '../src/enroll/progress.ts';
import { csv } from '../src/output/csv.ts';
import { rowsOf } from '../src/output/rows.ts';
import { table } from '../src/output/table.ts';

const rows = [
  { id: 'a', long: 'x'.repeat(100), list: ['p', 'q'], in: { side: 1 } },
  { id: 'b,"c"', long: ' y\nz', list: [], in: {} },
];

test('a table takes from the widest column what does not fit', () => {
  const lines = table(rows, 40).split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(40);
  expect(lines[1]).toContain('…');
  expect(table(rows, 1000)).toContain('x'.repeat(100));
});

test('CSV is read back as what it was', () => {
  expect(parse(csv(rows))).toEqual([
    ['id', 'long', 'list', 'in.side', 'in'],
    ['a', 'x'.repeat(100), 'p,q', '1', ''],
    ['b,"c"', ' y\nz', '', '', '{}'],
  ]);
});

test.each([
  [[{ a: 1 }], [{ a: 1 }]],
  [{ list: [{ a: 1 }], context: {} }, [{ a: 1 }]],
  [{ one: [{ a: 1 }], two: [] }, [{ one: [{ a: 1 }], two: [] }]],
  ['text', [{ value: 'text' }]],
])('rows of %j', (data, expected) => expect(rowsOf(data)).toEqual(expected));

test.each([
  [{ enrolled: 0, failed: 0, unknown: 0 }, 0, '0 %  0 of 5000 enrolled'],
  [
    { enrolled: 1240, failed: 0, unknown: 0 },
    60_000,
    '24 %  1240 of 5000 enrolled  1240 a minute  3 min 2 s left',
  ],
  [
    { enrolled: 4900, failed: 20, unknown: 40 },
    60_000,
    '99 %  4900 of 5000 enrolled  20 failed  40 unknown  4960 a minute  1 s left',
  ],
])('progress of %j', (counts, elapsed, line) => {
  expect(progressLine(counts, 5000, elapsed)).toBe(line);
  expect(line.length).toBeLessThan(80);
});
