// Asks for what a receiver missed: in batches, each event once, whatever the receiver has handled left out.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MissedEventsOptions, missedEvents } from '../../src/enroll/index.ts';
import { UsageError } from '../../src/index.ts';
import { rejection, testClient } from '../support/call.ts';
import { enrollment, type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';
import { id, ids } from './enrollments.ts';

let server: FaultServer;
/** What to answer; by default an event of each prospect that is asked for. */
let answer: (prospects: string[]) => Step | undefined;
beforeAll(async () => {
  server = await startFaultServer(async ({ read }) => {
    const { prospect_ids } = JSON.parse(await read());
    return answer(prospect_ids) ?? { body: { ...enrollment(), output_events: prospect_ids.map(eventOf) } };
  });
});
beforeEach(() => {
  server.reset();
  answer = () => undefined;
});
afterAll(() => server.close());

const eventOf = (prospect_id: string) => ({
  event_name: 'prospect_changed_role',
  event_time: '2026-01-12T00:00:00Z',
  event_id: `ev_${Number.parseInt(prospect_id, 16)}`,
  prospect_id,
  data: {},
});
const since = '2026-01-01';
const missed = async (options: Partial<MissedEventsOptions>): Promise<string[]> => {
  const seen: string[] = [];
  const events = missedEvents(testClient(server.url), { prospectIds: ids(3), since, ...options });
  for await (const { event_id } of events) seen.push(event_id);
  return seen;
};
const sent = () => server.received.map(({ body }) => JSON.parse(body));

test('asks in batches of 40, for every event, each prospect once', async () => {
  const given = [...ids(95), id(3), ` ${id(4).toUpperCase()}\n`];
  const seen = await missed({ prospectIds: given });
  expect(seen.sort()).toEqual(
    ids(95)
      .map((_, index) => `ev_${index}`)
      .sort(),
  );
  expect(
    sent()
      .map(({ prospect_ids }) => prospect_ids.length)
      .sort(),
  ).toEqual([15, 40, 40]);
  const { prospect_ids, ...request } = sent()[0];
  expect(new Set(prospect_ids).size).toBe(prospect_ids.length);
  expect(request).toEqual({
    event_types: ['prospect_changed_role', 'prospect_changed_company', 'prospect_job_start_anniversary'],
    entity_type: 'prospect',
    timestamp_from: since,
  });
});

test('sends times as the document has them', async () => {
  const until = new Date('2026-02-01T00:00:00Z');
  await missed({ since: new Date('2026-01-01T00:00:00Z'), until, eventTypes: ['prospect_changed_role'] });
  expect(sent()).toMatchObject([
    {
      timestamp_from: '2026-01-01T00:00:00.000Z',
      timestamp_to: '2026-02-01T00:00:00.000Z',
      event_types: ['prospect_changed_role'],
    },
  ]);
});

test('an event that comes twice is yielded once', async () => {
  const again = eventOf(id(1));
  answer = () => ({ body: { ...enrollment(), output_events: [again, again] } });
  expect(await missed({ prospectIds: ids(80) })).toEqual(['ev_1']);
});

test('a miss has no events', async () => {
  answer = () => ({ body: enrollment('miss') });
  expect(await missed({})).toEqual([]);
});

describe('with the store of the receiver', () => {
  test('what it knows is left out, and what was handled is put there, when it was', async () => {
    const store = new Set(['ev_1']);
    const events = missedEvents(testClient(server.url), { prospectIds: ids(3), since, store });
    expect((await events.next()).value?.event_id).toBe('ev_0');
    expect([...store]).toEqual(['ev_1']);
    expect((await events.next()).value?.event_id).toBe('ev_2');
    expect([...store]).toEqual(['ev_1', 'ev_0']);
    await events.return();
    expect([...store]).toEqual(['ev_1', 'ev_0']);
    expect(await missed({ store })).toEqual(['ev_2']);
    expect(await missed({ store })).toEqual([]);
  });

  test('that lends claims, an event is held, and given back where it was not handled', async () => {
    const log: string[] = [];
    const claim = (eventId: string, ms: number) => {
      log.push(`claim ${eventId} ${ms > 1000}`);
      if (eventId === 'ev_0') return 'done' as const;
      return { done: () => log.push(`done ${eventId}`), release: () => log.push(`release ${eventId}`) };
    };
    for await (const { event_id } of missedEvents(testClient(server.url), {
      prospectIds: ids(3),
      since,
      store: { claim },
    }))
      if (event_id === 'ev_2') break;
    expect(log).toEqual([
      'claim ev_0 true',
      'claim ev_1 true',
      'done ev_1',
      'claim ev_2 true',
      'release ev_2',
    ]);
  });
});

test('an answer that was lost is asked for again', async () => {
  server.next({ reset: 'after' }, { status: 500 });
  expect(await missed({})).toHaveLength(3);
  expect(server.received).toHaveLength(3);
});

test('what fails is thrown, after what came', async () => {
  answer = (prospects) =>
    prospects.includes(id(45)) ? { status: 403, body: { details: 'no' }, delay: 50 } : undefined;
  const seen: string[] = [];
  const error = await rejection(
    (async () => {
      const events = missedEvents(testClient(server.url), { prospectIds: ids(50), since });
      for await (const { event_id } of events) seen.push(event_id);
    })(),
  );
  expect(error).toMatchObject({ name: 'PermissionError' });
  expect(seen).toHaveLength(40);
  answer = () => ({ body: enrollment() });
  expect(await rejection(missed({}))).toMatchObject({ name: 'MalformedResponseError' });
});

test('what is no prospect id is told by its place, after the events of what was asked for', async () => {
  const prospectIds = [...ids(2), 'nope', id(3)];
  const error = await rejection(missed({ prospectIds }));
  expect(error.message).toContain('id 3: 4 characters, must be 40');
  expect(sent().map(({ prospect_ids }) => prospect_ids)).toEqual([ids(2)]);
});

test('is slowed down before the rate limit', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // Later than all other calls of this process.
  await vi.advanceTimersByTimeAsync(600_000);
  const at: number[] = [];
  const fetch = async () => {
    at.push(performance.now());
    return Response.json({ ...enrollment(), output_events: [] });
  };
  const client = testClient('http://127.0.0.1:9', { fetch });
  const run = (async () => {
    for await (const _ of missedEvents(client, { prospectIds: ids(40 * 220), since }));
  })();
  let isDone = false;
  run.finally(() => {
    isDone = true;
  });
  while (!isDone) await vi.advanceTimersByTimeAsync(100);
  vi.useRealTimers();
  expect(at).toHaveLength(220);
  expect((at[200] as number) - (at[0] as number)).toBeGreaterThanOrEqual(60_000);
});

test.each<[string, object]>([
  ['a single id', { prospectIds: id(1) }],
  ['no time', { since: undefined }],
  ['a time that is none', { since: 'yesterday' }],
  ['a date that is none', { since: new Date(Number.NaN) }],
  ['an end that is none', { until: '31.1.2026' }],
  ['no events', { eventTypes: [] }],
  ['no concurrency', { concurrency: 0 }],
])('%s is refused at once', (_, options) => {
  const all = { prospectIds: ids(1), since, ...options } as MissedEventsOptions;
  expect(() => missedEvents(testClient(server.url), all)).toThrow(UsageError);
});
