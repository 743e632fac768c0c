// `enrollProspects`: enrolls any number of prospects, batch by batch, none of them twice.
import type { AddProspectsEnrollmentsRequest, ProspectsEventIdentifier } from '@agentsource/types';
import { ExploriumError, RequestValidationError, UsageError } from '../errors/explorium-error.ts';
import { MIN_ENROLLMENT_KEY_LENGTH, PROSPECT_ID_PATTERN } from '../generated/enrollments.ts';
import { type EarlierRecords, settle } from './checkpoint.ts';
import { type Cut, cutBatches, type ProspectIds } from './cut-batches.ts';
import { bounded } from './map-concurrently.ts';
import { type EnrollmentRecord, type SendingRecord, Tally, type Untotalled } from './records.ts';
import { type EnrollingClient, sendBatch } from './send-batch.ts';

/** What `enrollProspects` takes. */
export interface EnrollProspectsOptions {
  /**
   * The key that arrives in every event delivered for these enrollments; at least 4 characters.
   * @throws {UsageError} at once if it is shorter.
   */
  enrollmentKey: string;
  /**
   * Which events to watch for; at least one.
   * @throws {UsageError} at once if there is none. Unknown ones are left to the service, or to `checkRequests`.
   */
  eventTypes: readonly ProspectsEventIdentifier[];
  /**
   * The prospects: any iterable or async iterable of ids, read as batches are needed, so a million ids need not be in
   * memory. Each id is sent once, however often it comes up. What is no prospect id is reported and not sent.
   * @throws {UsageError} at once if it is nothing to iterate over, or a single string.
   * @throws what the iterable throws, after every batch in flight has been reported.
   */
  prospectIds: ProspectIds;
  /**
   * Whether every batch carries `enrollmentKey` as it is (`'shared'`), or batch 1 `<enrollmentKey>-0001`, batch 2
   * `<enrollmentKey>-0002` and so on (`'numbered'`). Default `'shared'`: every event carries the key of its
   * enrollment and receivers route by it, so a receiver has one key to know, however many batches there were.
   * Choose `'numbered'` to tell from an event which batch enrolled the prospect.
   * @throws {UsageError} at once on anything else.
   */
  keys?: 'shared' | 'numbered';
  /**
   * Batches in flight at once; default 4. The service allows 200 requests a minute for each key: give the client
   * a throttle when more than that are to be sent.
   * @throws {UsageError} at once if it is not a whole number of at least 1.
   */
  concurrency?: number;
  /**
   * Send nothing more after the first batch that failed or is unknown, or the first invalid id; default false. What is
   * in flight still ends, and is reported.
   */
  stopOnError?: boolean;
  /**
   * Ends the run when aborted; default: none. Nothing more is sent, requests in flight are cut, each of their batches
   * is still reported (mostly as unknown), and then the signal's reason is thrown. To stop without cutting anything,
   * end `prospectIds` instead.
   */
  signal?: AbortSignal;
  /** `request_context` of every batch, which the document allows but does not explain. Default: none is sent. */
  requestContext?: AddProspectsEnrollmentsRequest['request_context'];
  /**
   * Called before each batch is sent, and waited for; default: nothing is. Write the record down here, and a resumed
   * run knows even after a crash, or after leaving the loop early, which batches may have been acted on: those that
   * have a `sending` record and no other count as unknown.
   * @throws what it throws, after every batch in flight has been reported; its own batch is not sent.
   */
  onSend?: (record: SendingRecord) => void | Promise<void>;
  /**
   * The records of earlier runs with the same `enrollmentKey` and `keys` over the same ids (more may follow), oldest
   * first; default: there were none. Batches enrolled are not sent again; batches that stayed unknown are reported as
   * unknown and not sent again; everything else is sent, in the batches it was in.
   * @throws {UsageError} from the iterator, before anything is sent, on a record that is none or of another key.
   */
  resumeFrom?: EarlierRecords;
  /** Send batches again that earlier runs left unknown, which may enroll them twice; default false. */
  resendUnknown?: boolean;
}

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
  refuseNonsense(options);
  return run(client, options);
}

