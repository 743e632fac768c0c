// Signed events that the mock delivers to real receivers.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { type Delivery, startMock } from '../../src/index.ts';
import { enrollment, FIXTURE, start } from '../support.ts';
import { api, startReceiver, startServer, statusOf } from './support.ts';

describe('deliveries', () => {
  test('come signed, one for each prospect and event, with the key of the enrollment', async () => {
    const receiver = await startReceiver();
    const mock = await start({ webhookUrl: receiver.url });
    receiver.secret = mock.webhookSecret ?? '';
    const event_types = ['prospect_changed_role', 'prospect_changed_company'];
    const prospect_ids = [
      '20ae6cbf564ee683e66685e429844a5ff8ffc30f',
      '4c485f009d59e319dc039cdf3e935b85014e6a33',
    ];
    await api(mock.url).add({ event_types, prospect_ids });
    await vi.waitFor(() => expect(receiver.events).toHaveLength(4));
    const common = { partner_id: 'mock', enrollment_key: enrollment.enrollment_key, entity_type: 'prospect' };
    expect(receiver.events).toMatchObject(
      prospect_ids.flatMap((entity_id) =>
        event_types.map((event_name) => ({ ...common, entity_id, event_name })),
      ),
    );
    expect(new Set(receiver.events.map(({ event_id }) => event_id)).size).toBe(4);
  });

  test("have the data that the document's example of such an event has", async () => {
    const receiver = await startReceiver();
    const data = { event_name: 'prospect_changed_role', current_job_title: 'CTO' };
    const spec = JSON.parse(readFileSync(FIXTURE, 'utf8'));
    const { content } = spec.paths['/v1/prospects/events'].post.responses['200'];
    const output_events = [
      { event_name: 'other', data: {} },
      { event_name: 'prospect_changed_role', data },
    ];
    content['application/json'] = { schema: {}, example: { output_events } };
    const mock = await start({ spec, webhookUrl: receiver.url });
    receiver.secret = mock.webhookSecret ?? '';
    await api(mock.url).add({ event_types: ['prospect_changed_role', 'prospect_changed_company'] });
    await vi.waitFor(() => expect(receiver.events).toHaveLength(2));
    expect(receiver.events.map((event) => event.data)).toEqual([data, {}]);
  });

  test('are signed with the secret that is given', async () => {
    const receiver = await startReceiver();
    receiver.secret = 'c2VjcmV0';
    const { url, webhookSecret } = await start({ webhookUrl: receiver.url, webhookSecret: 'c2VjcmV0' });
    expect(webhookSecret).toBe('c2VjcmV0');
    await api(url).add();
    await vi.waitFor(() => expect(receiver.events).toHaveLength(1));
  });

  test('go to every webhook that was registered, each signed with its own secret', async () => {
    const [one, two] = await Promise.all([startReceiver(), startReceiver()]);
    const { register, add } = api((await start({ stateful: true })).url);
    one.secret = (await register('one', one.url)).body.webhook_secret;
    two.secret = (await register('two', two.url)).body.webhook_secret;
    await add();
    await vi.waitFor(() => expect([...one.events, ...two.events]).toHaveLength(2));
    expect([one.events[0]?.partner_id, two.events[0]?.partner_id]).toEqual(['one', 'two']);
  });

  test('can be tried', async () => {
    const [taker, refuser] = await Promise.all([startReceiver(200), startReceiver(503)]);
    const { register, check } = api((await start({ stateful: true })).url);
    taker.secret = (await register('taker', taker.url)).body.webhook_secret;
    refuser.secret = (await register('refuser', refuser.url)).body.webhook_secret;
    await register('nobody', 'http://127.0.0.1:1/');
    const simulation = { event_name: 'new_office', number_of_events: 3 };
    expect(statusOf(await check({ partner_id: 'taker', simulation }))).toBe('success');
    expect(taker.events.map(({ event_name }) => event_name)).toEqual([
      'new_office',
      'new_office',
      'new_office',
    ]);
    expect(statusOf(await check({ partner_id: 'refuser' }))).toBe('failure');
    expect(statusOf(await check({ partner_id: 'nobody' }))).toBe('failure');
  });

  test('are reported, those that fail too, and never leave this machine because of a request', async () => {
    const deliveries: Delivery[] = [];
    const onDelivery = (delivery: Delivery) => deliveries.push(delivery);
    const { register, add } = api((await start({ webhookUrl: 'http://127.0.0.1:1/', onDelivery })).url);
    await register('elsewhere', 'http://192.0.2.1/');
    await register('lookalike', 'http://127.0.0.1.example.invalid/');
    await register('file', 'file:///etc/hostname');
    await add();
    await vi.waitFor(() => expect(deliveries).toHaveLength(4));
    expect(deliveries.map(({ url, error }) => [url, error?.replace(/.*bad port.*/, 'bad port')])).toEqual([
      ['http://127.0.0.1:1/', expect.stringMatching(/ECONNREFUSED|bad port/)],
      ...['http://192.0.2.1/', 'http://127.0.0.1.example.invalid/', 'file:///etc/hostname'].map((url) => [
        url,
        'the mock delivers to this machine only, or to the URL it was started with',
      ]),
    ]);
  });

  test('are not followed to where a receiver redirects', async () => {
    const elsewhere = await startReceiver();
    const redirect = await startServer((request, response) => {
      request.resume();
      response.writeHead(307, { location: elsewhere.url }).end();
    });
    const deliveries: Delivery[] = [];
    const { url } = await start({
      webhookUrl: redirect.url,
      onDelivery: (delivery) => deliveries.push(delivery),
    });
    await api(url).add();
    await vi.waitFor(() => expect(deliveries).toMatchObject([{ status: 307 }]));
    expect(elsewhere.events).toEqual([]);
  });

  test('end with the mock', async () => {
    // A receiver may take as long as it likes: only the mock's end can end this delivery.
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
    const deliveries: Delivery[] = [];
    const silent = await startServer((request) => void request.resume());
    const mock = await startMock({
      spec: FIXTURE,
      webhookUrl: silent.url,
      onDelivery: (delivery) => deliveries.push(delivery),
    });
    await api(mock.url).add();
    const [, response] = (await once(silent.server, 'request')) as [IncomingMessage, ServerResponse];
    await Promise.all([mock.close(), once(response, 'close')]);
    expect(timeout).toHaveBeenCalled();
    expect(deliveries).toEqual([]);
    timeout.mockRestore();
  });
});
