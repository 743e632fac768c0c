// enrollProspects against a real server: what it sends, what it reports, and what it refuses.
import { describe, expect, test } from 'vitest';
import { createClient, isExploriumError } from '../../src/index.ts';
import { checkRequests } from '../../src/validate/index.ts';
import { enrollment, type Step } from '../support/fault-server.ts';
import { batchOf, brief, collect, id, ids, LOST, REFUSED, useEnrollments } from './enrollments.ts';

const service = useEnrollments();

describe('what is sent and reported', () => {
  test('45 ids go out in three requests and come back as three records', async () => {
    const { records } = await collect(service.start({ prospectIds: ids(45), concurrency: 1 }));
    expect(service.received.map(({ prospect_ids }) => prospect_ids)).toEqual([
      ids(20),
      ids(40).slice(20),
      ids(45).slice(40),
    ]);
    expect(service.received[0]).toEqual({
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
    const { records } = await collect(
      service.start({ prospectIds: ids(25), keys: 'numbered', concurrency: 1 }),
    );
    expect(service.received.map(({ enrollment_key }) => enrollment_key)).toEqual([
      'watch-0001',
      'watch-0002',
    ]);
    expect(records).toMatchObject([{ key: 'watch-0001' }, { key: 'watch-0002' }]);
  });

  test("takes ids from an async iterable, sends each once, reports what isn't an id", async () => {
    const source = (async function* () {
      yield* [id(1), 'not-an-id', id(2), ` ${id(10).toUpperCase()}\n`, id(1), id(3).slice(1), id(2)];
    })();
    const { records } = await collect(service.start({ prospectIds: source }));
    expect(service.received.map(({ prospect_ids }) => prospect_ids)).toEqual([[id(1), id(2), id(10)]]);
    const bad = records.find(({ status }) => status === 'invalid');
    expect(bad).toMatchObject({ ids: ['not-an-id', id(3).slice(1)], indexes: [1, 5] });
    expect(bad).toMatchObject({
      error: {
        message: 'id 2: 9 characters, must be 40 ("not-an-id"), and 1 more; not sent',
      },
    });
    expect(records.at(-1)?.totals).toMatchObject({ enrolled: 3, invalid: 2, duplicates: 2 });
  });

  test('requestContext goes into every request', async () => {
    await collect(service.start({ prospectIds: ids(21), requestContext: { campaign: 7 } }));
    expect(service.received).toMatchObject([
      { request_context: { campaign: 7 } },
      { request_context: { campaign: 7 } },
    ]);
  });

  test('as many requests are in flight as concurrency says, and no more', async () => {
    // None is answered before three are there, which fewer at once would wait for in vain.
    let waiting: (() => void)[] = [];
    let most = 0;
    service.answer = () =>
      new Promise((resolve) => {
        waiting.push(() => resolve(undefined));
        most = Math.max(most, waiting.length);
        if (waiting.length < 3) return;
        for (const answer of waiting) answer();
        waiting = [];
      });
    const { records } = await collect(service.start({ prospectIds: ids(420), concurrency: 3 }));
    expect(records).toHaveLength(21);
    expect(most).toBe(3);
  });
});

describe('failures', () => {
  test('a refused batch is reported, and the run goes on', async () => {
    service.answer = (body) => (batchOf(body) === 2 ? REFUSED : undefined);
    const { records, error } = await collect(service.start({ prospectIds: ids(60) }));
    expect(error).toBeUndefined();
    expect(brief(records)).toEqual(['1 enrolled', '2 failed', '3 enrolled']);
    const failed = records.find(({ status }) => status === 'failed') as { error: Error };
    expect(isExploriumError(failed.error)).toBe(true);
    expect(failed.error.message).toContain('insufficient credits');
  });

  test('stopOnError: nothing more is sent after a refusal', async () => {
    service.answer = (body) => (batchOf(body) === 2 ? REFUSED : undefined);
    const { records } = await collect(
      service.start({ prospectIds: ids(2000), concurrency: 1, stopOnError: true }),
    );
    expect(brief(records)).toEqual(['1 enrolled', '2 failed']);
    expect(service.sentBatches()).toEqual([1, 2]);
  });

  test.each<[string, Step]>([
    ['the connection was lost', LOST],
    ['the service met an error', { status: 500, body: { details: 'oops', correlation_id: 'c' } }],
    ['a gateway gave up', { status: 504, body: 'timeout' }],
    ['a redirect follows what may have been done', { status: 303, headers: { Location: '/done' } }],
    ['the answer is of another shape', { body: { hello: 'there' } }],
    ['the answer is not JSON', { body: '<html>' }],
    ['the answer says the request failed', { body: enrollment('failure') }],
  ])('when %s, the batch is unknown and was sent once', async (_, broken) => {
    service.answer = () => broken;
    const { records } = await collect(service.start({ prospectIds: ids(5) }));
    expect(brief(records)).toEqual(['1 unknown']);
    expect(records[0]).toMatchObject({ totals: { unknown: 5, enrolled: 0, failed: 0 } });
    expect((records[0] as { error: Error }).error).toBeInstanceOf(Error);
    expect(service.received).toHaveLength(1);
  });

  test('a server that is not there: failed, not unknown', async () => {
    await service.server.close();
    const dead = createClient({ apiKey: 'test', baseUrl: service.server.url, retry: false });
    const { records } = await collect(service.start({ prospectIds: ids(1) }, dead));
    expect(brief(records)).toEqual(['1 failed']);
  });

  test('with checkRequests, what the document forbids fails without a request', async () => {
    const checked = service.client();
    checked.use(checkRequests());
    const { records } = await collect(
      // @ts-expect-error no such event
      service.start({ prospectIds: ids(1), eventTypes: ['prospect_won_the_lottery'] }, checked),
    );
    expect(brief(records)).toEqual(['1 failed']);
    expect((records[0] as { error: Error }).error.message).toContain(
      "Input should be 'prospect_changed_role'",
    );
    expect(service.received).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    ['a short key', { enrollmentKey: 'abc' }, /`enrollmentKey` must be a string of at least 4 characters/],
    ['no event', { eventTypes: [] }, /`eventTypes` must be an array of at least one/],
    ['an object', { prospectIds: {} }, /`prospectIds` must be an iterable/],
    ['a single id', { prospectIds: id(1) }, /`prospectIds` must be an iterable .* a single id goes into one/],
    ['another way of keys', { keys: 'random' }, /`keys` must be 'shared' or 'numbered'/],
    ['no concurrency', { concurrency: 0 }, /`concurrency` must be a whole number of at least 1/],
  ])('%s is refused at once', (_, option, message) => {
    expect(() => service.start({ prospectIds: ids(1), ...option })).toThrow(message);
  });
});
