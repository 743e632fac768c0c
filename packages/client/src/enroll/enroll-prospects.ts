// `enrollProspects`: enrolls any number of prospects, batch by batch, none of them twice.
import type { AddProspectsEnrollmentsRequest } from '@agentsource/types';
import { ExploriumError } from '../errors/explorium-error.ts';
import { readCheckpoint } from './checkpoint.ts';
import { type Cut, cutBatches } from './cut-batches.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { batchKey, checkOptions, type EnrollProspectsOptions } from './options.ts';
import { invalidIds } from './prospect-id.ts';
import { type EnrollmentRecord, Tally, type Untotalled } from './records.ts';
import { type EnrollingClient, sendBatch } from './send-batch.ts';

/**
 * Enrolls any number of prospects: cuts their ids into batches of 20, sends them with bounded concurrency, and yields
 * one record for each batch as its outcome is known, not in order.
 *
 * A failed batch does not end the run, and is not thrown: it is in its record. Nothing that the service may have acted
 * on is sent again; such a batch is reported as `unknown`. Memory grows by about 30 to 60 bytes for each new id.
 *
 * @param client of `createClient`; its retries, time limits and throttle hold for each batch.
 * @throws {UsageError} at once when an option makes no sense; from the iterator when `resumeFrom` has a record that is not
 * of this run.
 * @throws the reason of `signal`, or what `prospectIds` or `onSend` threw, from the iterator, after every batch in
 * flight has been reported.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { enrollProspects } from '@agentsource/client/enroll';
 *
 * const client = createClient({ apiKey: 'your-key' });
 * const records = enrollProspects(client, {
 *   enrollmentKey: 'tech_executives_monitor',
 *   eventTypes: ['prospect_changed_role'],
 *   prospectIds: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
 * });
 * for await (const record of records) {
 *   if (record.status === 'enrolled') console.log(record.enrollmentId, record.totals.enrolled);
 *   else console.error(record.status, record.ids, record.error);
 * }
 * ```
 */
export function enrollProspects(
  client: EnrollingClient,
  options: EnrollProspectsOptions,
): AsyncGenerator<EnrollmentRecord, void, void> {
  checkOptions(options);
  return run(client, options);
}

async function* run(
  client: EnrollingClient,
  options: EnrollProspectsOptions,
): AsyncGenerator<EnrollmentRecord, void, void> {
  const { prospectIds, concurrency = 4, stopOnError = false, signal } = options;
  const { resumeFrom = [], resendUnknown = false } = options;
  const keyOf = (batch: number): string => batchKey(options, batch);
  const checkpoint = await readCheckpoint(resumeFrom, keyOf, resendUnknown);
  const tally = new Tally();
  for (const [batch, ids] of checkpoint.unknown) yield tally.count(leftUnknown(batch, keyOf(batch), ids));
  checkpoint.unknown.clear();

  const work = async (cut: Cut, limit: AbortSignal): Promise<Untotalled> => {
    if (cut.batch === undefined) return invalid(cut);
    const record = { batch: cut.batch, key: keyOf(cut.batch), ids: cut.ids };
    await options.onSend?.({ status: 'sending', ...record });
    return { ...record, ...(await sendBatch(client, requestOf(record, options), limit)) };
  };
  const outcomes = mapConcurrently(cutBatches(prospectIds, checkpoint, tally.counts), work, {
    concurrency,
    signal,
    stopAfter: ({ status }) => stopOnError && status !== 'enrolled',
  });
  for await (const outcome of outcomes) yield tally.count(outcome);
}

function requestOf(
  { key, ids }: { key: string; ids: string[] },
  { eventTypes, requestContext }: EnrollProspectsOptions,
): AddProspectsEnrollmentsRequest {
  const request = { enrollment_key: key, event_types: [...eventTypes], prospect_ids: ids };
  return requestContext === undefined ? request : { ...request, request_context: requestContext };
}

function leftUnknown(batch: number, key: string, ids: readonly string[]): Untotalled {
  const what = `batch ${batch} was left unknown by an earlier run, and is not sent again`;
  const error = new ExploriumError(what, { mayHaveActed: true });
  return { status: 'unknown', batch, key, ids: [...ids], error };
}

function invalid({ ids, indexes }: { ids: string[]; indexes: number[] }): Untotalled {
  return { status: 'invalid', ids, indexes, error: invalidIds(ids, indexes) };
}
