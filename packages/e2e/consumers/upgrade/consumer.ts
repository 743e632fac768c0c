// A consumer written against the first release. Each line that leans on a part of the document names it, as a pointer into that
// document and, for an enum, the value, so that what stops compiling after an upgrade can be held against what the report of the bump said.
import { createClient, unwrap } from '@agentsource/client';
import type { AddProspectsEnrollmentsRequest, ProspectsEventIdentifier } from '@agentsource/types';

export const watched: ProspectsEventIdentifier[] = [
  'prospect_changed_role', // #/components/schemas/ProspectsEventIdentifier "prospect_changed_role"
  'prospect_changed_company', // #/components/schemas/ProspectsEventIdentifier "prospect_changed_company"
  'prospect_job_start_anniversary', // #/components/schemas/ProspectsEventIdentifier "prospect_job_start_anniversary"
];

const body: AddProspectsEnrollmentsRequest = {
  enrollment_key: 'tech_executives_monitor', // #/components/schemas/ProspectsEnrollmentsAddRequest/properties/enrollment_key
  event_types: ['prospect_changed_role'], // #/components/schemas/ProspectsEnrollmentsAddRequest/properties/event_types
  prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'], // #/components/schemas/ProspectsEnrollmentsAddRequest/properties/prospect_ids
};

const client = createClient({ apiKey: 'any-key', baseUrl: 'http://127.0.0.1:4010' });
const answer = await unwrap(client.POST('/v1/prospects/events/enrollments', { body }));
const id: string = answer.enrollment_id; // #/components/schemas/ProspectsEnrollmentsAddResponse/properties/enrollment_id
const key: string = answer.enrollment_key; // #/components/schemas/ProspectsEnrollmentsAddResponse/properties/enrollment_key
const status: string = answer.response_context.request_status; // #/components/schemas/ResponseContext/properties/request_status
console.log(id, key, status);
