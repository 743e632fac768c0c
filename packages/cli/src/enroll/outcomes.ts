// What a journal comes to: how many are enrolled, who failed and why, and what is without an outcome.
import type { BatchLine } from './journal-record.ts';

/** A batch without an outcome: its ids, and when it was sent. */
export interface OpenBatch {
  batch: number;
  ids: readonly string[];
  at: number;
}

export interface Outcomes {
  /** Ids that the service enrolled. */
  enrolled: number;
  /** Why the service refused them, by id. */
  failures: Map<string, string>;
  open: OpenBatch[];
}

export async function outcomesOf(records: AsyncIterable<BatchLine>): Promise<Outcomes> {
  let enrolled = 0;
  const failures = new Map<string, string>();
  const open = new Map<number, OpenBatch & { isUnknown: boolean }>();
  for await (const { status, batch, ids, at, error = '' } of records) {
    const earlier = open.get(batch);
    if (status === 'sending' || status === 'unknown') {
      const isUnknown = status === 'unknown' || earlier !== undefined;
      open.set(batch, { batch, ids, at: at ?? earlier?.at ?? 0, isUnknown });
      continue;
    }
    // A refusal says nothing about an earlier attempt of which nobody knows.
    if (status !== 'enrolled' && earlier?.isUnknown) continue;
    open.delete(batch);
    if (status === 'enrolled') enrolled += ids.length;
    if (status === 'failed') for (const id of ids) failures.set(id, error);
  }
  return { enrolled, failures, open: [...open.values()].map(({ batch, ids, at }) => ({ batch, ids, at })) };
}

/** How many ids are in batches. */
export function countOf(batches: readonly OpenBatch[]): number {
  return batches.reduce((sum, { ids }) => sum + ids.length, 0);
}
