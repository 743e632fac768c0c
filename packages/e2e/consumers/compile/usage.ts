// What a user's code does with the packages' types; compiled by every TypeScript of the matrix.
import { createClient } from '@agentsource/client';
import { isProspectsEventIdentifier } from '@agentsource/client/enums';
import { addProspectsEnrollments, getProspectsEnrollments } from '@agentsource/client/operations';
import type { startMock } from '@agentsource/mock';
import { redisStore, redisWindow } from '@agentsource/redis';
import type {
  AddProspectsEnrollmentsRequest,
  AddProspectsEnrollmentsResponse,
  components,
  ProspectsEventIdentifier,
  paths,
} from '@agentsource/types';
import { handler, isEvent, isEventNamed } from '@agentsource/webhooks';
import { type NodeRequest, type NodeResponse, nodeHandler } from '@agentsource/webhooks/node';
import { sampleEvent } from '@agentsource/webhooks/testing';

const events: ProspectsEventIdentifier[] = ['prospect_changed_role'];
const request: AddProspectsEnrollmentsRequest = {
  enrollment_key: 'tech_executives_monitor',
  event_types: events,
  prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
  request_context: null,
};

const client = createClient({ apiKey: 'any-key', baseUrl: 'http://127.0.0.1:4010' });
const { data, error, response } = await client.POST('/v1/prospects/events/enrollments', { body: request });
if (data) {
  const answer: AddProspectsEnrollmentsResponse = data;
  const id: string | undefined = answer.enrollment_id;
  console.log(id?.toUpperCase(), response.headers.get('X-RateLimit-Remaining'));
} else {
  console.log(error);
}

const { enrollments } = await getProspectsEnrollments(client);
for (const { enrollment_key, event_types, prospect_ids } of enrollments) {
  const body = { enrollment_key, event_types: event_types.filter(isProspectsEventIdentifier), prospect_ids };
  const added: AddProspectsEnrollmentsResponse = await addProspectsEnrollments(client, {
    body,
    timeout: 5_000,
  });
  console.log(added.enrollment_id);
}

export const receive: (request: Request) => Promise<Response> = handler({
  secret: 'c2VjcmV0',
  onEvent(event) {
    if (isEvent(event, 'prospect_changed_role')) console.log(event.entity_id, event.data.current_job_title);
    if (isEventNamed(event, 'funding_round')) console.log(event.data.amount);
    // @ts-expect-error no such event of the document
    isEvent(event, 'funding_round');
  },
});

interface Env {
  WEBHOOK_SECRET: string;
}
const inWorker = handler({
  secret: async (_request, env: Env) => env.WEBHOOK_SECRET,
  onEvent: (event, { env, signal }) => console.log(event.event_id, env.WEBHOOK_SECRET, signal.aborted),
});
export const worker: { fetch(request: Request, env: Env, context: object): Promise<Response> } = {
  fetch: inWorker,
};
export const POST: (request: Request, context: { params: Promise<object> }) => Promise<Response> = receive;

const redis = { sendCommand: async (args: string[]): Promise<unknown> => args.length };
export const listener: (req: NodeRequest, res: NodeResponse) => Promise<void> = nodeHandler({
  secret: undefined,
  store: redisStore(redis),
  onEvent: () => {},
});
export const throttled = createClient({ apiKey: 'any-key', throttle: redisWindow(redis) });
export const event: string = sampleEvent().event_name;

export type Mock = Awaited<ReturnType<typeof startMock>>;
export type Path = keyof paths;
export type Schema = keyof components['schemas'];

// @ts-expect-error no such event
export const wrongEvent: ProspectsEventIdentifier = 'prospect_changed_shoes';
// @ts-expect-error no such path
client.POST('/v1/prospects/events/enrolments', { body: request });
// @ts-expect-error no such option
client.POST('/v1/prospects/events/enrollments', { body: request, timeOut: 5 });
// @ts-expect-error a body is required
addProspectsEnrollments(client);
// @ts-expect-error prospect_ids are missing
client.POST('/v1/prospects/events/enrollments', { body: { enrollment_key: 'key', event_types: events } });
