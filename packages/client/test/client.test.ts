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

test('the rate limit is read from every answer, success or not', async () => {
  const headers = {
    'X-RateLimit-Limit': 200,
    'X-RateLimit-Remaining': 7,
    'X-RateLimit-Reset': 1_800_000_000,
  };
  server.next({ headers }, { status: 403, headers });
  const rateLimit = { limit: 200, remaining: 7, reset: 1_800_000_000 };
  expect(await client().POST(PATH, { body })).toMatchObject({ rateLimit });
  expect(await unwrap(client().POST(PATH, { body })).catch((error) => error)).toMatchObject({
    status: 403,
    rateLimit,
  });
});

test('headers of the client, of the call and of params are merged, and null takes one away', async () => {
  const own = createClient({
    apiKey: 'test-key-0123456789',
    baseUrl: server.url,
    headers: { 'X-A': '1', 'X-B': '1' },
  });
  await own.POST(PATH, { body, headers: { 'X-B': '2', 'X-A': null } });
  expect(server.received[0]?.headers).toMatchObject({ 'x-b': '2' });
  expect(server.received[0]?.headers).not.toHaveProperty('x-a');
});

test.each(['text', 'blob', 'arrayBuffer', 'stream'] as const)('parseAs: %s', async (parseAs) => {
  const { data } = await client().POST(PATH, { body, parseAs });
  expect(await new Response(data as BodyInit).json()).toEqual(enrollment());
});

test('a DELETE may have a body', async () => {
  // Of the vendored versions not each gives this operation a body; what the client does with one is the same.
  await client().DELETE(PATH, { body: { enrollment_id: 'en_8d52c3f1' } } as never);
  expect(server.received).toMatchObject([{ method: 'DELETE', body: '{"enrollment_id":"en_8d52c3f1"}' }]);
});

test('what is sent and given does not depend on whether there is middleware', async () => {
  const observed = client();
  observed.use({ onRequest: () => undefined });
  for (const one of [client(), observed]) {
    const { response, ...result } = await one.POST(PATH, { body, headers: { 'X-A': '1' } });
    expect(response.url).toBe(server.url + PATH);
    expect(response.bodyUsed).toBe(true);
    expect(result).toEqual({ data: enrollment(), call: `POST ${PATH}`, attempts: 1, mayHaveActed: true });
  }
  const [first, second] = server.received.map(({ at: _, step: __, ...request }) => request);
  expect(second).toEqual(first);
});
