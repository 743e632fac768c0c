// What is read of a file of prospects: every row, with the line it stands on, however lines end; and what is refused.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProspectFile } from '../src/prospects/prospect-file.ts';
import { directory, idOf } from './support.ts';

const [A, B, C] = [idOf(0), idOf(1), idOf(2)];

function open(content: string, column?: string): Promise<ProspectFile> {
  const path = join(directory(), 'p.csv');
  writeFileSync(path, content);
  return ProspectFile.open(path, 'p.csv', column);
}

/** Of each row its line, and its id or what is wrong. */
async function read(content: string, column?: string): Promise<[number, string][]> {
  const rows: [number, string][] = [];
  for await (const { line, id, problem } of (await open(content, column)).rows())
    rows.push([line, id ?? problem]);
  return rows;
}

describe('every row is read, on its line', () => {
  const ALL = [
    [2, A],
    [3, B],
    [4, C],
  ];
  const file = (first: string, ...others: string[]) =>
    `prospect_id,name${first}${A},b${others[0]}${B},c${others[1]}${C},d${others[2]}`;
  test.each([
    ['LF', file('\n', '\n', '\n', '\n')],
    ['CRLF', file('\r\n', '\r\n', '\r\n', '\r\n')],
    ['CR', file('\r', '\r', '\r', '\r')],
    ['CRLF, then LF', file('\r\n', '\n', '\n', '\r\n')],
    ['LF, then CRLF', file('\n', '\r\n', '\r\n', '')],
    ['CRLF, then CR', file('\r\n', '\r', '\r', '\r\n')],
    ['CR, then LF', file('\r', '\n', '\r\n', '')],
  ])('%s', async (_, content) => expect(await read(content)).toEqual(ALL));

  test.each(['\n', '\r\n', '\r'])('quoted line ends and empty lines, by %j', async (end) => {
    const rows = [`note,prospect_id`, `"a${end}b${end}",${A}`, '', `"c\n\r\nd",${B}`, `"""e""",${C}`];
    expect(await read(rows.join(end))).toEqual([
      [2, A],
      [6, B],
      [9, C],
    ]);
  });

  test('also where text comes in parts that cut a line end', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `${idOf(index)},"x\r\ny"\r\n`);
    const found = await read(`prospect_id,name\r\n${rows.join('')}`);
    expect(found).toEqual(rows.map((_, index) => [2 + 2 * index, idOf(index)]));
  });
});

test.each([
  ['two rows in one', `prospect_id,name\n${A},b\u2028${B},c\n${C},d\n`],
  ['a comma that is not quoted', `name,prospect_id\nDoe, John,${A}\nx,${C}\n`],
  ['without names', `${C},x\n${A},b,${B}\n`],
])('an id outside of its column is told where a row is too long: %s', async (_, content) => {
  const found = await read(content);
  expect(found).toContainEqual([
    expect.any(Number),
    'more cells than the first line, and an id in another column',
  ]);
  expect(found).toContainEqual([expect.any(Number), C]);
  expect(found).toHaveLength(2);
});

test('several columns of ids want a choice', async () => {
  await expect(read(`${A},${B},${C}`)).rejects.toThrow('3 columns have ids; choose one by --column');
  expect(await read(`${A},${B}\n${C},x`, '1')).toEqual([
    [1, A],
    [2, C],
  ]);
});

describe('one column', () => {
  test.each(['id', 'Prospect', 'people to watch', 'prospect-ids'])('below the name %j', async (name) => {
    expect(await read(`${name}\n${A}\n${B}`)).toEqual([
      [2, A],
      [3, B],
    ]);
    expect(await read(`${name}\n${A}`, '1')).toEqual([[2, A]]);
  });
  test.each(['abc', 'deadbeef', A.slice(1), '123', 'x1'])(
    '%j may be a broken id, and is told',
    async (first) => {
      expect((await read(`${first}\n${A}`)).map(([line]) => line)).toEqual([1, 2]);
    },
  );
  test('a word above what is no id is told', async () => {
    expect(await read(`id\nbroken\n${A}`)).toHaveLength(3);
  });
});

describe("Excel's line for the delimiter", () => {
  test.each([';', '|', '\t', ','])('%j', async (by) => {
    expect(await read(`sep=${by}\r\nname${by}prospect_id\r\n"a,b"${by}${A}\r\n`)).toEqual([[3, A]]);
    expect(await read(`sep=${by}\n${A}\n${B}`)).toEqual([
      [2, A],
      [3, B],
    ]);
  });
});

describe('what ends the reading', () => {
  test.each([
    [
      'a quote',
      `note,prospect_id\nx,${A}\n"open,${B}\n`,
      'a quote is opened and not closed, in the row of line 3',
    ],
    ['a long row', `note,prospect_id\n${'x'.repeat(1_000_001)},${A}\n`, 'a row is longer than 1 MB'],
  ])('%s', async (_, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });
  test('a directory', async () => {
    await expect(ProspectFile.open(directory(), 'd', undefined)).rejects.toThrow('it is a directory');
  });
});
