// The opt-in check: what it refuses, in which shape, and that a refused request never reaches the network.
import { execFileSync } from 'node:child_process';
import type { AddProspectsEnrollmentsRequest, paths } from '@agentsource/types';
import createFetchClient from 'openapi-fetch';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/index.ts';
import { checkRequests, requestProblems } from '../../src/validate/index.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';

const PATH = '/v1/prospects/events/enrollments';
const ID = '20ae6cbf564ee683e66685e429844a5ff8ffc30f';
const valid: AddProspectsEnrollmentsRequest = {
  enrollment_key: 'tech_executives_monitor',
  event_types: ['prospect_changed_role'],
  prospect_ids: [ID],
};

describe('requestProblems', () => {
  const problems = (body: unknown) => requestProblems('POST', PATH, { body });

  test('finds nothing in what the document allows, up to its limits', () => {
    expect(problems(valid)).toEqual([]);
    expect(problems({ ...valid, enrollment_key: 'four' })).toEqual([]);
    expect(problems({ ...valid, prospect_ids: Array.from({ length: 20 }, () => ID) })).toEqual([]);
    expect(problems({ ...valid, request_context: { any: ['thing'] } })).toEqual([]);
  });

  test.each<[string, unknown, unknown[]]>([
    ['no body', undefined, [{ loc: ['body'], msg: 'Field required', type: 'missing' }]],
    [
      'no keys',
      {},
      ['enrollment_key', 'event_types', 'prospect_ids'].map((key) => ({
        loc: ['body', key],
        msg: 'Field required',
        type: 'missing',
      })),
    ],
    [
      'an unknown key',
      { ...valid, ttl_days: 30 },
      [{ loc: ['body', 'ttl_days'], msg: 'Extra inputs are not permitted', type: 'extra_forbidden' }],
    ],
    [
      'a short key',
      { ...valid, enrollment_key: 'abc' },
      [
        {
          loc: ['body', 'enrollment_key'],
          msg: 'String should have at least 4 characters',
          type: 'string_too_short',
        },
      ],
    ],
    [
      'a key of two characters in four UTF-16 units',
      { ...valid, enrollment_key: '😀😀' },
      [
        {
          loc: ['body', 'enrollment_key'],
          msg: 'String should have at least 4 characters',
          type: 'string_too_short',
        },
      ],
    ],
    [
      'no event',
      { ...valid, event_types: [] },
      [{ loc: ['body', 'event_types'], msg: 'List should have at least 1 item, not 0', type: 'too_short' }],
    ],
    [
      'an unknown event',
      { ...valid, event_types: ['prospect_changed_role', 'prospect_won_the_lottery'] },
      [
        {
          loc: ['body', 'event_types', 1],
          msg: "Input should be 'prospect_changed_role', 'prospect_changed_company' or 'prospect_job_start_anniversary'",
          type: 'enum',
        },
      ],
    ],
    [
      'too many prospects',
      { ...valid, prospect_ids: Array.from({ length: 21 }, () => ID) },
      [{ loc: ['body', 'prospect_ids'], msg: 'List should have at most 20 items, not 21', type: 'too_long' }],
    ],
    [
      'a wrong id among right ones',
      { ...valid, prospect_ids: [ID, ID.toUpperCase()] },
      [
        {
          loc: ['body', 'prospect_ids', 1],
          msg: "String should match pattern '^[a-f0-9]{40}$'",
          type: 'string_pattern_mismatch',
        },
      ],
    ],
    [
      'wrong types',
      { ...valid, enrollment_key: 12345, prospect_ids: ID },
      [
        { loc: ['body', 'enrollment_key'], msg: 'Input should be of type string', type: 'string_type' },
        { loc: ['body', 'prospect_ids'], msg: 'Input should be of type array', type: 'list_type' },
      ],
    ],
  ])('says of %s what the service would', (_, body, expected) => {
    expect(problems(body)).toEqual(expected);
  });

  test('refuses a call that is not in the document, by UsageError', () => {
    // @ts-expect-error an unknown path
    expect(() => requestProblems('POST', '/v1/nowhere', {})).toThrow(/no operation POST \/v1\/nowhere/);
    expect(() => requestProblems('constructor', PATH, {})).toThrow(UsageError);
  });
});

test('works where code from strings is forbidden, as in Workers and under a content security policy', () => {
  const program = `
    import { requestProblems } from ${JSON.stringify(new URL('../../src/validate/index.ts', import.meta.url).href)};
    let forbidden = false;
    try { new Function('return 1') } catch { forbidden = true }
    console.log(forbidden, requestProblems('POST', '${PATH}', { body: { enrollment_key: 'abc' } }).length);
  `;
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', program];
  expect(execFileSync(process.execPath, flags, { encoding: 'utf8' })).toBe('true 3\n');
});

describe('checkRequests', () => {
  let server: FaultServer;
  const client = () => {
    const fetchClient = createFetchClient<paths>({ baseUrl: server.url });
    fetchClient.use(checkRequests());
    return fetchClient;
  };

  beforeAll(async () => {
    server = await startFaultServer();
  });
  beforeEach(() => server.reset());
  afterAll(() => server.close());

  test('lets a request through that satisfies the document, with its body whole', async () => {
    const { response } = await client().POST(PATH, { body: valid });
    expect(response.status).toBe(200);
    expect(server.received.map(({ body }) => body)).toEqual([JSON.stringify(valid)]);
  });

  test('answers a bad request with a 422 of the shape of the service, and sends nothing', async () => {
    const { data, error, response } = await client().POST(PATH, { body: { ...valid, prospect_ids: ['x'] } });
    expect(response.status).toBe(422);
    expect(data).toBeUndefined();
    expect(error).toEqual({
      detail: [
        {
          loc: ['body', 'prospect_ids', 0],
          msg: "String should match pattern '^[a-f0-9]{40}$'",
          type: 'string_pattern_mismatch',
        },
      ],
    });
    expect(server.received).toEqual([]);
  });

  test('lets pass what the document does not know', async () => {
    // @ts-expect-error an unknown path
    const { response } = await client().POST('/v1/nowhere', { body: { anything: 1 } });
    expect(response.status).toBe(200);
    expect(server.received).toHaveLength(1);
  });
});
