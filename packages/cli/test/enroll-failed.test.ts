// What `agentsource enroll` could not enroll: what is in failed.csv, what the same command sends again, and that nobody is enrolled twice.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startMock } from '@agentsource/mock';
import { describe, expect, test } from 'vitest';
import { enrolling, file, ids, PATH } from './enrolling.ts';
import { directory } from './support.ts';

const { mock, posted, enroll } = enrolling();
const refuse = (status: number, more: object = {}) => mock().answer(PATH, { status, ...more } as never);
const failedOf = (path: string) => join(dirname(path), 'failed.csv');

describe('what ends the run for everybody is not sent, and the same command sends it', () => {
  test.each([
    [401, 3, 'agentsource doctor'],
    [403, 1, 'stopped'],
    [429, 4, 'Again in 600 s.'],
  ])('%d', async (status, code, hint) => {
    // For so long the client does not wait.
    refuse(status, { times: 'always', headers: { 'Retry-After': '600' } });
    const path = file(ids(60).join('\n'));
    const first = await enroll(path);
    expect([first.code, first.summary]).toEqual([
      code,
      expect.objectContaining({ enrolled: 0, failed: 0, not_sent: 60, unknown: 0 }),
    ]);
    expect(first.stderr).toContain(hint);
    expect(existsSync(failedOf(path))).toBe(false);
    mock().reset();
    const { code: second, summary } = await enroll(path);
    expect([second, summary.enrolled, posted().flat().sort()]).toEqual([0, 60, ids(60).sort()]);
    expect(existsSync(failedOf(path))).toBe(false);
  });

  test('a service that is not there', async () => {
    const gone = await startMock({ stateful: true });
    await gone.close();
    const path = file(ids(3).join('\n'));
    const first = await enroll(path, [], { url: gone.url });
    expect([first.code, first.summary.not_sent, first.summary.failed]).toEqual([1, 3, 0]);
    expect(first.stderr).toContain('agentsource: not sent: ');
    expect(existsSync(failedOf(path))).toBe(false);
    const back = await startMock({ stateful: true, port: Number(new URL(gone.url).port) });
    expect(await enroll(path, [], { url: back.url })).toMatchObject({ code: 0, summary: { enrolled: 3 } });
    await back.close();
  }, 20_000);

  test('a service that asks for another time', async () => {
    refuse(503, { times: 'always', headers: { 'Retry-After': '0' } });
    const path = file(ids(3).join('\n'));
    expect(await enroll(path)).toMatchObject({ code: 1, summary: { failed: 0, not_sent: 3 } });
    expect(existsSync(failedOf(path))).toBe(false);
  });
});

