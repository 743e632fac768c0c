// Webhooks that the mock remembers.
import { describe, expect, test } from 'vitest';
import { start } from '../support.ts';
import { api, statusOf } from './support.ts';

describe('webhooks', () => {
  test('are one for each partner; another replaces it and has a new secret', async () => {
    const { register, webhook } = api((await start({ stateful: true })).url);
    const first = (await register('acme', 'http://127.0.0.1:9/a')).body;
    const second = (await register('acme', 'http://127.0.0.1:9/b')).body;
    const other = (await register('b/c', 'http://127.0.0.1:9/c')).body;
    expect(new Set([first, second, other].map(({ webhook_secret }) => webhook_secret)).size).toBe(3);
    expect(second.created_at).toBe(first.created_at);
    expect(Date.parse(second.last_modified_time)).toBeGreaterThan(Date.parse(second.created_at));
    expect((await webhook('acme')).body).toEqual(second);
    expect((await webhook('b%2Fc')).body).toEqual(other);
  });

  test('that nobody knows are refused, or a miss where there is nothing to show', async () => {
    const { webhook, unregister, check } = api((await start({ stateful: true })).url);
    expect(await webhook('acme')).toMatchObject({
      status: 400,
      body: { details: 'No webhook is registered for partner acme', correlation_id: expect.any(String) },
    });
    expect(statusOf(await unregister('acme'))).toBe('miss');
    expect(statusOf(await check({ partner_id: 'acme' }))).toBe('miss');
  });

  test('are gone once removed', async () => {
    const { register, unregister, webhook } = api((await start({ stateful: true })).url);
    await register('acme', 'http://127.0.0.1:9/');
    expect(statusOf(await unregister('acme'))).toBe('success');
    expect((await webhook('acme')).status).toBe(400);
  });
});
