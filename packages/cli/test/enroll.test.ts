// `agentsource enroll`, against a mock that remembers: what is read, what is sent, what is written, and what a second run does.
import { EventEmitter } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMock } from '@agentsource/mock';
import { describe, expect, test } from 'vitest';
import { enrolling, file, ids } from './enrolling.ts';
import { agentsource, directory, EVENTS, idOf } from './support.ts';

const { mock, posted, enroll } = enrolling();

test('45 good ids among junk, a duplicate in other letters and a blank line are three batches', async () => {
  const rows = ids(45).map((id, index) => `"Doe, ${index}",${id}`);
  rows.splice(10, 0, 'junk,not-an-id', '', `again, ${idOf(3).toUpperCase()} `);
  const path = file(['Name,Prospect_ID', ...rows, 'none,'].join('\r\n'));
  const { code, summary, stderr } = await enroll(path);
  expect([code, summary.enrolled, summary.invalid, summary.duplicates]).toEqual([5, 45, 2, 1]);
  expect(stderr).toBe(`${path}:12: 9 characters, must be 40 ("not-an-id")\n${path}:50: no id\n`);
  // They are sent at the same time, and arrive in any order.
  expect(
    posted()
      .map(({ length }) => length)
      .sort(),
  ).toEqual([20, 20, 5]);
  expect(new Set(posted().flat())).toEqual(new Set(ids(45)));
  expect(readFileSync(summary.failed_file, 'utf8')).toBe(
    'Name,Prospect_ID,line,reason\njunk,not-an-id,12,"9 characters, must be 40 (""not-an-id"")"\nnone,,50,no id\n',
  );
});

test('failed.csv, corrected, is run again, and is never written over', async () => {
  const path = file(`${idOf(1)}\nbroken\n`);
  const { failed_file } = (await enroll(path)).summary;
  writeFileSync(failed_file, readFileSync(failed_file, 'utf8').replace('broken', idOf(2)));
  expect((await enroll(failed_file)).code).toBe(0);
  expect(posted()).toEqual([[idOf(1)], [idOf(2)]]);
  writeFileSync(path, 'other\n');
  expect((await enroll(path, ['--key', 'other_key', '--dry-run'])).code).toBe(5);
  expect(readFileSync(failed_file, 'utf8')).toContain(idOf(2));
});

test('--failed never writes over the input', async () => {
  const path = file('junk\n');
  expect((await enroll(path, ['--failed', path])).code).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe('junk\n');
});

describe('files are known by their content', () => {
  const csv = (delimiter: string) =>
    ['name;x', 'prospect_id'].join(delimiter).replace(';', delimiter === ';' ? '_' : ';');
  const two = (delimiter: string) =>
    `${csv(delimiter)}\n${ids(2)
      .map((id) => `Zoë${delimiter}${id}`)
      .join('\n')}\n`;
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
  test.each<[string, string | Buffer]>([
    ['commas', two(',')],
    ['semicolons', two(';')],
    ['tabs', two('\t')],
    ['a byte order mark', `\ufeff${two(',')}`],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${two(';')}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(two('\t'), 'utf16le')],
    ['UTF-16, big end first', utf16be(`\ufeff${two(',')}`)],
    ['neither', Buffer.from(two(','), 'latin1')],
    ['plain lines', ids(2).join('\r\n')],
    ['plain lines with a name above', `prospect_id\n${ids(2).join('\n')}\n`],
    [
      'columns without names',
      ids(2)
        .map((id) => `a,${id},b`)
        .join('\n'),
    ],
    ['quotes over lines', `note,prospect_id\n"two\nlines",${idOf(0)}\nx,${idOf(1)}\n`],
  ])('%s', async (_, content) => {
    const { code, summary, stderr } = await enroll(file(content));
    expect([code, summary.prospects, stderr]).toEqual([0, 2, '']);
    expect(posted().flat()).toEqual(ids(2));
  });
  test('standard input', async () => {
    const journal = join(directory(), 'j.jsonl');
    expect((await enroll('-', ['--journal', journal], { input: two(';') })).code).toBe(0);
    expect(posted().flat()).toEqual(ids(2));
  });
  test('a column that is not there is told with those that are', async () => {
    const { code, stderr } = await enroll(file('a,b\n1,2\n'));
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('no column "prospect_id"; the first line has: a, b'),
    ]);
    expect((await enroll(file(`a,b\nx,${idOf(1)}\n`), ['--column', 'b'])).code).toBe(0);
    expect((await enroll(file(`a,b\nx,${idOf(2)}\n`), ['--column', '2'])).code).toBe(0);
  });
  test('a quote that is not closed swallows nothing unseen', async () => {
    const { code, stderr } = await enroll(file(`note,prospect_id\nx,${idOf(1)}\n"open,${idOf(2)}\n`));
    expect([code, stderr]).toEqual([2, expect.stringContaining('a quote is opened and not closed')]);
    expect(posted()).toEqual([]);
  });
});

describe('before anything is sent', () => {
  test('--dry-run lists what is invalid, and needs no key', async () => {
    const path = file(`${idOf(1)}\nx\n`);
    const { code, summary } = await enroll(path, ['--dry-run'], { env: { EXPLORIUM_API_KEY: '' } });
    expect([code, summary.prospects, summary.batches, summary.invalid]).toEqual([5, 1, 1, 1]);
    expect([posted(), existsSync(`${path}.a_key.jsonl`)]).toEqual([[], false]);
  });
  test('somebody is asked, and without a terminal it goes on with --yes alone', async () => {
    const args = ['enroll', file(idOf(1)), '--key', 'a_key', ...EVENTS];
    const asked = await agentsource(args, { url: mock().url, isTerminal: true, input: 'n\n' });
    expect([asked.code, asked.stderr]).toEqual([
      130,
      expect.stringContaining('Enroll 1 prospect under "a_key" in 1 request? [y/N]'),
    ]);
    expect((await agentsource(args, { url: mock().url })).code).toBe(2);
    expect(posted()).toEqual([]);
    expect((await agentsource(args, { url: mock().url, isTerminal: true, input: 'y\n' })).code).toBe(0);
  });
  test.each([
    ['a short key', ['--key', 'abc'], '--key must be'],
    ['an unknown event', ['--events', 'nothing'], 'There is no event nothing'],
    ['no rate', ['--rate', '0'], 'at least 1'],
  ])('%s is refused', async (_, args, message) => {
    const { code, stderr } = await enroll(file(idOf(1)), args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

test('Ctrl-C lets what was sent be answered, and the same command goes on', async () => {
  const signals = new EventEmitter();
  let answered = 0;
  const onRequest = () => void (++answered === 6 && signals.emit('SIGINT'));
  const slow = await startMock({ stateful: true, latency: 20, onRequest });
  const path = file(ids(400).join('\n'));
  const first = await enroll(path, [], { url: slow.url, signals });
  expect([first.code, first.summary.unknown]).toEqual([130, 0]);
  expect(first.summary.not_sent).toBeGreaterThan(0);
  const second = await enroll(path, [], { url: slow.url });
  expect([second.code, second.summary.enrolled + second.summary.enrolled_before]).toEqual([0, 400]);
  const sent = slow.requests.flatMap(({ body }) => (body as { prospect_ids: string[] }).prospect_ids);
  expect([sent.length, new Set(sent).size]).toEqual([400, 400]);
  await slow.close();
});
