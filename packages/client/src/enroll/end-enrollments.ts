// `endEnrollments`: ends every enrollment under a key, or those of given ids.
import type { AgentSourceClient } from '../client-types.ts';
import { isExploriumError } from '../errors/is-explorium-error.ts';
import { MalformedResponseError } from '../errors/malformed-response-error.ts';
import { UsageError } from '../errors/usage-error.ts';
import { fieldsOf, stringOr } from '../fields.ts';
import { ENROLLMENTS_PATH } from '../generated/enrollments.ts';
import { unwrap } from '../unwrap.ts';
import type { EndRecord, EndTotals } from './end-records.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { isIterable } from './options.ts';

/** What `endEnrollments` needs of a client of `createClient`. */
export type EndingClient = Pick<AgentSourceClient, 'GET' | 'DELETE'>;

/** What `endEnrollments` takes: a key, or ids. */
export interface EndEnrollmentsOptions {
  /**
   * Ends every enrollment that the service lists under this key.
   * @throws {UsageError} at once if it is empty, or given beside `ids`.
   */
  enrollmentKey?: string | undefined;
  /**
   * Whether the enrollments have `enrollmentKey` as it is (`'shared'`), or followed by `-0001`, `-0002` and so on
   * (`'numbered'`), as `enrollProspects` gave it to them. Default `'shared'`.
   */
  keys?: 'shared' | 'numbered' | undefined;
  /** Ends the enrollments of these enrollment ids: any iterable or async iterable, read as they are needed. */
  ids?: Iterable<string> | AsyncIterable<string> | undefined;
  /** Requests in flight at once; default 4. */
  concurrency?: number | undefined;
  /** Send nothing more after the first that failed or is unknown; default false. What is in flight is still reported. */
  stopOnError?: boolean | undefined;
  /** Ends the run when aborted; what is in flight is reported, and then the signal's reason is thrown. */
  signal?: AbortSignal | undefined;
  /** The records of earlier runs: what they say is ended or missing is not sent again. */
  resumeFrom?: Iterable<EarlierEndRecord> | AsyncIterable<EarlierEndRecord> | undefined;
}

/** A record of an earlier run, as `endEnrollments` yielded it or `JSON.parse` read it back. */
export interface EarlierEndRecord {
  status: string;
  enrollmentId: string;
}

/**
 * Ends enrollments, with bounded concurrency, and yields one record for each as its outcome is known. A failure does not end the
 * run and is not thrown: it is in its record. Ending one twice does no harm, so that what nobody knows is simply sent again.
 *
 * @throws {UsageError} at once when an option makes no sense.
 * @throws from the iterator what the listing of the enrollments, `ids` or `resumeFrom` throws, and the reason of `signal`.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { endEnrollments } from '@agentsource/client/enroll';
 *
 * const client = createClient({ apiKey: 'your-key' });
 * for await (const record of endEnrollments(client, { enrollmentKey: 'tech_executives_monitor' })) {
 *   console.log(record.status, record.enrollmentId, record.totals.ended);
 * }
 * ```
 */
export function endEnrollments(
  client: EndingClient,
  options: EndEnrollmentsOptions,
): AsyncGenerator<EndRecord, void, void> {
  const { enrollmentKey, ids, keys = 'shared', concurrency = 4 } = options;
  const refuse = (what: string) => {
    throw new UsageError(`endEnrollments: ${what}`);
  };
  if ((enrollmentKey === undefined) === (ids === undefined)) refuse('give either `enrollmentKey` or `ids`');
  if (enrollmentKey !== undefined && !(typeof enrollmentKey === 'string' && enrollmentKey))
    refuse('`enrollmentKey` must be a string that is not empty');
  if (ids !== undefined && !isIterable(ids)) refuse('`ids` must be an iterable of enrollment ids');
  if (keys !== 'shared' && keys !== 'numbered') refuse("`keys` must be 'shared' or 'numbered'");
  if (!(Number.isInteger(concurrency) && concurrency >= 1))
    refuse('`concurrency` must be a whole number of at least 1');
  return run(client, options);
}

