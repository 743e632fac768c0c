// What the compiler accepts and refuses. `tsc -p .` is the test; the run only shows that the good calls are good.
import type { paths } from '@agentsource/types';
import type { Client } from 'openapi-fetch';
import { expect, expectTypeOf, test } from 'vitest';
import { createClient, unwrap } from '../src/index.ts';

const client = createClient({ apiKey: 'test-key-0123456789', baseUrl: 'http://127.0.0.1:9', retry: false });
const body = {
  enrollment_key: 'monitor',
  event_types: ['prospect_changed_role' as const],
  prospect_ids: ['20ae6cbf'],
};

const withoutProspects = { enrollment_key: 'monitor', event_types: [] };

// Compiled, never called. A refused call stands on one line, because where in it the compiler complains is its own affair.
export async function refused(): Promise<void> {
  // @ts-expect-error unknown path
  await client.POST('/v1/prospects/events/enrolments', { body });
  // @ts-expect-error the path has no PUT
  await client.PUT('/v1/prospects/events/enrollments');
  // @ts-expect-error a body is required
  await client.POST('/v1/prospects/events/enrollments');
  // @ts-expect-error a body is required
  await client.POST('/v1/prospects/events/enrollments', {});
  // @ts-expect-error prospect_ids is missing
  await client.POST('/v1/prospects/events/enrollments', { body: withoutProspects });
  await client.POST('/v1/prospects/events/enrollments', {
    // @ts-expect-error ttl_days, of the vendor's page, is not in the vendor's document
    body: { ...body, ttl_days: 30 } satisfies typeof body,
  });
  // @ts-expect-error no such event
  await client.POST('/v1/prospects/events/enrollments', { body: { ...body, event_types: ['retired'] } });
  // @ts-expect-error retry is false or options
  await client.POST('/v1/prospects/events/enrollments', { body, retry: 'never' });
  // @ts-expect-error timeout is a number
  await client.POST('/v1/prospects/events/enrollments', { body, timeout: '5s' });
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
    if ('details' in result.error) expectTypeOf(result.error.details).toEqualTypeOf<string>();
    if ('detail' in result.error) result.error.detail?.map((problem) => problem.loc.map(String));
  } else {
    expectTypeOf(result.data.enrollment_id).toEqualTypeOf<string>();
    expectTypeOf(result.data.response_context.request_status).toEqualTypeOf<'success' | 'miss' | 'failure'>();
  }
  await client.request('post', '/v1/prospects/events/enrollments', { body, retry: false });
}

test('unwrap gives the data of a success', () => {
  expectTypeOf(
    unwrap(client.POST('/v1/prospects/events/enrollments', { body })).catch(() => null),
  ).resolves.toEqualTypeOf<{
    response_context: {
      correlation_id: string;
      request_status: 'success' | 'miss' | 'failure';
      time_took_in_seconds: number;
    };
    enrollment_key: string;
    enrollment_id: string;
  } | null>();
});

test('what takes an openapi-fetch client takes this one', () => {
  const taken = (core: Client<paths>): unknown => core;
  expect(taken(client)).toBe(client);
});
