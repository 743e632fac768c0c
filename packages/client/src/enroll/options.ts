// What `enrollProspects` takes, and what of it is refused.
import type { AddProspectsEnrollmentsRequest, ProspectsEventIdentifier } from '@agentsource/types';
import { UsageError } from '../errors/usage-error.ts';
import { MIN_ENROLLMENT_KEY_LENGTH } from '../generated/enrollments.ts';
import type { EarlierRecords } from './checkpoint.ts';
import type { ProspectIds } from './cut-batches.ts';
import type { SendingRecord } from './records.ts';

/** What `enrollProspects` takes. */
export interface EnrollProspectsOptions {
  /**
   * The key that arrives in every event delivered for these enrollments; at least 4 characters.
   * @throws {UsageError} at once if it is shorter.
   */
  enrollmentKey: string;
  /**
   * Which events to watch for; at least one.
   * @throws {UsageError} at once if the array is empty. Unknown ones are left to the service, or to `checkRequests`.
   */
  eventTypes: readonly ProspectsEventIdentifier[];
  /**
   * The prospects: any iterable or async iterable of ids, read as batches are needed, so a million ids need not be in
   * memory. Each id is sent once, however often it comes up. What isn't a prospect id is reported and not sent.
   * @throws {UsageError} at once if it isn't iterable, or is a single string.
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
  keys?: 'shared' | 'numbered' | undefined;
  /**
   * Batches in flight at once; default 4. The service allows 200 requests a minute for each key: give the client
   * a throttle when more than that are to be sent.
   * @throws {UsageError} at once if it is not a whole number of at least 1.
   */
  concurrency?: number | undefined;
  /**
   * Send nothing more after the first batch that failed or is unknown, or the first invalid id; default false. What is
   * in flight still ends, and is reported.
   */
  stopOnError?: boolean | undefined;
  /**
   * Ends the run when aborted; default: none. Nothing more is sent, requests in flight are cut, each of their batches
   * is still reported (mostly as unknown), and then the signal's reason is thrown. To stop without cutting anything,
   * end `prospectIds` instead.
   */
  signal?: AbortSignal | undefined;
  /** `request_context` of every batch, which the document allows but does not explain. Default: none is sent. */
  requestContext?: AddProspectsEnrollmentsRequest['request_context'] | undefined;
  /**
   * Called before each batch is sent, and waited for; default: nothing is. Write the record down here, and a resumed
   * run knows even after a crash, or after leaving the loop early, which batches may have been acted on: those that
   * have a `sending` record and no other count as unknown.
   * @throws what it throws, after every batch in flight has been reported; its own batch is not sent.
   */
  onSend?: ((record: SendingRecord) => void | Promise<void>) | undefined;
  /**
   * The records of earlier runs with the same `enrollmentKey` and `keys` over the same ids (more may follow), oldest
   * first; default: there were none. Batches enrolled are not sent again; batches that stayed unknown are reported as
   * unknown and not sent again; everything else is sent, in the batches it was in.
   * @throws {UsageError} from the iterator, before anything is sent, on something that isn't a record, or a record of another key.
   */
  resumeFrom?: EarlierRecords | undefined;
  /** Send batches again that earlier runs left unknown, which may enroll them twice; default false. */
  resendUnknown?: boolean | undefined;
}

/** The enrollment key of a batch. */
export function batchKey({ enrollmentKey, keys }: EnrollProspectsOptions, batch: number): string {
  return keys === 'numbered' ? `${enrollmentKey}-${String(batch).padStart(4, '0')}` : enrollmentKey;
}

/** @throws {UsageError} if an option makes no sense. */
export function checkOptions({
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
export function isIterable(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value)
  );
}
