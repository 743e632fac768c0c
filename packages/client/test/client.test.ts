// What a call gives and what it is sent as, against a real server.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createClient, unwrap } from '../src/index.ts';
import { enrollment, type FaultServer, startFaultServer } from './support/fault-server.ts';

const PATH = '/v1/prospects/events/enrollments';
const body = {
  enrollment_key: 'tech_executives_monitor',
  event_types: ['prospect_changed_role' as const],
  prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
};

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const client = () => createClient({ apiKey: 'test-key-0123456789', baseUrl: server.url });

test('a call gives data, response and the facts of the call', async () => {
  const { data, error, response, attempts, call, rateLimit } = await client().POST(PATH, { body });
  expect(data).toEqual(enrollment());
  expect(error).toBeUndefined();
  expect(response).toBeInstanceOf(Response);
  expect({ attempts, call, rateLimit }).toEqual({ attempts: 1, call: `POST ${PATH}`, rateLimit: undefined });
});

test('a request is what the document says', async () => {
  await unwrap(client().POST(PATH, { body }));
  expect(server.received).toMatchObject([
    {
      method: 'POST',
      url: PATH,
      headers: { api_key: 'test-key-0123456789', 'content-type': 'application/json' },
    },
  ]);
  expect(JSON.parse(server.received[0]?.body ?? '')).toEqual(body);
});

test('with middleware, the answer is the same', async () => {
  const observed: Request[] = [];
  const observing = client();
  observing.use({ onRequest: ({ request }) => void observed.push(request) });
  const { data, attempts } = await observing.POST(PATH, { body });
  expect(data).toEqual(enrollment());
  expect(attempts).toBe(1);
  expect(observed[0]).toBeInstanceOf(Request);
  expect(observed[0]?.headers.has('api_key')).toBe(false);
  expect(server.received[0]?.headers.api_key).toBe('test-key-0123456789');
  expect(JSON.parse(server.received[0]?.body ?? '')).toEqual(body);
});
