// enrollProspects cut short and resumed: nothing that may have been acted on is sent again, nothing is left out.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { EarlierRecord } from '../../src/enroll/index.ts';
import { RateLimitedError, UsageError } from '../../src/index.ts';
import { batchOf, brief, collect, ids, LOST, REFUSED, useEnrollments } from './enrollments.ts';

const service = useEnrollments();

describe('cut short and resumed', () => {
  // As records come back from a file.
  const written = (records: object[]) =>
    records.map((record) => JSON.parse(JSON.stringify(record)) as EarlierRecord);

  test('an abort cuts what flies, reports it as unknown, and throws the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('Ctrl-C');
    service.answer = (body) => {
      if (batchOf(body) < 3) return undefined;
      if (service.received.length === 4) controller.abort(reason);
      return { silent: true };
    };
    const { records, error } = await collect(
      service.start({ prospectIds: ids(2000), concurrency: 2, signal: controller.signal }),
    );
    expect(error).toBe(reason);
    expect(brief(records)).toEqual(['1 enrolled', '2 enrolled', '3 unknown', '4 unknown']);
    expect(service.sentBatches()).toEqual([1, 2, 3, 4]);
  });

  test('a batch that an abort cuts is unknown, not failed, whatever the reason of the abort looks like', async () => {
    const controller = new AbortController();
    service.answer = () => {
      controller.abort(new RateLimitedError('of a sibling call'));
      return { silent: true };
    };
    const { records } = await collect(service.start({ prospectIds: ids(5), signal: controller.signal }));
    expect(brief(records)).toEqual(['1 unknown']);
  });

  test('resumed: enrolled batches are skipped, failed ones sent again, unknown ones reported and not sent', async () => {
    service.answer = (body) => ({ 2: REFUSED, 3: LOST })[batchOf(body)];
    const first = await collect(service.start({ prospectIds: ids(65) }));
    expect(brief(first.records)).toEqual(['1 enrolled', '2 failed', '3 unknown', '4 enrolled']);

    service.received = [];
    service.answer = () => undefined;
    const second = await collect(service.start({ prospectIds: ids(85), resumeFrom: written(first.records) }));
    expect(brief(second.records)).toEqual(['2 enrolled', '3 unknown', '5 enrolled']);
    expect(service.received.map(({ prospect_ids }) => prospect_ids)).toEqual([
      ids(40).slice(20),
      ids(85).slice(65),
    ]);
    expect(second.records.at(-1)?.totals).toMatchObject({ enrolled: 40, unknown: 20, skipped: 45 });

    service.received = [];
    const third = await collect(
      service.start({
        prospectIds: ids(85),
        resumeFrom: written([...first.records, ...second.records]),
        resendUnknown: true,
      }),
    );
    expect(brief(third.records)).toEqual(['3 enrolled']);
    expect(service.received.map(({ prospect_ids }) => prospect_ids)).toEqual([ids(60).slice(40)]);
  });

  test('after an early break, onSend has told what may have been acted on, and a resumed run leaves it alone', async () => {
    const journal: object[] = [];
    service.answer = (body) => (batchOf(body) === 1 ? { delay: 30 } : { silent: true });
    for await (const record of service.start({
      prospectIds: ids(200),
      concurrency: 3,
      onSend: (record) => void journal.push(record),
    })) {
      journal.push(record);
      break;
    }
    expect(service.sentBatches()).toEqual([1, 2, 3]);

    service.received = [];
    service.answer = () => undefined;
    const { records } = await collect(service.start({ prospectIds: ids(200), resumeFrom: written(journal) }));
    expect(service.sentBatches()).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(brief(records).slice(0, 3)).toEqual(['2 unknown', '3 unknown', '4 enrolled']);
  });

  test('a batch is sent only when onSend is done; when it throws, the run ends and nothing is lost', async () => {
    const full = new Error('disk full');
    const { records, error } = await collect(
      service.start({
        prospectIds: ids(200),
        concurrency: 1,
        onSend: async ({ batch }) => {
          expect(service.sentBatches()).not.toContain(batch);
          await sleep(5);
          expect(service.sentBatches()).not.toContain(batch);
          if (batch === 3) throw full;
        },
      }),
    );
    expect(error).toBe(full);
    expect(brief(records)).toEqual(['1 enrolled', '2 enrolled']);
    expect(service.sentBatches()).toEqual([1, 2]);
  });

  test('records of another key are refused before anything is sent', async () => {
    const first = await collect(service.start({ prospectIds: ids(5) }));
    service.received = [];
    const { error } = await collect(
      service.start({ prospectIds: ids(25), enrollmentKey: 'other', resumeFrom: written(first.records) }),
    );
    expect(error).toBeInstanceOf(UsageError);
    expect(service.received).toEqual([]);
  });
});
