// The stateful mock, called as an application calls it, delivering to a real receiver.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSchemaValidator } from '@agentsource/openapi/schema-validator';
import { parse, verify, type WebhookEvent } from '@agentsource/webhooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Delivery, startMock } from '../../src/index.ts';
import { call, document, ENROLLMENTS, enrollment, FIXTURE, type Reply, start } from '../support.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Verifies each delivery with the secret that it is told later. */
async function startReceiver(status = 200) {
  const receiver = { url: '', secret: '', events: [] as WebhookEvent[] };
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    await verify(body, request.headers as Record<string, string>, receiver.secret);
    receiver.events.push(parse(body));
    response.writeHead(status).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;
}

function api(url: string) {
  const send = (method: string, path: string, json?: unknown) =>
    call(url + path, { method, ...(json !== undefined && { json }) });
  return {
    add: (more: object = {}) => send('POST', ENROLLMENTS, { ...enrollment, ...more }),
    list: async () => (await send('GET', ENROLLMENTS)).body.enrollments as unknown[],
    update: (json: object) => send('PATCH', ENROLLMENTS, json),
    end: (enrollment_id: string) => send('DELETE', ENROLLMENTS, { enrollment_id }),
    register: (partner_id: string, webhook_url: string) =>
      send('POST', '/v1/webhooks', { partner_id, webhook_url }),
    webhook: (partner: string) => send('GET', `/v1/webhooks/${partner}`),
    unregister: (partner: string) => send('DELETE', `/v1/webhooks/${partner}`),
    check: (json: object) => send('POST', '/v1/webhooks/check_connectivity', json),
  };
}

const statusOf = ({ body }: Reply) => body.response_context.request_status;

describe('enrollments', () => {
  test('are listed once added, the same ids on every run', async () => {
    for (const _ of [1, 2]) {
      const { add, list } = api((await start({ stateful: true })).url);
      expect(await list()).toEqual([]);
      expect((await add()).body).toMatchObject({
        enrollment_id: 'en_00000001',
        enrollment_key: enrollment.enrollment_key,
      });
      expect(await list()).toEqual([{ enrollment_id: 'en_00000001', ...enrollment }]);
    }
  });

  test('under one key are several: a key is for routing, not for identity', async () => {
    const { add, list } = api((await start({ stateful: true })).url);
    await add();
    expect((await add()).body.enrollment_id).toBe('en_00000002');
    expect(await list()).toHaveLength(2);
  });

  test('are replaced as a whole', async () => {
    const { add, list, update } = api((await start({ stateful: true })).url);
    const { enrollment_id } = (await add()).body;
    const changed = {
      ...enrollment,
      enrollment_id,
      enrollment_key: 'another',
      event_types: ['prospect_changed_company'],
    };
    expect((await update({ ...changed, request_context: { mine: 1 } })).body).toMatchObject({
      enrollment_id,
      enrollment_key: 'another',
    });
    expect(await list()).toEqual([changed]);
  });

  test('are gone once ended', async () => {
    const { add, list, end } = api((await start({ stateful: true })).url);
    const { enrollment_id } = (await add()).body;
    expect((await end(enrollment_id)).body.status).toBe('success');
    expect(await list()).toEqual([]);
  });

  test('that nobody knows are a miss, and change nothing', async () => {
    const { add, list, update, end } = api((await start({ stateful: true })).url);
    await add();
    const before = await list();
    const updated = await update({ ...enrollment, enrollment_id: 'en_ffffffff' });
    const ended = await end('en_ffffffff');
    expect([updated.status, statusOf(updated), ended.status, statusOf(ended), ended.body.status]).toEqual([
      200,
      'miss',
      200,
      'miss',
      'miss',
    ]);
    expect(await list()).toEqual(before);
  });

  test('are not remembered from what is invalid, without a key, or preferred otherwise', async () => {
    const { url } = await start({ stateful: true });
    const { add, list } = api(url);
    expect((await add({ enrollment_key: 'abc' })).status).toBe(422);
    for (const headers of [{ api_key: undefined }, { prefer: 'code=429' }, { prefer: 'code=200' }]) {
      await call(url + ENROLLMENTS, { json: enrollment, headers });
    }
    expect(await list()).toEqual([]);
  });

  test('of two mocks do not mix, and a mock that is not stateful has none', async () => {
    const [one, two, plain] = await Promise.all([
      start({ stateful: true }),
      start({ stateful: true }),
      start(),
    ]);
    await api(one.url).add();
    expect(await api(two.url).list()).toEqual([]);
    const before = await api(plain.url).list();
    expect((await api(plain.url).add()).body.enrollment_id).toBe('en_8d52c3f1');
    expect(await api(plain.url).list()).toEqual(before);
  });
});

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
    const redirect = createServer((request, response) => {
      request.resume();
      response.writeHead(307, { location: elsewhere.url }).end();
    });
    await once(redirect.listen(0, '127.0.0.1'), 'listening');
    closing.push(() => redirect.close().closeAllConnections());
    const deliveries: Delivery[] = [];
    const webhookUrl = `http://127.0.0.1:${(redirect.address() as AddressInfo).port}/`;
    const { url } = await start({ webhookUrl, onDelivery: (delivery) => deliveries.push(delivery) });
    await api(url).add();
    await vi.waitFor(() => expect(deliveries).toMatchObject([{ status: 307 }]));
  });

  test('end with the mock', async () => {
    const deliveries: Delivery[] = [];
    const silent = createServer((request) => void request.resume());
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    closing.push(() => silent.closeAllConnections());
    closing.push(() => silent.close());
    const webhookUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const mock = await startMock({
      spec: FIXTURE,
      webhookUrl,
      onDelivery: (delivery) => deliveries.push(delivery),
    });
    await api(mock.url).add();
    const [, response] = (await once(silent, 'request')) as [IncomingMessage, ServerResponse];
    const before = performance.now();
    await Promise.all([mock.close(), once(response, 'close')]);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(deliveries).toEqual([]);
  });
});

