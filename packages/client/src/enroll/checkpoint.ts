// What the records of earlier runs say: which ids are not sent again, which batch numbers are taken, what is unknown.
import { UsageError } from '../errors/usage-error.ts';
import { IdSet } from './id-set.ts';

/**
 * A record of an earlier run, as `enrollProspects` yielded it or gave it to `onSend`, or as `JSON.parse` read it back
 * from where you kept it. What it says beyond these fields is not looked at.
 */
export interface EarlierRecord {
  /** `sending`, `enrolled`, `failed`, `unknown` or `invalid`. */
  status: string;
  /** Number of the batch, from 1; an `invalid` record has none. */
  batch?: number;
  /** The batch's enrollment key. */
  key?: string;
  /** The prospect ids of the batch. */
  ids: readonly string[];
}

/** Records of earlier runs, oldest first. */
export type EarlierRecords = Iterable<EarlierRecord> | AsyncIterable<EarlierRecord>;

/** Where earlier runs got to. */
export interface Checkpoint {
  /** Ids that were enrolled, or may have been. */
  ids: IdSet;
  /** Numbers of the batches they were in. */
  numbers: Set<number>;
  /** Batches of which nobody knows whether the service acted on them, by number. */
  unknown: Map<number, readonly string[]>;
}

/** Reads the records once, in order; keeps no more of them than what is still open. */
export async function readCheckpoint(
  records: EarlierRecords,
  keyOf: (batch: number) => string,
  resendUnknown: boolean,
): Promise<Checkpoint> {
  const ids = new IdSet();
  const numbers = new Set<number>();
  const open = new Map<number, { ids: readonly string[]; unknown: boolean }>();
  let place = 0;
  for await (const record of records) {
    place++;
    if (record?.status === 'invalid') continue;
    const batch = batchOf(record, keyOf, place);
    const earlier = open.get(batch);
    if (record.status === 'sending') open.set(batch, { ids: record.ids, unknown: earlier !== undefined });
    else if (record.status === 'unknown') open.set(batch, { ids: record.ids, unknown: true });
    // A refusal says nothing about an earlier attempt of which nobody knows.
    else if (record.status === 'failed') earlier?.unknown || open.delete(batch);
    else {
      open.delete(batch);
      numbers.add(batch);
      for (const id of record.ids) ids.add(id);
    }
  }
  const unknown = new Map<number, readonly string[]>();
  if (!resendUnknown) {
    for (const [batch, left] of open) {
      unknown.set(batch, left.ids);
      numbers.add(batch);
      for (const id of left.ids) ids.add(id);
    }
  }
  return { ids, numbers, unknown };
}

const STATUSES = ['sending', 'enrolled', 'failed', 'unknown'];

/** The record's batch number, if the record can be one of this run's. */
function batchOf(record: EarlierRecord, keyOf: (batch: number) => string, place: number): number {
  const { status, batch, key, ids } = record ?? {};
  if (!STATUSES.includes(status) || !Number.isSafeInteger(batch) || !Array.isArray(ids)) {
    throw new UsageError(
      `record ${place} of \`resumeFrom\` is not one of enrollProspects: it needs \`status\`, \`batch\` and \`ids\``,
    );
  }
  const expected = keyOf(batch as number);
  if (key === expected) return batch as number;
  throw new UsageError(
    `record ${place} of \`resumeFrom\` is of the enrollment key ${JSON.stringify(key)}, where this run has ${JSON.stringify(expected)}; ` +
      'resume with the same `enrollmentKey` and `keys` as the run that made the records',
  );
}
