// From a delivery's body to a typed event.
import type { ProspectEvent, ProspectsEventIdentifier } from '@agentsource/types';
import { WebhookParseError } from './errors.ts';
import { bytesOfBody, type RawBody } from './signature.ts';

/** The events that the document knows. */
export type KnownEventName = ProspectsEventIdentifier | ProspectEvent['event_name'];

/**
 * What the document says of an event's `data`; of names outside it nothing is known. The fields are not checked on arrival: the
 * vendor promises none of them, so any may be missing, and there may be more.
 */
export type EventData<Name extends string> = Name extends ProspectEvent['event_name']
  ? Extract<ProspectEvent, { event_name: Name }>['data']
  : Record<string, unknown>;

/** Without a name in particular: one of the document's, which are completed, or any other. */
type AnyName = KnownEventName | (string & {});

interface EventFields<Name extends string, Data> {
  tenant_id: string;
  partner_id: string;
  /** Unique per event; the same event delivered again has the same. */
  event_id: string;
  event_name: Name;
  entity_id: string;
  entity_type: 'business' | 'prospect';
  /** An object that varies by event: `isEvent` tells which, and its fields are typed then. */
  data: Data;
  /** The key given when the entity was enrolled, by which receivers route. */
  enrollment_key: string;
}

/**
 * What every delivery carries. Fields that the vendor adds later are kept.
 *
 * `event_name` is one of the document's prospect events or any other name: business events arrive at the same URL, and new
 * names appear over time. `isEvent` and `isEventNamed` narrow it.
 */
export type WebhookEvent<Name extends string = AnyName> = string extends Name
  ? EventFields<Name, Record<string, unknown>>
  : // Of several names one event each, so that comparing `event_name` narrows `data`.
    Name extends string
    ? EventFields<Name, EventData<Name>>
    : never;

const STRING_FIELDS = [
  'tenant_id',
  'partner_id',
  'event_id',
  'event_name',
  'entity_id',
  'enrollment_key',
] as const;
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The event in a delivery's body. Says nothing about who sent it: `verify` first.
 *
 * @throws WebhookParseError when the body is not UTF-8, not JSON, or lacks what every event has; `field` names what is wrong
 *
 * ```ts
 * import { parse } from '@agentsource/webhooks';
 *
 * const event = parse(
 *   '{"tenant_id":"t1","partner_id":"p1","event_id":"e1","event_name":"prospect_changed_role","entity_id":"x1",' +
 *     '"entity_type":"prospect","data":{},"enrollment_key":"tech_executives_monitor"}',
 * );
 * console.log(event.entity_id); // x1
 * ```
 */
export function parse(rawBody: RawBody): WebhookEvent {
  const event = parseJson(rawBody);
  if (!isObject(event)) throw new WebhookParseError('The body is not a JSON object');
  for (const field of STRING_FIELDS) {
    if (typeof event[field] !== 'string') throw new WebhookParseError(`${field} is not a string`, field);
  }
  // Deliveries are told apart by it: two without one would look like the same.
  if (event.event_id === '') throw new WebhookParseError('event_id is empty', 'event_id');
  if (event.entity_type !== 'business' && event.entity_type !== 'prospect') {
    throw new WebhookParseError('entity_type is neither "business" nor "prospect"', 'entity_type');
  }
  if (!isObject(event.data)) throw new WebhookParseError('data is not an object', 'data');
  return event as unknown as WebhookEvent;
}

/**
 * Whether the event is one of these, whose names the document has; narrows its type, and with it that of `data`.
 *
 * ```ts
 * import { isEvent, type WebhookEvent } from '@agentsource/webhooks';
 *
 * export function onEvent(event: WebhookEvent): void {
 *   if (isEvent(event, 'prospect_changed_role', 'prospect_changed_company')) moved(event);
 * }
 *
 * function moved(event: WebhookEvent<'prospect_changed_role' | 'prospect_changed_company'>): void {
 *   console.log(event.entity_id, event.data.current_job_title ?? 'has a job that the vendor does not name');
 * }
 * ```
 */
export const isEvent: <const Name extends KnownEventName>(
  event: WebhookEvent,
  ...names: Name[]
) => event is WebhookEvent<Name> = isEventNamed;

/**
 * Whether the event has one of these names, whatever they are: business events, and what the document does not have yet.
 *
 * ```ts
 * import { isEventNamed, type WebhookEvent } from '@agentsource/webhooks';
 *
 * export function onEvent(event: WebhookEvent): void {
 *   if (isEventNamed(event, 'funding_round')) console.log(event.entity_id, event.data);
 * }
 * ```
 */
export function isEventNamed<const Name extends string>(
  event: WebhookEvent,
  ...names: Name[]
): event is WebhookEvent<Name> {
  return names.some((name) => name === event.event_name);
}

function parseJson(rawBody: RawBody): unknown {
  const bytes = bytesOfBody(rawBody);
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    // The parser's own message quotes the body, which may hold personal data and would end up in logs.
    throw new WebhookParseError('The body is not JSON in UTF-8');
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
