// What people see: tables that fit, CSV that comes back as it was, and the line of a run that goes on.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { paragraphs } from '../src/doctor/paragraphs.ts';
import { progressLine } from '../src/enroll/progress.ts';
import { csv } from '../src/output/csv.ts';
import { rowsOf } from '../src/output/rows.ts';
import { table } from '../src/output/table.ts';
import { Terminal } from '../src/terminal.ts';

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

test('of a single row the names are whole, however narrow the terminal', () => {
  const lines = table([{ enrollment_key_of_it: 'k', journal: 'x'.repeat(60) }], 32).split('\n');
  expect(lines).toEqual(['enrollment_key_of_it  k', `journal               ${'x'.repeat(9)}…`, '']);
});

test('what doctor finds is said whole, in lines that fit', () => {
  const detail = 'EXPLORIUM_API_KEY has 22 characters, and is not recognised: is it whole, and not revoked?';
  const text = paragraphs(
    [
      { check: 'key', result: 'problem', detail },
      { check: 'clock', result: 'ok', detail: 'fine' },
    ],
    40,
  );
  expect(text.split(/\s+/).join(' ')).toContain(detail);
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(40);
  expect(text).toMatch(/^key: problem\n {2}EXPLORIUM[\s\S]*\n\nclock: ok\n {2}fine\n$/);
});

test('a terminal that says it has no columns has as many as most', () => {
  const stream = { write: () => {}, isTTY: true, columns: 0 };
  const terminal = new Terminal({ ...process, stdout: stream, stderr: stream, signals: process } as never);
  expect([terminal.width, terminal.messageWidth]).toEqual([80, 80]);
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
