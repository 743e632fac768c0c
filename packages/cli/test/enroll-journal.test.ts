// The journal of `agentsource enroll`: whose it is, what a crash or a full disk leaves of it, and what it refuses.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { describe, expect, test, vi } from 'vitest';
import { enrolling, file, ids, LIST, PATH } from './enrolling.ts';
import { idOf } from './support.ts';

const { mock, posted, enroll } = enrolling();
const journalOf = (path: string) => `${path}.a_key.jsonl`;

describe('the journal', () => {
  test.each([
    ['another file', (path: string) => appendFileSync(path, `\n${idOf(9)}`), []],
    ['other events', () => {}, ['--events', 'prospect_changed_company']],
    [
      'another key',
      (path: string) => writeFileSync(`${path}.jsonl`, readFileSync(`${path}.a_key.jsonl`)),
      'other',
    ],
  ] as const)('of %s is refused', async (_, change, args) => {
    const path = file(idOf(1));
    await enroll(path);
    change(path);
    const given = args === 'other' ? ['--key', 'other_key', '--journal', `${path}.jsonl`] : [...args];
    expect(await enroll(path, given)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is the journal of'),
    });
    expect(posted()).toHaveLength(1);
  });
  test('of a file that has grown leads nobody to enroll all of it anew', async () => {
    const path = file(idOf(1));
    await enroll(path);
    appendFileSync(path, `\n${idOf(2)}`);
    const { stderr } = await enroll(path);
    expect(stderr).toContain('everybody in the file is enrolled anew, so put only the new rows into a file');
    expect(stderr).not.toContain('--journal');
  });
  test('of another server is refused', async () => {
    const path = file(idOf(1));
    await enroll(path);
    expect((await enroll(path, [], { url: `${mock().url}/other` })).stderr).toContain(
      'is the journal of another server',
    );
  });
  test('is held by one run at a time; a dead one holds nothing', async () => {
    const path = file(idOf(1));
    writeFileSync(`${path}.a_key.jsonl.lock`, JSON.stringify({ pid: process.ppid, host: hostname() }));
    expect((await enroll(path)).stderr).toContain(`process ${process.ppid} works with this journal already`);
    writeFileSync(`${path}.a_key.jsonl.lock`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    expect((await enroll(path)).code).toBe(0);
    expect(existsSync(`${path}.a_key.jsonl.lock`)).toBe(false);
  });
  test('whose last line a crash cut off goes on', async () => {
    const path = file(ids(45).join('\n'));
    await enroll(path);
    const journal = `${path}.a_key.jsonl`;
    forgetOutcomes(path, []);
    writeFileSync(journal, readFileSync(journal, 'utf8').trimEnd().slice(0, -30));
    const { code, summary } = await enroll(path);
    // Of the batch whose outcome was cut off the service is asked.
    expect([code, summary.enrolled_before + summary.enrolled]).toEqual([0, 45]);
    expect(posted().flat()).toHaveLength(45);
  });
});

