// What the tests of `agentsource enroll` share: a mock that remembers, files, and a run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mock, startMock } from '@agentsource/mock';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { agentsource, directory, EVENTS, idOf, KEY, type Setting } from './support.ts';

export const PATH = 'POST /v1/prospects/events/enrollments';
export const LIST = 'GET /v1/prospects/events/enrollments';

export function ids(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => idOf(from + index));
}

export function file(content: string | Buffer, name = 'p.csv'): string {
  const path = join(directory(), name);
  writeFileSync(path, content);
  return path;
}

let runs = 0;

export function enrolling() {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({ stateful: true });
  });
  beforeEach(() => mock.reset());
  afterAll(() => mock.close());

  /** The ids of each request that was sent. */
  const posted = (of = mock) =>
    of.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => (body as { prospect_ids: string[] }).prospect_ids);

  const enroll = async (path: string, args: string[] = [], setting: Setting = {}) => {
    // A key of its own: all runs of this process share the rate limit of a key.
    const env = { EXPLORIUM_API_KEY: `${KEY}-${++runs}`, ...setting.env };
    const outcome = await agentsource(['enroll', path, '--key', 'a_key', ...EVENTS, '--yes', ...args], {
      ...{ url: mock.url, ...setting, env },
    });
    return { ...outcome, summary: outcome.stdout === '' ? {} : JSON.parse(outcome.stdout) };
  };
  return { mock: () => mock, posted, enroll };
}
