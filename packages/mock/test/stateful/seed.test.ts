// What a stateful mock knows from the beginning, and again after reset().
import { expect, test, vi } from 'vitest';
import { enrollment, start } from '../support.ts';
import { api, startReceiver, statusOf } from './support.ts';

test('enrollments and webhooks are there, and there again after reset()', async () => {
  const receiver = await startReceiver();
  receiver.secret = 'c2VjcmV0';
  const mock = await start({
    seed: {
      enrollments: [
        enrollment,
        { ...enrollment, enrollment_id: 'mine' },
        { ...enrollment, enrollment_id: 'en_00000002' },
      ],
      webhooks: [{ partner_id: 'me', webhook_url: receiver.url, webhook_secret: receiver.secret }],
    },
  });
  const { list, add, end, webhook, unregister } = api(mock.url);
  const ids = async () => (await list()).map((one) => (one as { enrollment_id: string }).enrollment_id);
  const seeded = ['en_00000001', 'mine', 'en_00000002'];
  expect(await ids()).toEqual(seeded);
  expect((await webhook('me')).body).toMatchObject({ webhook_url: receiver.url, webhook_secret: 'c2VjcmV0' });
  expect((await add()).body.enrollment_id).toBe('en_00000003');
  await vi.waitFor(() => expect(receiver.events).toHaveLength(1));
  expect(statusOf(await end('mine'))).toBe('success');
  await unregister('me');
  mock.reset();
  expect(await ids()).toEqual(seeded);
  expect((await webhook('me')).status).toBe(200);
});

test('reset() forgets what was added, and drops deliveries that wait', async () => {
  const receiver = await startReceiver();
  const mock = await start({ webhookUrl: receiver.url });
  receiver.secret = mock.webhookSecret ?? '';
  const { list, add, register, webhook } = api(mock.url);
  await register('other', 'http://127.0.0.1:1/');
  await add();
  mock.reset();
  expect(await list()).toEqual([]);
  expect((await webhook('other')).status).toBe(400);
  expect((await webhook('mock')).body.webhook_secret).toBe(mock.webhookSecret);
  expect((await add()).body.enrollment_id).toBe('en_00000001');
  await vi.waitFor(() => expect(receiver.events.length).toBeGreaterThan(0));
});

test.each([
  [
    { enrollments: [{ ...enrollment, enrollment_key: 'abc' }] },
    /^seed\.enrollments\[0\]: .*at least 4 characters/,
  ],
  [{ enrollments: [enrollment, {}] }, /^seed\.enrollments\[1\]: .*Field required/],
  [{ enrollments: [{ ...enrollment, enrollment_id: 3 }] }, /are texts$/],
  [{ webhooks: [{ partner_id: 'me' }] }, /^seed\.webhooks\[0\]: body\.webhook_url: Field required/],
  [{ webhooks: [{ partner_id: 'a', webhook_url: 'http://a/', webhook_secret: '*' }] }, /can't sign/],
  [{ prospects: [] }, /^seed\.prospects must be one of the lists/],
  [[], /^seed must be an object/],
])('%j is no seed', async (seed, message) => {
  await expect(start({ seed: seed as never })).rejects.toThrow(message);
});
