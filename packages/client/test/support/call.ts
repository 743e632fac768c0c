// The call that most tests make.
import { type AgentSourceClient, type ClientOptions, createClient } from '../../src/index.ts';

/** Long enough to be found in what is printed, and to be taken out of what a server says. */
export const KEY = 'test-key-0123456789';

export const PATH = '/v1/prospects/events/enrollments';

export const body = {
  enrollment_key: 'tech_executives_monitor',
  event_types: ['prospect_changed_role' as const],
  prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
};

/** A client of a test server that waits next to nothing before a retry. */
export function testClient(baseUrl: string, options: ClientOptions = {}): AgentSourceClient {
  return createClient({ apiKey: KEY, baseUrl, ...options, retry: options.retry ?? { baseDelay: 1 } });
}

/** What a promise rejects with; fails if it does not. */
export async function rejection<E = Error>(promise: Promise<unknown>): Promise<E> {
  return promise.then(
    (value) => {
      throw new Error(`expected a rejection, got ${JSON.stringify(value)}`);
    },
    (error: E) => error,
  );
}
