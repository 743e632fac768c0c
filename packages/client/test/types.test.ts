// What the compiler accepts and refuses. `tsc -p .` is the test; the run only shows that the good calls are good.
import type { AddProspectsEnrollmentsResponse, paths } from '@agentsource/types';
import type { Client } from 'openapi-fetch';
import { expect, expectTypeOf, test } from 'vitest';
import { createClient, unwrap } from '../src/index.ts';

const client = createClient({ apiKey: 'test-key-0123456789', baseUrl: 'http://127.0.0.1:9', retry: false });
const path = '/v1/prospects/events/enrollments';
const body = {
  enrollment_key: 'monitor',
  event_types: ['prospect_changed_role' as const],
  prospect_ids: ['20ae'],
};
const { prospect_ids: _, ...incomplete } = body;

// Compiled, never called.
export async function refused(): Promise<void> {
  // @ts-expect-error unknown path
  await client.POST('/v1/prospects/events/enrolments', { body });
  // @ts-expect-error the path has no TRACE
  await client.TRACE(path);
  // @ts-expect-error a body is required
  await client.POST(path);
  // @ts-expect-error a body is required
  await client.POST(path, {});
  // @ts-expect-error prospect_ids is missing
  await client.POST(path, { body: incomplete });
  await client.POST(path, {
    body: {
      enrollment_key: 'monitor',
      event_types: ['prospect_changed_role'],
      prospect_ids: ['20ae'],
      // @ts-expect-error of the vendor's page, but not in the vendor's document
      ttl_days: 30,
    },
  });
  // @ts-expect-error no such event
  await client.POST(path, { body: { ...body, event_types: ['prospect_retired'] } });
  // @ts-expect-error retry is false or options
  await client.POST(path, { body, retry: 'never' });
  // @ts-expect-error timeout is a number
  await client.POST(path, { body, timeout: '5s' });
  // @ts-expect-error the same through request()
  await client.request('post', path, { body: incomplete });
  // @ts-expect-error no such option
  createClient({ apikey: 'x' });
}

// Compiled, never called.
export async function accepted(): Promise<void> {
  const result = await client.POST('/v1/prospects/events/enrollments', {
    body,
    retry: { maxRetries: 1 },
    timeout: 5,
  });
  expectTypeOf(result.attempts).toEqualTypeOf<number>();
  if (result.error) {
    expectTypeOf(result.data).toEqualTypeOf<undefined>();
    expectTypeOf(result.error.details).toEqualTypeOf<string | undefined>();
    // A field that is there tells which body it is.
    if (result.error.details) expectTypeOf(result.error.correlation_id).toEqualTypeOf<string>();
    result.error.detail?.map((problem) => problem.loc.map(String));
  } else {
    expectTypeOf(result.data.enrollment_id).toEqualTypeOf<string>();
    expectTypeOf(result.data.response_context.request_status).toEqualTypeOf<'success' | 'miss' | 'failure'>();
  }
  await client.request('post', '/v1/prospects/events/enrollments', { body, retry: false });
  // biome-ignore lint/suspicious/noExplicitAny: somebody knows better than the document.
  await client.GET('/v2/not/in/the/document' as any, { params: {} } as any);
  for (const either of ['/v1/webhooks', '/v1/prospects/events'] as const) {
    // biome-ignore lint/suspicious/noExplicitAny: one of two bodies.
    await client.POST(either, { body: {} as any });
  }
}

test('unwrap gives the data of a success', () => {
  expectTypeOf(
    unwrap(client.POST('/v1/prospects/events/enrollments', { body })).catch(() => null),
  ).resolves.toEqualTypeOf<AddProspectsEnrollmentsResponse | null>();
});

test('what takes an openapi-fetch client takes this one', () => {
  const taken = (core: Client<paths>): unknown => core;
  expect(taken(client)).toBe(client);
});