async function* run(
  client: EnrollingClient,
  options: EnrollProspectsOptions,
): AsyncGenerator<EnrollmentRecord, void, void> {
  const { concurrency = 4, stopOnError = false, signal } = options;
  const keyOf = (batch: number) => batchKey(options, batch);
  const settled = await settle(options.resumeFrom ?? [], keyOf, options.resendUnknown ?? false);
  const tally = new Tally();
  for (const [batch, ids] of settled.unknown) {
    const error = new ExploriumError(
      `batch ${batch} was left unknown by an earlier run, and is not sent again`,
      {
        mayHaveActed: true,
      },
    );
    yield tally.count({ status: 'unknown', batch, key: keyOf(batch), ids: [...ids], error });
  }
  settled.unknown.clear();
  const work = async (cut: Cut, cutOff: AbortSignal): Promise<Untotalled> => {
    if (cut.batch === undefined) return invalid(cut);
    const record = { batch: cut.batch, key: keyOf(cut.batch), ids: cut.ids };
    await options.onSend?.({ status: 'sending', ...record });
    const body: AddProspectsEnrollmentsRequest = {
      enrollment_key: record.key,
      event_types: [...options.eventTypes],
      prospect_ids: cut.ids,
    };
    if (options.requestContext !== undefined) body.request_context = options.requestContext;
    return { ...record, ...(await sendBatch(client, body, cutOff)) };
  };
  const outcomes = bounded(cutBatches(options.prospectIds, settled, tally.counts), work, {
    concurrency,
    signal,
    stopAfter: ({ status }) => stopOnError && status !== 'enrolled',
  });
  for await (const outcome of outcomes) yield tally.count(outcome);
}

function batchKey({ enrollmentKey, keys }: EnrollProspectsOptions, batch: number): string {
  return keys === 'numbered' ? `${enrollmentKey}-${String(batch).padStart(4, '0')}` : enrollmentKey;
}

function invalid({ ids, indexes }: { ids: string[]; indexes: number[] }): Untotalled {
  const problems = ids.map((id, at) => ({
    path: `prospectIds.${indexes[at]}`,
    message: `${JSON.stringify(id.length > 60 ? `${id.slice(0, 60)}…` : id)} does not match ${PROSPECT_ID_PATTERN}`,
    type: 'string_pattern_mismatch',
  }));
  const [first] = problems;
  const more = ids.length > 1 ? `, and ${ids.length - 1} more` : '';
  const error = new RequestValidationError(`${first?.path}: ${first?.message}${more}; not sent`, {
    problems,
  });
  return { status: 'invalid', ids, indexes, error };
}

function refuseNonsense({
  enrollmentKey,
  eventTypes,
  prospectIds,
  keys,
  concurrency,
}: EnrollProspectsOptions): void {
  const refuse = (what: string) => {
    throw new UsageError(`enrollProspects: ${what}`);
  };
  if (typeof enrollmentKey !== 'string' || [...enrollmentKey].length < MIN_ENROLLMENT_KEY_LENGTH) {
    refuse(`\`enrollmentKey\` must be a string of at least ${MIN_ENROLLMENT_KEY_LENGTH} characters`);
  }
  if (!Array.isArray(eventTypes) || eventTypes.length === 0)
    refuse('`eventTypes` must be an array of at least one event');
  if (!isIterable(prospectIds)) {
    refuse(
      '`prospectIds` must be an iterable or async iterable of ids, such as an array; a single id goes into one: [id]',
    );
  }
  if (keys !== undefined && keys !== 'shared' && keys !== 'numbered')
    refuse("`keys` must be 'shared' or 'numbered'");
  if (concurrency !== undefined && !(Number.isInteger(concurrency) && concurrency >= 1)) {
    refuse('`concurrency` must be a whole number of at least 1');
  }
}

/** A string is iterable too, but of characters. */
function isIterable(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value)
  );
}
