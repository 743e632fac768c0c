// enrollProspects against a real server: what it sends, what it reports, and how it ends, is cut short and is resumed.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type EarlierRecord,
  type EnrollmentRecord,
  type EnrollProspectsOptions,
  enrollProspects,
} from '../../src/enroll/index.ts';
import { createClient, isExploriumError, UsageError } from '../../src/index.ts';
import { checkRequests } from '../../src/validate/index.ts';
import { enrollment, type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

interface Body {
  enrollment_key: string;
  event_types: string[];
  prospect_ids: string[];
}
// A step that is not given is a batch enrolled.
type Answer = (body: Body) => Step | undefined | Promise<Step | undefined>;

const id = (index: number) => index.toString(16).padStart(40, '0');
const ids = (count: number) => Array.from({ length: count }, (_, index) => id(index));
const batchOf = ({ prospect_ids: [first = ''] }: Body) => Math.floor(Number.parseInt(first, 16) / 20) + 1;

let server: FaultServer;
let received: Body[];
let answer: Answer;

beforeEach(async () => {
  received = [];
  answer = () => undefined;
  server = await startFaultServer(async ({ read }) => {
    const body = JSON.parse(await read()) as Body;
    received.push(body);
    return { body: { ...enrollment(), enrollment_id: `en_${batchOf(body)}` }, ...(await answer(body)) };
  });
});
afterEach(() => server.close());

const REFUSED: Step = { status: 403, body: { details: 'insufficient credits', correlation_id: 'c' } };
const LOST: Step = { reset: 'after' };

const client = () => createClient({ apiKey: 'test', baseUrl: server.url });

const start = (options: Partial<EnrollProspectsOptions> & Pick<EnrollProspectsOptions, 'prospectIds'>) =>
  enrollProspects(client(), { enrollmentKey: 'watch', eventTypes: ['prospect_changed_role'], ...options });

async function collect(records: AsyncIterable<EnrollmentRecord>) {
  const list: EnrollmentRecord[] = [];
  let error: unknown;
  try {
    for await (const record of records) list.push(record);
  } catch (caught) {
    error = caught;
  }
  return { records: list, error };
}

const brief = (records: EnrollmentRecord[]) =>
  records
    .map((record) => `${record.status === 'invalid' ? 'x' : record.batch} ${record.status}`)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const sentBatches = () => received.map(batchOf).sort((a, b) => a - b);

describe('what is sent and reported', () => {
  test('45 ids go out in three requests and come back as three records', async () => {
    const { records } = await collect(start({ prospectIds: ids(45), concurrency: 1 }));
    expect(received.map(({ prospect_ids }) => prospect_ids)).toEqual([
      ids(20),
      ids(40).slice(20),
      ids(45).slice(40),
    ]);
    expect(received[0]).toEqual({
      enrollment_key: 'watch',
      event_types: ['prospect_changed_role'],
      prospect_ids: ids(20),
    });
    const none = { failed: 0, unknown: 0, invalid: 0, duplicates: 0, skipped: 0 };
    expect(records.map(({ totals }) => totals)).toEqual([
      { batches: 1, enrolled: 20, ...none },
      { batches: 2, enrolled: 40, ...none },
      { batches: 3, enrolled: 45, ...none },
    ]);
    expect(records[2]).toMatchObject({
      status: 'enrolled',
      batch: 3,
      key: 'watch',
      ids: ids(45).slice(40),
      enrollmentId: 'en_3',
      correlationId: 'c0ffee00-0000-4000-8000-000000000001',
    });
  });

  test("keys: 'numbered' gives each batch a key of its own", async () => {
    const { records } = await collect(start({ prospectIds: ids(25), keys: 'numbered', concurrency: 1 }));
    expect(received.map(({ enrollment_key }) => enrollment_key)).toEqual(['watch-0001', 'watch-0002']);
    expect(records).toMatchObject([{ key: 'watch-0001' }, { key: 'watch-0002' }]);
  });

  test('takes ids from an async iterable, sends each once, reports what is none', async () => {
    const source = (async function* () {
      yield* [id(1), 'not-an-id', id(2), id(1), id(3).replace('0', 'A'), id(2)];
    })();
    const { records } = await collect(start({ prospectIds: source }));
    expect(received.map(({ prospect_ids }) => prospect_ids)).toEqual([[id(1), id(2)]]);
    const bad = records.find(({ status }) => status === 'invalid');
    expect(bad).toMatchObject({ ids: ['not-an-id', id(3).replace('0', 'A')], indexes: [1, 4] });
    expect(bad).toMatchObject({
      error: {
        message: 'prospectIds.1: "not-an-id" does not match ^[a-f0-9]{40}$, and 1 more; not sent',
      },
    });
    expect(records.at(-1)?.totals).toMatchObject({ enrolled: 2, invalid: 2, duplicates: 2 });
  });

  test('requestContext goes into every request', async () => {
    await collect(start({ prospectIds: ids(21), requestContext: { campaign: 7 } }));
    expect(received).toMatchObject([
      { request_context: { campaign: 7 } },
      { request_context: { campaign: 7 } },
    ]);
  });

  test('no more requests are in flight than concurrency says', async () => {
    let [flying, most] = [0, 0];
    answer = async () => {
      most = Math.max(most, ++flying);
      await sleep(5);
      flying--;
    };
    const { records } = await collect(start({ prospectIds: ids(400), concurrency: 3 }));
    expect(records).toHaveLength(20);
    expect(most).toBe(3);
  });
});

describe('failures', () => {
  test('a refused batch is reported, and the run goes on', async () => {
    answer = (body) => (batchOf(body) === 2 ? REFUSED : undefined);
    const { records, error } = await collect(start({ prospectIds: ids(60) }));
    expect(error).toBeUndefined();
    expect(brief(records)).toEqual(['1 enrolled', '2 failed', '3 enrolled']);
    const failed = records.find(({ status }) => status === 'failed') as { error: Error };
    expect(isExploriumError(failed.error)).toBe(true);
    expect(failed.error.message).toContain('insufficient credits');
  });

  test('stopOnError: nothing more is sent after a refusal', async () => {
    answer = (body) => (batchOf(body) === 2 ? REFUSED : undefined);
    const { records } = await collect(start({ prospectIds: ids(2000), concurrency: 1, stopOnError: true }));
    expect(brief(records)).toEqual(['1 enrolled', '2 failed']);
    expect(sentBatches()).toEqual([1, 2]);
  });

  test.each<[string, Step]>([
    ['the connection was lost', LOST],
    ['the service met an error', { status: 500, body: { details: 'oops', correlation_id: 'c' } }],
    ['a gateway gave up', { status: 504, body: 'timeout' }],
    ['a redirect follows what may have been done', { status: 303, headers: { Location: '/done' } }],
    ['the answer is no answer', { body: { hello: 'there' } }],
    ['the answer is not JSON', { body: '<html>' }],
    ['the answer says the request failed', { body: enrollment('failure') }],
  ])('when %s, the batch is unknown and was sent once', async (_, broken) => {
    answer = () => broken;
    const { records } = await collect(start({ prospectIds: ids(5) }));
    expect(brief(records)).toEqual(['1 unknown']);
    expect(records[0]).toMatchObject({ totals: { unknown: 5, enrolled: 0, failed: 0 } });
    expect((records[0] as { error: Error }).error).toBeInstanceOf(Error);
    expect(received).toHaveLength(1);
  });

  test('a server that is not there: failed, not unknown', async () => {
    await server.close();
    const dead = createClient({ apiKey: 'test', baseUrl: server.url, retry: false });
    const { records } = await collect(
      enrollProspects(dead, {
        enrollmentKey: 'watch',
        eventTypes: ['prospect_changed_role'],
        prospectIds: ids(1),
      }),
    );
    expect(brief(records)).toEqual(['1 failed']);
  });

  test('with checkRequests, what the document forbids fails without a request', async () => {
    const checked = client();
    checked.use(checkRequests());
    const { records } = await collect(
      enrollProspects(checked, {
        enrollmentKey: 'watch',
        // @ts-expect-error no such event
        eventTypes: ['prospect_won_the_lottery'],
        prospectIds: ids(1),
      }),
    );
    expect(brief(records)).toEqual(['1 failed']);
    expect((records[0] as { error: Error }).error.message).toContain(
      "Input should be 'prospect_changed_role'",
    );
    expect(received).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    ['a short key', { enrollmentKey: 'abc' }, /`enrollmentKey` must be a string of at least 4 characters/],
    ['no event', { eventTypes: [] }, /`eventTypes` must be an array of at least one/],
    ['an object', { prospectIds: {} }, /`prospectIds` must be an iterable/],
    ['a single id', { prospectIds: id(1) }, /`prospectIds` must be an iterable .* a single id goes into one/],
    ['another way of keys', { keys: 'random' }, /`keys` must be 'shared' or 'numbered'/],
    ['no concurrency', { concurrency: 0 }, /`concurrency` must be a whole number of at least 1/],
  ])('%s is refused at once', (_, option, message) => {
    expect(() => start({ prospectIds: ids(1), ...option })).toThrow(message);
  });
});

describe('cut short and resumed', () => {
  // As records come back from a file.
  const written = (records: object[]) =>
    records.map((record) => JSON.parse(JSON.stringify(record)) as EarlierRecord);

  test('an abort cuts what flies, reports it as unknown, and throws the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('Ctrl-C');
    answer = async (body) => {
      if (batchOf(body) < 3) return undefined;
      if (received.length === 4) controller.abort(reason);
      await sleep(1000);
    };
    const { records, error } = await collect(
      start({ prospectIds: ids(2000), concurrency: 2, signal: controller.signal }),
    );
    expect(error).toBe(reason);
    expect(brief(records)).toEqual(['1 enrolled', '2 enrolled', '3 unknown', '4 unknown']);
    expect(sentBatches()).toEqual([1, 2, 3, 4]);
  });

  test('resumed: enrolled batches are skipped, failed ones sent again, unknown ones reported and not sent', async () => {
    answer = (body) => ({ 2: REFUSED, 3: LOST })[batchOf(body)];
    const first = await collect(start({ prospectIds: ids(65) }));
    expect(brief(first.records)).toEqual(['1 enrolled', '2 failed', '3 unknown', '4 enrolled']);

    received = [];
    answer = () => undefined;
    const second = await collect(start({ prospectIds: ids(85), resumeFrom: written(first.records) }));
    expect(brief(second.records)).toEqual(['2 enrolled', '3 unknown', '5 enrolled']);
    expect(received.map(({ prospect_ids }) => prospect_ids)).toEqual([ids(40).slice(20), ids(85).slice(65)]);
    expect(second.records.at(-1)?.totals).toMatchObject({ enrolled: 40, unknown: 20, skipped: 45 });

    received = [];
    const third = await collect(
      start({
        prospectIds: ids(85),
        resumeFrom: written([...first.records, ...second.records]),
        resendUnknown: true,
      }),
    );
    expect(brief(third.records)).toEqual(['3 enrolled']);
    expect(received.map(({ prospect_ids }) => prospect_ids)).toEqual([ids(60).slice(40)]);
  });

  test('after an early break, onSend has told what may have been acted on, and a resumed run leaves it alone', async () => {
    const journal: object[] = [];
    answer = (body) => ({ delay: batchOf(body) === 1 ? 30 : 1000 });
    for await (const record of start({
      prospectIds: ids(200),
      concurrency: 3,
      onSend: (record) => void journal.push(record),
    })) {
      journal.push(record);
      break;
    }
    expect(sentBatches()).toEqual([1, 2, 3]);

    received = [];
    answer = () => undefined;
    const { records } = await collect(start({ prospectIds: ids(200), resumeFrom: written(journal) }));
    expect(sentBatches()).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(brief(records).slice(0, 3)).toEqual(['2 unknown', '3 unknown', '4 enrolled']);
  });

  test('a batch is sent only when onSend is done; when it throws, the run ends and nothing is lost', async () => {
    const full = new Error('disk full');
    const { records, error } = await collect(
      start({
        prospectIds: ids(200),
        concurrency: 1,
        onSend: async ({ batch }) => {
          expect(sentBatches()).not.toContain(batch);
          await sleep(5);
          expect(sentBatches()).not.toContain(batch);
          if (batch === 3) throw full;
        },
      }),
    );
    expect(error).toBe(full);
    expect(brief(records)).toEqual(['1 enrolled', '2 enrolled']);
    expect(sentBatches()).toEqual([1, 2]);
  });

  test('records of another key are refused before anything is sent', async () => {
    const first = await collect(start({ prospectIds: ids(5) }));
    received = [];
    const { error } = await collect(
      start({ prospectIds: ids(25), enrollmentKey: 'other', resumeFrom: written(first.records) }),
    );
    expect(error).toBeInstanceOf(UsageError);
    expect(received).toEqual([]);
  });
});
