// `missedEvents`: asks for the events of any number of prospects, so that a receiver that was down can catch up.
import type { ProspectEvent, ProspectsEventIdentifier } from '@agentsource/types';
import type { AgentSourceClient } from '../client-types.ts';
import { MalformedResponseError } from '../errors/malformed-response-error.ts';
import { UsageError } from '../errors/usage-error.ts';
import { fieldsOf } from '../fields.ts';
import { EVENT_TYPES, EVENTS_PATH, MAX_EVENT_PROSPECT_IDS } from '../generated/enrollments.ts';
import { slidingWindow } from '../rate-limit/sliding-window.ts';
import { unwrap } from '../unwrap.ts';
import type { ProspectIds } from './cut-batches.ts';
import { type HandledEvents, once } from './handled-events.ts';
import { IdSet } from './id-set.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { isIterable } from './options.ts';
import { invalidIds, prospectIdOf } from './prospect-id.ts';

/** What `missedEvents` needs of a client of `createClient`. */
export type AskingClient = Pick<AgentSourceClient, 'POST'>;

/** What `missedEvents` takes. */
export interface MissedEventsOptions {
  /**
   * The prospects: any iterable or async iterable of ids, read as batches are needed. Each is asked for once.
   * @throws {UsageError} at once if it isn't iterable. {RequestValidationError} from the iterator at what isn't a prospect id,
   * after the events of what was asked for.
   */
  prospectIds: ProspectIds;
  /**
   * From when on: a `Date`, or text as ISO 8601 has it (`2026-01-31`, `2026-01-31T12:00:00Z`). The service knows events of the last
   * three months.
   * @throws {UsageError} at once if it is neither.
   */
  since: Date | string;
  /** Until when, in the same form. Default: now. */
  until?: Date | string | undefined;
  /** Which events. Default: all that the document names. */
  eventTypes?: readonly ProspectsEventIdentifier[] | undefined;
  /**
   * The store of the receiver's handler (`memoryStore`, `redisStore`, a `Set`): an event that it knows is not yielded, and one that
   * was yielded is put into it when the next is asked for, which is when it has been handled. Default: none.
   */
  store?: HandledEvents | undefined;
  /** Requests in flight at once; default 4. */
  concurrency?: number | undefined;
  /** Ends the run when aborted; its reason is thrown. */
  signal?: AbortSignal | undefined;
}

/**
 * Asks the service for the events of prospects, in batches of 40, slowed down before the rate limit, and yields each event once by
 * its `event_id`, the id that a webhook delivery of it has. The events of one batch come together; there is no order among batches.
 *
 * Asking changes nothing, so that a request whose answer was lost is sent again. With the receiver's `store`, a run that was cut off
 * is resumed by starting it again.
 *
 * @throws {UsageError} at once when an option makes no sense.
 * @throws {ExploriumError} from the iterator, what `unwrap` throws, once the events of every batch in flight have been yielded.
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 * import { missedEvents } from '@agentsource/client/enroll';
 *
 * const client = createClient({ apiKey: 'your-key' });
 * const handled = new Set<string>(); // or the store of your handler
 * const prospectIds = ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'];
 * for await (const event of missedEvents(client, { prospectIds, since: '2026-01-01', store: handled })) {
 *   console.log(event.event_id, event.event_name, event.prospect_id);
 * }
 * ```
 */
export function missedEvents(
  client: AskingClient,
  options: MissedEventsOptions,
): AsyncGenerator<ProspectEvent, void, void> {
  const { prospectIds, eventTypes = EVENT_TYPES, concurrency = 4, since, until } = options;
  const refuse = (what: string) => {
    throw new UsageError(`missedEvents: ${what}`);
  };
  if (!isIterable(prospectIds))
    refuse('`prospectIds` must be an iterable of ids; a single id goes into an array: [id]');
  if (!(Array.isArray(eventTypes) && eventTypes.length > 0))
    refuse('`eventTypes` must be an array of at least one event');
  if (!(Number.isInteger(concurrency) && concurrency >= 1))
    refuse('`concurrency` must be a whole number of at least 1');
  if (!isTime(since))
    refuse('`since` must be a Date, or a date or time as in 2026-01-31 or 2026-01-31T12:00:00Z');
  if (until !== undefined && !isTime(until)) refuse('`until` must be a Date, or a date or time, as `since`');
  const request = {
    event_types: [...eventTypes] as ProspectsEventIdentifier[],
    entity_type: 'prospect' as const,
    timestamp_from: textOf(since),
    ...(until !== undefined && { timestamp_to: textOf(until) }),
  };
  return run(client, request, options);
}

type Request = Omit<
  {
    event_types: ProspectsEventIdentifier[];
    entity_type: 'prospect';
    timestamp_from: string;
    timestamp_to?: string;
  },
  never
>;

async function* run(
  client: AskingClient,
  request: Request,
  { prospectIds, concurrency = 4, signal, store }: MissedEventsOptions,
): AsyncGenerator<ProspectEvent, void, void> {
  const throttle = slidingWindow();
  const ask = async (ids: string[], limit: AbortSignal): Promise<ProspectEvent[]> => {
    await throttle(THROTTLED, limit);
    const body = { ...request, prospect_ids: ids };
    return eventsOf(
      await unwrap(client.POST(EVENTS_PATH, { body, signal: limit, retry: { idempotent: true } })),
    );
  };
  const answers = mapConcurrently(batches(prospectIds), ask, { concurrency, signal, stopAfter: () => false });
  const yielded = new Set<string>();
  for await (const events of answers) {
    for (const event of events) {
      if (yielded.has(event.event_id)) continue;
      yielded.add(event.event_id);
      yield* once(event, store);
    }
  }
}

// Beside a throttle of the client's own, which knows of its other calls: all runs of this process share one limit.
const THROTTLED = 'missedEvents';

async function* batches(prospectIds: ProspectIds): AsyncGenerator<string[], void, void> {
  const seen = new IdSet();
  let ids: string[] = [];
  let index = -1;
  for await (const given of prospectIds) {
    index++;
    const id = prospectIdOf(given);
    if (id === undefined) {
      if (ids.length > 0) yield ids;
      throw invalidIds([String(given)], [index]);
    }
    if (!seen.add(id)) continue;
    ids.push(id);
    if (ids.length < MAX_EVENT_PROSPECT_IDS) continue;
    yield ids;
    ids = [];
  }
  if (ids.length > 0) yield ids;
}

function eventsOf(data: unknown): ProspectEvent[] {
  const { output_events, response_context } = fieldsOf(data);
  if (Array.isArray(output_events)) return output_events;
  if (fieldsOf(response_context).request_status === 'miss') return [];
  const call = `POST ${EVENTS_PATH}`;
  throw new MalformedResponseError('200, but without `output_events`', { call, status: 200, body: data });
}

function isTime(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value) && !Number.isNaN(Date.parse(value));
}

function textOf(time: Date | string): string {
  return typeof time === 'string' ? time : time.toISOString();
}
