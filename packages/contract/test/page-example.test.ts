// The page's own example request sends `ttl_days`, which the document on the same page forbids: the document's word counts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@agentsource/client';
import { startMock } from '@agentsource/mock';
import { expect, test } from 'vitest';
import { extractDocument, parseOpenApi } from '../../../scripts/src/document/read.ts';

// A copy, so that this stays true when the vendored page changes its mind.
const page = readFileSync(join(import.meta.dirname, 'fixtures', 'add_prospects_enrollments.md'), 'utf8');

/** The body of the page's curl command. */
function exampleRequest(): Record<string, unknown> {
  const body = /--data '(\{.*?\})'|-d '(\{.*?\})'/s.exec(page);
  return JSON.parse(body?.[1] ?? body?.[2] ?? 'null') as Record<string, unknown>;
}

test('the mock of the page’s document refuses the page’s example because of ttl_days alone', async () => {
  const spec = parseOpenApi(extractDocument(page, 'the page').text, 'the page');
  const mock = await startMock({ spec });
  const send = (body: object) =>
    fetch(`${mock.url}/v1/prospects/events/enrollments`, {
      method: 'POST',
      headers: { api_key: 'any', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  try {
    const { ttl_days, ...rest } = exampleRequest();
    expect(ttl_days).toBe(365);
    const refused = await send({ ttl_days, ...rest });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('sl-violations')).toContain('ttl_days');
    const accepted = await send(rest);
    expect(accepted.status).toBe(200);
  } finally {
    await mock.close();
  }
});

test('the types refuse it too', async () => {
  const client = createClient({ apiKey: 'any', baseUrl: 'http://127.0.0.1:9' });
  // Compiled by the typecheck; never called, so nothing is sent.
  const call = () =>
    client.POST('/v1/prospects/events/enrollments', {
      body: {
        enrollment_key: 'tech_executives_monitor',
        prospect_ids: [
          '20ae6cbf564ee683e66685e429844a5ff8ffc30f',
          '4c485f009d59e319dc039cdf3e935b85014e6a33',
        ],
        event_types: ['prospect_changed_role', 'prospect_changed_company'],
        // @ts-expect-error the document closes the request body; the page's example has this property all the same.
        ttl_days: 365,
      },
    });
  expect(call).toBeTypeOf('function');
});
