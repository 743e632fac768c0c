// Ends everything under a key, and tells what became of each.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EndEnrollmentsOptions, type EndRecord, endEnrollments } from '../../src/enroll/index.ts';
import { UsageError } from '../../src/index.ts';
import { testClient } from '../support/call.ts';
import { enrollment, type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
let enrolled: Map<string, string>;
/** What to do with a DELETE; by default it ends what there is. */
let answer: (id: string) => Step | undefined;
beforeAll(async () => {
  server = await startFaultServer(async ({ method, read }) => {
    if (method === 'GET') return { body: { ...enrollment(), enrollments: [...enrolled].map(listed) } };
    const { enrollment_id } = JSON.parse(await read());
    const step = answer(enrollment_id);
    if (step && !step.reset) return step;
    return { body: enrollment(enrolled.delete(enrollment_id) ? 'success' : 'miss'), ...step };
  });
});
beforeEach(() => {
  server.reset();
  answer = () => undefined;
  enrolled = new Map([
    ['en_1', 'mine'],
    ['en_2', 'mine'],
    ['en_3', 'mine-0001'],
    ['en_4', 'mine-0002'],
    ['en_5', 'mine-too'],
    ['en_6', 'other'],
  ]);
});
afterAll(() => server.close());

const listed = ([enrollment_id, enrollment_key]: [string, string]) => ({
  enrollment_id,
  enrollment_key,
  event_types: ['prospect_changed_role'],
  prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
});
const end = async (options: EndEnrollmentsOptions): Promise<EndRecord[]> => {
  const records: EndRecord[] = [];
  for await (const record of endEnrollments(testClient(server.url), options)) records.push(record);
  return records;
};
const brief = (records: EndRecord[]) =>
  records.map(({ status, enrollmentId }) => `${status} ${enrollmentId}`).sort();
const deletes = () =>
  server.received
    .filter(({ method }) => method === 'DELETE')
    .map(({ body }) => JSON.parse(body).enrollment_id);

test('ends everything under a key, and nothing else', async () => {
  const records = await end({ enrollmentKey: 'mine' });
  expect(brief(records)).toEqual(['ended en_1', 'ended en_2']);
  expect([...enrolled.keys()]).toEqual(['en_3', 'en_4', 'en_5', 'en_6']);
  expect(records[1]).toMatchObject({
    key: 'mine',
    ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
    correlationId: 'c0ffee00-0000-4000-8000-000000000001',
    totals: { ended: 2, missing: 0, failed: 0, unknown: 0, skipped: 0 },
  });
});

test('ends what was enrolled under numbered keys', async () => {
  expect(brief(await end({ enrollmentKey: 'mine', keys: 'numbered' }))).toEqual(['ended en_3', 'ended en_4']);
});

test('ends given ids, each once, and tells of those that are none', async () => {
  const records = await end({ ids: ['en_6', ' en_6 ', 'en_9'] });
  expect(brief(records)).toEqual(['ended en_6', 'missing en_9']);
  expect(deletes().sort()).toEqual(['en_6', 'en_9']);
});

test('takes a 404 for one that is gone', async () => {
  answer = () => ({ status: 404, body: { details: 'no such enrollment' } });
  expect(brief(await end({ ids: ['en_1'] }))).toEqual(['missing en_1']);
});

test('tells of failures, and is resumed from its records', async () => {
  answer = (id) => (id === 'en_1' ? { status: 403, body: { details: 'no' } } : undefined);
  const first = await end({ enrollmentKey: 'mine' });
  expect(brief(first)).toEqual(['ended en_2', 'failed en_1']);
  expect(first.find(({ status }) => status === 'failed')).toMatchObject({ error: { status: 403 } });
  answer = () => undefined;
  server.reset();
  const resumeFrom = first.map((record) => JSON.parse(JSON.stringify(record)));
  const second = await end({ ids: ['en_1', 'en_2'], resumeFrom });
  expect(brief(second)).toEqual(['ended en_1']);
  expect(second[0]?.totals).toMatchObject({ ended: 1, skipped: 1 });
  expect(deletes()).toEqual(['en_1']);
});

test('what was lost on the way is sent again, since that does no harm', async () => {
  let lost = 0;
  answer = () => (lost++ < 1 ? { reset: 'after' } : undefined);
  expect(brief(await end({ ids: ['en_1'] }))).toEqual(['ended en_1']);
  answer = () => ({ reset: 'after' });
  expect(brief(await end({ ids: ['en_2'] }))).toEqual(['unknown en_2']);
});

test('stops after the first failure where told to', async () => {
  answer = () => ({ status: 403, body: {} });
  expect(await end({ enrollmentKey: 'mine', stopOnError: true, concurrency: 1 })).toHaveLength(1);
});

test('an abort ends the run', async () => {
  const reason = new Error('enough');
  await expect(end({ enrollmentKey: 'mine', signal: AbortSignal.abort(reason) })).rejects.toThrow('enough');
  expect(deletes()).toEqual([]);
});

test('a listing that is refused or makes no sense is thrown', async () => {
  server.next({ status: 401, body: { details: 'no key' } }, { body: { enrollments: null } });
  await expect(end({ enrollmentKey: 'mine' })).rejects.toMatchObject({ name: 'AuthenticationError' });
  await expect(end({ enrollmentKey: 'mine' })).rejects.toMatchObject({ name: 'MalformedResponseError' });
});

describe('is refused at once', () => {
  test.each<[string, object]>([
    ['neither key nor ids', {}],
    ['both', { enrollmentKey: 'mine', ids: [] }],
    ['an empty key', { enrollmentKey: '' }],
    ['an id alone', { ids: 'en_1' }],
    ['unknown keys', { enrollmentKey: 'mine', keys: 'other' }],
    ['no concurrency', { enrollmentKey: 'mine', concurrency: 0 }],
  ])('%s', (_, options) => {
    expect(() => endEnrollments(testClient(server.url), options)).toThrow(UsageError);
  });

  test('but for an id that is none, which is told by its place', async () => {
    await expect(end({ ids: ['en_1', ''] })).rejects.toThrow('id 2 is no enrollment id');
  });
});