/** Takes away the outcome of batches, as where the process was killed before it came. */
function forgetOutcomes(path: string, batches: number[]): void {
  const lines = readFileSync(journalOf(path), 'utf8').trimEnd().split('\n');
  const records = lines.map((line) => JSON.parse(line));
  const kept = records.filter(({ status, batch }) => status === 'sending' || !batches.includes(batch));
  // Long ago, so that nobody waits for what may still be listed.
  const aged = kept.map((record) => (record.at ? { ...record, at: 1 } : record));
  writeFileSync(journalOf(path), aged.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

describe('what nobody knows', () => {
  test('what a list does not show is not sent again where the list shows nothing of ours', async () => {
    mock().answer(PATH, { fault: 'reset' });
    mock().answer('GET /v1/prospects/events/enrollments', { status: 200, times: 'always' } as never);
    const { code, summary } = await enroll(file(ids(21).join('\n')));
    expect([code, summary.unknown > 0, posted()]).toEqual([6, true, expect.objectContaining({ length: 2 })]);
  }, 20_000);

  const SAME = 'The same command asks the service about them.';
  test('--resend-unknown asks first, and sends what the service has to nobody', async () => {
    const path = file(ids(45).join('\n'));
    await enroll(path);
    forgetOutcomes(path, [1, 3]);
    const { code, summary, stderr } = await enroll(path, ['--resend-unknown']);
    expect([code, summary.enrolled, summary.unknown, posted()]).toEqual([
      0,
      25,
      0,
      expect.objectContaining({ length: 3 }),
    ]);
    expect(stderr).toContain('Asking the service what became of 2 requests');
  });
  test('--resend-unknown sends what the service cannot tell of, and that only', async () => {
    const path = file(ids(45).join('\n'));
    await enroll(path);
    forgetOutcomes(path, [2]);
    mock().answer(LIST, { status: 200, times: 'always' } as never);
    const first = await enroll(path);
    expect([first.code, first.summary.unknown]).toEqual([6, 20]);
    expect(first.stderr).toContain('could not tell; --resend-unknown sends them again, perhaps twice');
    expect(first.stderr).not.toContain(SAME);
    const second = await enroll(path, ['--resend-unknown']);
    expect([second.code, second.summary.unknown, second.summary.enrolled]).toEqual([0, 0, 20]);
    expect(posted().slice(3)).toEqual([ids(20, 20)]);
    expect((await enroll(path)).code).toBe(0);
    expect(posted()).toHaveLength(4);
  });
  test('where the service cannot be asked nothing is sent again', async () => {
    const path = file(ids(5).join('\n'));
    await enroll(path);
    forgetOutcomes(path, [1]);
    mock().answer(LIST, { status: 404, times: 'always' } as never);
    const { code, stderr } = await enroll(path, ['--resend-unknown']);
    expect([code, posted().length]).toEqual([6, 1]);
    expect(stderr).toContain(SAME);
    expect(stderr).not.toContain('--resend-unknown');
  });
});

test('a server is the same however its URL is spelled', async () => {
  const path = file(idOf(1));
  await enroll(path);
  const url = mock().url.replace('http://127.0.0.1', 'HTTP://127.0.0.1');
  expect((await enroll(path, [], { url: `${url}/` })).code).toBe(0);
  expect(posted()).toHaveLength(1);
});

test.each([
  '{}',
  '[]',
  '1',
  '{"status":"enrolled","batch":1}',
  '{"status":"enrolled","batch":1,"key":"other","ids":[]}',
  '{"status":"enrolled","batch":0,"key":"a_key","ids":[]}',
  '{"status":"failed_file"}',
])('a line that is none of a journal is told by its number: %s', async (line) => {
  const path = file(idOf(1));
  await enroll(path);
  const { length } = readFileSync(journalOf(path), 'utf8').trimEnd().split('\n');
  appendFileSync(journalOf(path), `${line}\n`);
  const { code, stderr } = await enroll(path);
  expect([code, stderr]).toEqual([
    2,
    `agentsource: ${journalOf(path)}:${length + 1} is no line of a journal\n`,
  ]);
});

/** From the given line on the disk is full: half of it is written. */
async function fullFrom(line: number): Promise<{ end(): void }> {
  const handle = await open(import.meta.filename);
  const methods = Object.getPrototypeOf(handle);
  await handle.close();
  const { appendFile } = methods;
  let count = 0;
  const spy = vi.spyOn(methods, 'appendFile').mockImplementation(async function (
    this: unknown,
    text: unknown,
  ) {
    if (++count < line) return appendFile.call(this, text);
    await appendFile.call(this, String(text).slice(0, 20));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  });
  return { end: () => spy.mockRestore() };
}

// The first line is what the journal is of; one batch is at most four lines with those that are sent at the same time.
test.each([
  ['before the first batch', 2],
  ['while batches are sent', 5],
  ['when outcomes come', 9],
])('a disk that is full %s ends the run, and the same command goes on', async (_, line) => {
  const path = file(ids(200).join('\n'));
  const disk = await fullFrom(line);
  const first = await enroll(path).finally(() => disk.end());
  const { enrolled, unknown, not_sent } = first.summary;
  expect([first.code, enrolled + unknown + not_sent]).toEqual([unknown > 0 ? 6 : 5, 200]);
  expect(first.stderr).toContain(
    `agentsource: stopped: ${journalOf(path)} can't be written: no space is left\n`,
  );
  expect(first.stderr).toContain('The same command goes on from here.');
  expect([existsSync(`${journalOf(path)}.lock`), readFileSync(journalOf(path), 'utf8').at(-1)]).toEqual([
    false,
    '\n',
  ]);
  forgetOutcomes(path, []);
  const second = await enroll(path);
  expect([second.code, second.summary.enrolled + second.summary.enrolled_before]).toEqual([0, 200]);
  expect([posted().flat().length, new Set(posted().flat()).size]).toEqual([200, 200]);
});