/** An enrollment to end. */
interface Target {
  enrollmentId: string;
  key?: string;
  ids: string[];
}

async function* run(
  client: EndingClient,
  options: EndEnrollmentsOptions,
): AsyncGenerator<EndRecord, void, void> {
  const { concurrency = 4, stopOnError = false, signal, resumeFrom = [] } = options;
  const totals: EndTotals = { ended: 0, missing: 0, failed: 0, unknown: 0, skipped: 0 };
  const seen = new Set<string>();
  for await (const { status, enrollmentId } of resumeFrom) {
    if (status === 'ended' || status === 'missing') seen.add(enrollmentId);
  }
  const settled = new Set(seen);
  async function* fresh(): AsyncGenerator<Target, void, void> {
    for await (const target of targets(client, options)) {
      if (settled.has(target.enrollmentId)) totals.skipped++;
      else if (!seen.has(target.enrollmentId)) yield target;
      seen.add(target.enrollmentId);
    }
  }
  const outcomes = mapConcurrently(
    fresh(),
    async (target, limit) => ({ ...target, ...(await end(client, target, limit)) }),
    {
      concurrency,
      signal,
      stopAfter: ({ status }) => stopOnError && (status === 'failed' || status === 'unknown'),
    },
  );
  for await (const outcome of outcomes) {
    totals[outcome.status]++;
    yield { ...outcome, totals: { ...totals } };
  }
}

async function* targets(
  client: EndingClient,
  { enrollmentKey = '', keys, ids, signal }: EndEnrollmentsOptions,
): AsyncGenerator<Target, void, void> {
  if (!ids) {
    const isOurs = (key: string): boolean =>
      keys === 'numbered'
        ? key.startsWith(`${enrollmentKey}-`) && /^\d{4,}$/.test(key.slice(enrollmentKey.length + 1))
        : key === enrollmentKey;
    for (const one of await listed(client, signal)) if (isOurs(one.key)) yield one;
    return;
  }
  let index = 0;
  for await (const id of ids) {
    index++;
    if (typeof id !== 'string' || !id.trim())
      throw new UsageError(`endEnrollments: id ${index} is no enrollment id`);
    yield { enrollmentId: id.trim(), ids: [] };
  }
}

async function listed(client: EndingClient, signal: AbortSignal | undefined): Promise<Required<Target>[]> {
  const data: unknown = await unwrap(client.GET(ENROLLMENTS_PATH, signal ? { signal } : {}));
  const { enrollments } = fieldsOf(data);
  if (!Array.isArray(enrollments)) {
    const call = `GET ${ENROLLMENTS_PATH}`;
    throw new MalformedResponseError('200, but without `enrollments`', { call, status: 200, body: data });
  }
  return enrollments.map(fieldsOf).map(({ enrollment_id, enrollment_key, prospect_ids }) => ({
    enrollmentId: `${stringOr(enrollment_id, '')}`,
    key: stringOr(enrollment_key, ''),
    ids: Array.isArray(prospect_ids) ? prospect_ids : [],
  }));
}

type Outcome =
  | { status: 'ended' | 'missing'; correlationId: string }
  | { status: 'failed' | 'unknown'; error: Error };

async function end(client: EndingClient, { enrollmentId }: Target, signal: AbortSignal): Promise<Outcome> {
  // An earlier attempt may be why it is gone.
  const gone = (attempts: number) => (attempts > 1 ? 'ended' : 'missing');
  try {
    // Not every version of the document has this body in its types.
    const options = { body: { enrollment_id: enrollmentId }, signal } as never;
    const result = await client.DELETE(ENROLLMENTS_PATH, options);
    const data: unknown = await unwrap(result);
    const context = fieldsOf(fieldsOf(data).response_context);
    const status = context.request_status === 'miss' ? gone(result.attempts) : 'ended';
    return { status, correlationId: stringOr(context.correlation_id, '') };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error('the request failed', { cause: thrown });
    if (!isExploriumError(error)) return { status: 'unknown', error };
    if (error.status !== 404) return { status: error.mayHaveActed ? 'unknown' : 'failed', error };
    return { status: gone(error.attempts), correlationId: error.correlationId ?? '' };
  }
}
