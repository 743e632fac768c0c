// What each operation of the enrollment lifecycle does to the state. The request has been judged by then.
import { isObject, type JsonObject } from '../json.ts';
import type { STATEFUL_OPERATIONS } from '../remembered-operations.ts';
import type { Deliveries } from './deliveries.ts';
import type { Enrollment, State } from './state.ts';

interface Call {
  /** The request's body; fits the document's schema. */
  body: JsonObject;
  /** The last segment of the path. */
  name: string;
  /** The answer's body as the document's example has it. */
  answer: JsonObject;
  state: State;
  deliveries: Deliveries;
  /** What the document's example has as the data of an event; nothing where it has no such event. */
  dataOf: (event_name: string) => JsonObject | undefined;
}

/** Events of one call, whatever the document allows. */
const MOST_EVENTS = 100;

export type Outcome = { body: JsonObject } | { refused: string };

type Operation = (call: Call) => Outcome | Promise<Outcome>;

/** By operationId. */
export const OPERATIONS: Record<string, Operation> = {
  add_prospects_enrollments(call) {
    const { enrollment_id: _, ...fields } = call.body as unknown as Enrollment;
    const enrollment = call.state.enroll(fields);
    announce(call, enrollment);
    return { body: named(call, enrollment) };
  },

  get_prospects_enrollments: ({ answer, state }) => ({
    body: { ...answer, enrollments: [...state.enrollments.values()] },
  }),

  update_prospects_enrollments(call) {
    const { request_context: _, ...fields } = call.body;
    const enrollment = fields as unknown as Enrollment;
    if (!call.state.enrollments.has(enrollment.enrollment_id)) return miss(named(call, enrollment));
    call.state.enrollments.set(enrollment.enrollment_id, enrollment);
    announce(call, enrollment);
    return { body: named(call, enrollment) };
  },

  delete_prospects_enrollments: ({ body, answer, state }) =>
    state.enrollments.delete(body.enrollment_id as string)
      ? { body: { ...answer, status: 'success' } }
      : miss({ ...answer, status: 'miss' }),

  add_webhook: ({ body, answer, state }) => ({
    body: { ...answer, ...state.register(body.partner_id as string, body.webhook_url as string) },
  }),

  get_webhook({ name, answer, state }) {
    const webhook = state.webhooks.get(name);
    return webhook
      ? { body: { ...answer, ...webhook } }
      : { refused: `No webhook is registered for partner ${name}` };
  },

  delete_webhook: ({ name, answer, state }) =>
    state.webhooks.delete(name) ? { body: answer } : miss(answer),

  async check_webhook_connectivity({ body, answer, state, deliveries, dataOf }) {
    const partner_id = body.partner_id as string;
    const webhook = state.webhooks.get(partner_id);
    if (!webhook) return miss(answer);
    const { event_name = 'prospect_changed_role', number_of_events = 1 } = (body.simulation ?? {}) as {
      event_name?: string;
      number_of_events?: number;
    };
    const data = dataOf(event_name);
    const fields = { partner_id, event_name, ...(data && { data }) };
    const length = Math.min(number_of_events, MOST_EVENTS);
    const sent = Array.from({ length }, () => deliveries.send(webhook, fields));
    const taken = await Promise.all(sent);
    return { body: taken.every(Boolean) ? answer : withStatus(answer, 'failure') };
  },
} satisfies Record<(typeof STATEFUL_OPERATIONS)[number], Operation>;

/** One event for each prospect and event type, to each receiver, once the answer is out. */
function announce({ state, deliveries, dataOf }: Call, enrollment: Enrollment): void {
  const { enrollment_key, event_types, prospect_ids } = enrollment;
  const { signal } = deliveries;
  setImmediate(() => {
    for (const [partner_id, webhook] of state.webhooks) {
      for (const entity_id of prospect_ids) {
        for (const event_name of event_types) {
          const data = dataOf(event_name);
          const fields = { partner_id, event_name, entity_id, enrollment_key, ...(data && { data }) };
          void deliveries.send(webhook, fields, signal);
        }
      }
    }
  });
}

function named({ answer }: Call, { enrollment_id, enrollment_key }: Enrollment): JsonObject {
  return { ...answer, enrollment_key, enrollment_id };
}

/** The documented way to say that nothing matched. */
function miss(answer: JsonObject): Outcome {
  return { body: withStatus(answer, 'miss') };
}

function withStatus(answer: JsonObject, request_status: string): JsonObject {
  const context = isObject(answer.response_context) ? answer.response_context : {};
  return { ...answer, response_context: { ...context, request_status } };
}
