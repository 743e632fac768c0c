// Cuts prospect ids into batches: validated, each id once, numbered, the same for the same input.

import { MAX_PROSPECT_IDS } from '../generated/enrollments.ts';
import type { Checkpoint } from './checkpoint.ts';
import { IdSet } from './id-set.ts';
import { prospectIdOf } from './prospect-id.ts';

/** Prospect ids from anywhere. */
export type ProspectIds = Iterable<string> | AsyncIterable<string>;

/** A batch to send; or, without a number, ids that cannot be sent, with the index of each in the input. */
export type Cut = { batch: number; ids: string[] } | { batch: undefined; ids: string[]; indexes: number[] };

/** How many ids of the input took which way so far. */
export interface Counts {
  /** Ids that came up again in the input. */
  duplicates: number;
  /** Ids that the records of an earlier run answer for. */
  skipped: number;
}

/**
 * Cuts lazily: takes from the input what the next batch needs and no more.
 *
 * A batch is the next 20 new ids, its number the next that no earlier record has. So the batches depend on the input
 * and the earlier records alone, and a resumed run over the same input makes those again that are still to be sent.
 */
export async function* cutBatches(
  prospectIds: ProspectIds,
  checkpoint: Pick<Checkpoint, 'ids' | 'numbers'>,
  counts: Counts,
): AsyncGenerator<Cut, void, void> {
  const seen = new IdSet();
  let batch = 0;
  let ids: string[] = [];
  let invalid = noInvalid();
  let index = -1;
  for await (const given of prospectIds) {
    index++;
    const id = prospectIdOf(given);
    if (id === undefined) {
      invalid.ids.push(String(given));
      invalid.indexes.push(index);
    } else if (checkpoint.ids.has(id)) counts.skipped++;
    else if (!seen.add(id)) counts.duplicates++;
    else ids.push(id);
    if (ids.length === MAX_PROSPECT_IDS) {
      if (invalid.ids.length > 0) yield invalid;
      invalid = noInvalid();
      batch = nextNumber(batch, checkpoint.numbers);
      yield { batch, ids };
      ids = [];
    } else if (invalid.ids.length === MAX_PROSPECT_IDS) {
      yield invalid;
      invalid = noInvalid();
    }
  }
  if (invalid.ids.length > 0) yield invalid;
  if (ids.length > 0) yield { batch: nextNumber(batch, checkpoint.numbers), ids };
}

function noInvalid(): { batch: undefined; ids: string[]; indexes: number[] } {
  return { batch: undefined, ids: [], indexes: [] };
}

function nextNumber(batch: number, taken: ReadonlySet<number>): number {
  let next = batch + 1;
  while (taken.has(next)) next++;
  return next;
}
