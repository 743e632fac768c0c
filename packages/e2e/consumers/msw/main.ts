// openapi-msw with our `paths`: handlers are typed by the document, and our client is answered by them.
import { createClient, unwrap } from '@agentsource/client';
import type { paths } from '@agentsource/types';
import { setupServer } from 'msw/node';
import { createOpenApiHttp } from 'openapi-msw';

const baseUrl = 'https://agentsource.invalid';
const http = createOpenApiHttp<paths>({ baseUrl });

const server = setupServer(
  http.post('/v1/prospects/events/enrollments', async ({ request, response }) => {
    const { enrollment_key } = await request.json();
    // @ts-expect-error the document knows no such status
    response(418);
    return response(200).json({
      enrollment_id: 'en_8d52c3f1',
      enrollment_key,
      response_context: { correlation_id: '1', request_status: 'success', time_took_in_seconds: 0 },
    });
  }),
);
server.listen({ onUnhandledRequest: 'error' });

const { enrollment_id } = await unwrap(
  createClient({ apiKey: 'any-key', baseUrl }).POST('/v1/prospects/events/enrollments', {
    body: {
      enrollment_key: 'tech_executives_monitor',
      event_types: ['prospect_changed_role'],
      prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
    },
  }),
);
console.log(enrollment_id);
server.close();
