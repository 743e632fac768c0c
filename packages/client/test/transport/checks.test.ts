// What is refused before anything is sent: limits that aren't numbers, signals that aren't signals, parameters that are missing.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ClientOptions, createFetch, UsageError } from '../../src/index.ts';
import { body, PATH, rejection, testClient } from '../support/call.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

describe('an invalid option is refused before anything is sent', () => {
  test.each<[string, object]>([
    ['timeout', { timeout: 0 }],
    ['timeout', { timeout: 'abc' }],
    ['deadline', { deadline: Number.NaN }],
    ['deadline', { deadline: -1 }],
    ['retry', { retry: 5 }],
    ['retry.baseDelay', { retry: { baseDelay: Number.NaN } }],
    ['retry.maxRetries', { retry: { maxRetries: -1 } }],
    ['signal', { signal: new AbortController() }],
  ])('%s: %j', async (name, options) => {
    const call = testClient(server.url).POST(PATH, { body, ...options } as never);
    const error = await rejection(call);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain(name);
    expect(server.received).toEqual([]);
    // The client's own options are looked at when it is made.
    if (name === 'signal') return;
    expect(() => testClient(server.url, options as ClientOptions)).toThrow(UsageError);
    expect(() => createFetch(options as ClientOptions)).toThrow(UsageError);
  });

  test.each([{}, new Date(0)])('a path parameter that comes to nothing: %j', async (partner_id) => {
    const params = { path: { partner_id: partner_id as never } };
    expect(
      await rejection(testClient(server.url).GET('/v1/webhooks/{partner_id}', { params })),
    ).toBeInstanceOf(UsageError);
  });
});