describe('what was refused for what is in it', () => {
  test.each([400, 422])('is in failed.csv, and goes on from there alone: %d', async (status) => {
    refuse(status);
    const path = file(ids(50).join('\n'));
    const first = await enroll(path);
    const { failed, enrolled, failed_file } = first.summary;
    expect([first.code, [10, 20].includes(failed), failed + enrolled, failed_file]).toEqual([
      ...[5, true, 50, failedOf(path)],
    ]);
    expect(first.stderr).toContain(`correct it in ${failedOf(path)}`);
    expect(readFileSync(failed_file, 'utf8')).toMatch(/^prospect_id,line,reason\n[0-9a-f]{40},\d+,"?POST/);
    const sent = posted().length;
    expect((await enroll(failed_file)).code).toBe(0);
    const again = await enroll(path);
    expect([again.code, again.summary.failed, again.summary.enrolled]).toEqual([5, failed, 0]);
    expect(posted()).toHaveLength(sent + 1);
    const everybody = (await accepted()).flat();
    expect(everybody.sort()).toEqual(ids(50).sort());
  });

  test('beside what was not sent: each goes its way', async () => {
    const path = file(ids(100).join('\n'));
    refuse(422);
    refuse(401, { times: 'always' });
    const first = await enroll(path);
    expect([first.code, first.summary.failed, first.summary.not_sent]).toEqual([3, 20, 80]);
    mock().reset();
    const second = await enroll(path);
    expect([second.code, second.summary.failed, second.summary.enrolled]).toEqual([5, 20, 80]);
    expect(new Set(posted().flat()).size).toBe(80);
  });
});

describe('failed.csv', () => {
  test('is kept as it should be: corrected it stays, and the next one has only what is new', async () => {
    const path = file([...ids(59), 'junk', ...ids(1, 59)].join('\n'));
    refuse(422);
    refuse(401, { times: 'always' });
    const first = await enroll(path);
    const { failed_file, failed } = first.summary;
    writeFileSync(failed_file, 'corrected');
    mock().reset();
    refuse(422);
    const second = await enroll(path);
    const next = join(dirname(path), 'failed-2.csv');
    expect([readFileSync(failed_file, 'utf8'), second.summary.failed_file]).toEqual(['corrected', next]);
    const rows = readFileSync(next, 'utf8').trimEnd().split('\n');
    expect([failed, rows.length]).toEqual([20, 1 + second.summary.failed - failed]);
    expect(rows.join()).not.toContain('junk');
    expect((await enroll(path)).summary.failed_file).toBe(next);
    expect(existsSync(join(dirname(path), 'failed-3.csv'))).toBe(false);
  });
  test('of a column that was known by its ids is enrolled as it is', async () => {
    refuse(422);
    const { failed_file } = (await enroll(file(`id\n${ids(2).join('\n')}`))).summary;
    expect(await enroll(failed_file)).toMatchObject({ code: 0, summary: { enrolled: 2 } });
  });
  test('that was enrolled is told again by none', async () => {
    refuse(422);
    const path = file(ids(30).join('\n'));
    refuse(401, { times: 'always' });
    const { failed_file, failed } = (await enroll(path)).summary;
    mock().reset();
    // A line that is not in the way, taken out: the rest is enrolled by the corrected file.
    const rows = readFileSync(failed_file, 'utf8').split('\n');
    writeFileSync(failed_file, rows.filter((_, index) => index !== 1).join('\n'));
    expect((await enroll(failed_file)).summary.enrolled).toBe(failed - 1);
    const again = await enroll(path);
    expect([again.code, again.summary.failed, again.summary.failed_file]).toEqual([5, failed, failed_file]);
    expect(existsSync(join(dirname(path), 'failed-2.csv'))).toBe(false);
    expect(posted().flat()).toHaveLength(29);
    expect(new Set(posted().flat()).size).toBe(29);
  });
  test('that is gone is written anew, and one that is out of date is removed', async () => {
    refuse(422);
    const path = file(ids(1).join('\n'));
    const other = join(dirname(path), 'other.csv');
    expect((await enroll(path, ['--failed', other])).summary.failed_file).toBe(other);
    expect((await enroll(path)).summary.failed_file).toBe(failedOf(path));
    expect(existsSync(other)).toBe(false);
    rmSync(failedOf(path));
    expect((await enroll(path)).summary.failed_file).toBe(failedOf(path));
    expect(existsSync(failedOf(path))).toBe(true);
  });
  test('of --failed, too, is left where it is something else', async () => {
    refuse(422, { times: 'always' });
    const path = file(ids(1).join('\n'));
    const mine = join(dirname(path), 'mine.csv');
    writeFileSync(mine, 'mine');
    expect((await enroll(path, ['--failed', mine])).summary.failed_file).toBe(
      join(dirname(path), 'mine-2.csv'),
    );
    expect(readFileSync(mine, 'utf8')).toBe('mine');
    expect((await enroll(path, ['--failed', '/dev/null'])).summary.failed_file).toBe('/dev/null');
  });
  test.each(['/nope/failed.csv', directory()])(
    'that cannot be written is told before anything is sent: %s',
    async (failed) => {
      const path = file(ids(1).join('\n'));
      const { code, stderr } = await enroll(path, ['--failed', failed]);
      expect([code, stderr, posted()]).toEqual([
        2,
        expect.stringContaining(`${failed}, for the rows that fail, can't be written`),
        [],
      ]);
      expect(existsSync(`${path}.a_key.jsonl`)).toBe(false);
    },
  );
  test('that cannot be written any more hides no summary', async () => {
    const folder = join(directory(), 'folder');
    mkdirSync(folder);
    const slow = await startMock({
      stateful: true,
      onRequest: () => rmSync(folder, { recursive: true, force: true }),
    });
    const path = file([...ids(1), 'junk'].join('\n'));
    const { code, summary, stderr } = await enroll(path, ['--failed', join(folder, 'f.csv')], {
      url: slow.url,
    });
    expect([code, summary.enrolled, summary.failed_file]).toEqual([5, 1, undefined]);
    expect(stderr).toContain(`agentsource: ${join(folder, 'f.csv')} can't be written: no such file`);
    expect(existsSync(`${path}.a_key.jsonl.lock`)).toBe(false);
    await slow.close();
  });
});

/** What the service took, by its own list. */
async function accepted(): Promise<string[][]> {
  const response = await fetch(`${mock().url}/v1/prospects/events/enrollments`, {
    headers: { api_key: 'any' },
  });
  const { enrollments } = (await response.json()) as { enrollments: { prospect_ids: string[] }[] };
  return enrollments.map(({ prospect_ids }) => prospect_ids);
}