test('every answer satisfies its schema', async () => {
  const validator = createSchemaValidator(JSON.parse(readFileSync(FIXTURE, 'utf8')));
  const { url } = await start({ stateful: true });
  const { add, update, end, register, webhook, unregister, check } = api(url);
  const replies: [string, Reply][] = [
    [`${ENROLLMENTS} post`, await add()],
    [`${ENROLLMENTS} get`, await call(url + ENROLLMENTS)],
    [`${ENROLLMENTS} patch`, await update({ ...enrollment, enrollment_id: 'en_00000001' })],
    [`${ENROLLMENTS} patch`, await update({ ...enrollment, enrollment_id: 'none' })],
    [`${ENROLLMENTS} delete`, await end('en_00000001')],
    [`${ENROLLMENTS} delete`, await end('none')],
    ['/v1/webhooks post', await register('acme', 'http://127.0.0.1:1/')],
    ['/v1/webhooks/{partner_id} get', await webhook('acme')],
    ['/v1/webhooks/{partner_id} get', await webhook('none')],
    ['/v1/webhooks/check_connectivity post', await check({ partner_id: 'acme' })],
    ['/v1/webhooks/{partner_id} delete', await unregister('acme')],
    ['/v1/webhooks/{partner_id} delete', await unregister('acme')],
  ];
  for (const [place, { status, headers, body }] of replies) {
    const [path = '', method = ''] = place.split(' ');
    const operation = `/paths/${path.replaceAll('/', '~1')}/${method}/responses/${status}`;
    const schema =
      status === 400 ? '/components/schemas/ErrorResponse' : `${operation}/content/application~1json/schema`;
    expect([place, validator.violations(schema, body)]).toEqual([place, []]);
    expect(headers.get('x-ratelimit-limit')).toBe('200');
  }
});

test.each([
  ['a document without the operations', { spec: document, stateful: true }, /needs one of these operations/],
  ['a URL that is none', { webhookUrl: 'hooks' }, /^webhookUrl must be an http or https URL, not hooks$/],
  ['a URL of a file', { webhookUrl: 'file:///x' }, /^webhookUrl must be an http or https URL/],
  [
    'a broken secret',
    { webhookUrl: 'http://127.0.0.1/', webhookSecret: 'b+roken' },
    /^webhookSecret can't sign: /,
  ],
  [
    'a secret for nothing',
    { webhookSecret: 'c2VjcmV0' },
    /^webhookSecret signs what is delivered to webhookUrl/,
  ],
])('%s is refused in one line', async (_, options, message) => {
  const error = await startMock({ spec: FIXTURE, ...options }).catch((error: Error) => error);
  expect(error).toMatchObject({ name: 'MockError', message: expect.stringMatching(message) });
  expect((error as Error).message).not.toContain('b+roken');
});
