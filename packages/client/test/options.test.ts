// Every option may be `undefined`, as what is read from the environment is, also for who tells it from absent.
import { expect, test } from 'vitest';
import {
  type EndEnrollmentsOptions,
  type EnrollProspectsOptions,
  endEnrollments,
  enrollProspects,
  type MissedEventsOptions,
  missedEvents,
} from '../src/enroll/index.ts';
import { type ClientOptions, createClient, createFetch, type Fetch, slidingWindow } from '../src/index.ts';
import { type LogOptions, logHooks } from '../src/log/index.ts';

// Compiled with `exactOptionalPropertyTypes`.
type Undefined<Options> = {
  [Name in keyof Options as undefined extends Options[Name] ? Name : never]-?: undefined;
};

const client: Undefined<ClientOptions> extends ClientOptions ? true : false = true;
const enroll: Undefined<EnrollProspectsOptions> extends Partial<EnrollProspectsOptions> ? true : false = true;
const end: Undefined<EndEnrollmentsOptions> extends EndEnrollmentsOptions ? true : false = true;
const missed: Undefined<MissedEventsOptions> extends Partial<MissedEventsOptions> ? true : false = true;
const log: Undefined<LogOptions> extends LogOptions ? true : false = true;

test('they are', () => {
  expect([client, enroll, end, missed, log]).toEqual([true, true, true, true, true]);
});

test('undefined is as good as absent', async () => {
  const fetch: Fetch = async () => Response.json({});
  const none = { retry: undefined, timeout: undefined, deadline: undefined, maxResponseBytes: undefined };
  const hooks = { onRequest: undefined, onResponse: undefined, onRetry: undefined };
  const made = createClient({
    ...none,
    ...hooks,
    apiKey: 'a-key',
    baseUrl: undefined,
    allowInsecureHttp: undefined,
    headers: undefined,
    throttle: undefined,
    querySerializer: undefined,
    signal: undefined,
    fetch,
  });
  const { attempts } = await made.GET('/v1/prospects/events/enrollments', { ...none });
  expect(attempts).toBe(1);
  expect((await createFetch({ ...none, ...hooks, fetch })('https://api.example/')).status).toBe(200);
  slidingWindow({ limit: undefined, window: undefined });
  logHooks({ level: undefined, write: undefined, fetch: undefined, throttle: undefined });
  const prospectIds: string[] = [];
  enrollProspects(made, {
    enrollmentKey: 'monitor',
    eventTypes: ['prospect_changed_role'],
    prospectIds,
    keys: undefined,
    concurrency: undefined,
    stopOnError: undefined,
    signal: undefined,
  });
  endEnrollments(made, { enrollmentKey: undefined, ids: [], keys: undefined, concurrency: undefined });
  missedEvents(made, { prospectIds, since: '2026-01-01', until: undefined, store: undefined });
});
