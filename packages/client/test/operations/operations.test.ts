// The functions of `@agentsource/client/operations`: they call what they are named after, give the data, and throw what `unwrap` throws.
import { afterAll, beforeAll, beforeEach, expect, expectTypeOf, test } from 'vitest';
import {
  isProspectsEventIdentifier,
  isRequestStatus,
  prospectsEventIdentifierValues,
} from '../../src/enums/index.ts';
import { AbortError, RateLimitedError, unwrap } from '../../src/index.ts';
import { callOperation } from '../../src/operations/call-operation.ts';
import {
  type AddProspectsEnrollmentsOptions,
  type AddProspectsEnrollmentsRequest,
  type AddProspectsEnrollmentsResponse,
  addProspectsEnrollments,
  getProspectsEnrollments,
  getWebhook,
  updateProspectsEnrollments,
} from '../../src/operations/index.ts';
import { body, KEY, PATH, rejection, testClient } from '../support/call.ts';
import { type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
let step: Step;
beforeAll(async () => {
  server = await startFaultServer(() => step);
});
afterAll(() => server.close());
beforeEach(() => {
  step = {};
  server.received.length = 0;
});

const last = () => server.received.at(-1);

test('gives the data of a success', async () => {
  const enrollment = await addProspectsEnrollments(testClient(server.url), { body });
  expectTypeOf(enrollment).toEqualTypeOf<AddProspectsEnrollmentsResponse>();
  expect(enrollment.enrollment_id).toEqual(expect.any(String));
  expect(last()).toMatchObject({ method: 'POST', url: PATH, body: JSON.stringify(body) });
});

test('needs no second argument where nothing is required', async () => {
  step = { body: { enrollments: [] } };
  expect(await getProspectsEnrollments(testClient(server.url))).toEqual({ enrollments: [] });
  expect(last()).toMatchObject({ method: 'GET', url: PATH });
});

test('fills in the path', async () => {
  await getWebhook(testClient(server.url), { path: { partner_id: 'a/b' } });
  expect(last()?.url).toBe('/v1/webhooks/a%2Fb');
});

test('sends query and header parameters where they belong', async () => {
  const options = { path: { id: 7 }, query: { page: 2, tags: ['a', 'b'] }, header: { 'X-Partner': 'acme' } };
  await callOperation(testClient(server.url), 'get', '/things/{id}', options);
  expect(last()?.url).toBe('/things/7?page=2&tags=a&tags=b');
  expect(last()?.headers).toMatchObject({ 'x-partner': 'acme', api_key: KEY });
});

test('throws what unwrap throws', async () => {
  step = { status: 429, headers: { 'Retry-After': '7' }, body: { message: 'slow down', retry_after: 7 } };
  const client = testClient(server.url);
  const ofFunction = await rejection<RateLimitedError>(
    addProspectsEnrollments(client, { body, retry: false }),
  );
  const ofUnwrap = await rejection<RateLimitedError>(unwrap(client.POST(PATH, { body, retry: false })));
  expect(ofFunction).toBeInstanceOf(RateLimitedError);
  expect({ ...ofFunction, rateLimit: 0 }).toEqual({ ...ofUnwrap, rateLimit: 0 });
  expect(ofFunction.message).toBe(ofUnwrap.message);
});

test('passes the options of a call on', async () => {
  const client = testClient(server.url);
  const signal = AbortSignal.abort();
  expect(await rejection(addProspectsEnrollments(client, { body, signal }))).toBeInstanceOf(AbortError);
  step = { status: 503, headers: { 'Retry-After': '0' } };
  const options = { body, retry: { maxRetries: 2, baseDelay: 1 }, headers: { 'X-Trace': 'abc' } };
  await rejection(addProspectsEnrollments(client, options));
  expect(server.received.map(({ headers }) => headers['x-trace'])).toEqual(['abc', 'abc', 'abc']);
});

test('what one call lists another can send, without a cast', async () => {
  const enrollment = { enrollment_id: 'en_1', ...body, event_types: ['prospect_changed_role', 'gone_since'] };
  step = { body: { enrollments: [enrollment] } };
  const client = testClient(server.url);
  const { enrollments } = await getProspectsEnrollments(client);
  for (const { event_types, ...others } of enrollments) {
    await updateProspectsEnrollments(client, {
      body: { ...others, event_types: event_types.filter(isProspectsEventIdentifier) },
    });
  }
  expect(JSON.parse(last()?.body ?? '')).toEqual({ ...enrollment, event_types: ['prospect_changed_role'] });
});

test('guards know the values of the document, and nothing else', () => {
  expectTypeOf(prospectsEventIdentifierValues[0]).toEqualTypeOf<'prospect_changed_role'>();
  expect(prospectsEventIdentifierValues.every(isProspectsEventIdentifier)).toBe(true);
  for (const other of ['prospect_retired', '', null, undefined, 0, {}]) {
    expect(isProspectsEventIdentifier(other)).toBe(false);
  }
  expect(isRequestStatus('miss')).toBe(true);
});

// Compiled, never called.
export async function typed(client: Parameters<typeof getWebhook>[0]): Promise<void> {
  expectTypeOf<AddProspectsEnrollmentsOptions['body']>().toEqualTypeOf<AddProspectsEnrollmentsRequest>();
  // @ts-expect-error a body is required
  await addProspectsEnrollments(client);
  // @ts-expect-error path parameters are required
  await getWebhook(client, {});
  // @ts-expect-error the data has one form
  await addProspectsEnrollments(client, { body, parseAs: 'text' });
  await addProspectsEnrollments(client, { body, timeout: undefined, cache: 'no-store', deadline: 5 });
}
