// What a test tells the mock to answer: one after the other, whatever the request is worth for errors, and for valid ones otherwise.
import { createClient } from '@agentsource/client';
import { describe, expect, test } from 'vitest';
import { startMock } from '../../src/index.ts';
import { call, document, ENROLLMENTS, enrollment, start } from '../support.ts';

const LIST = `GET ${ENROLLMENTS}` as const;
const ADD = `POST ${ENROLLMENTS}` as const;

test('429, then success: a default client comes through', async () => {
  const mock = await start();
  mock.answer(ADD, { status: 429 });
  const client = createClient({ apiKey: 'any', baseUrl: mock.url });
  const { data } = await client.POST(ENROLLMENTS, { body: enrollment });
  expect(data?.enrollment_id).toBe('en_8d52c3f1');
  expect(mock.requests.map(({ status }) => status)).toEqual([429, 200]);
});

test('several answers are given one after the other, each as often as was said, and then the document’s', async () => {
  const mock = await start();
  mock.answer(LIST, { status: 503, times: 2 });
  mock.answer(LIST, { status: 500 });
  mock.answer(LIST, { status: 403, times: 'always' });
  mock.answer(LIST, { status: 401 });
  const statuses: number[] = [];
  for (let index = 0; index < 6; index++) statuses.push((await call(mock.url + ENROLLMENTS)).status);
  expect(statuses).toEqual([503, 503, 500, 401, 403, 403]);
  expect((await call(mock.url + ENROLLMENTS, { json: enrollment })).status).toBe(200);
  mock.reset();
  expect((await call(mock.url + ENROLLMENTS)).status).toBe(200);
});

describe('what is answered', () => {
  const made = {
    response_context: { request_status: 'success' },
    enrollment_key: 'k123',
    enrollment_id: 'mine',
  };
  test.each([
    ['a status', { status: 403 }, 403, { details: expect.stringContaining('credits') }],
    [
      'an example by its name',
      { status: 429, example: 'rateLimitExceededCode' },
      429,
      { code: 429, retry_after: 30 },
    ],
    ['a body', { body: made }, 200, made],
    [
      'a body of an error',
      { status: 403, body: { details: 'no', correlation_id: 'c' } },
      403,
      { details: 'no' },
    ],
    [
      'a status that is not declared',
      { status: 502 },
      502,
      { details: 'A test told the mock to answer 502' },
    ],
    ['a body for it', { status: 418, body: { tea: true } }, 418, { tea: true }],
    ['headers alone', { headers: { 'x-request-id': 'a' } }, 200, { enrollment_id: 'en_8d52c3f1' }],
  ])('%s', async (_, told, status, body) => {
    const mock = await start();
    mock.answer(ADD, told as never);
    const reply = await call(mock.url + ENROLLMENTS, { json: enrollment });
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject(body);
    for (const [name, value] of Object.entries('headers' in told ? told.headers : {})) {
      expect(reply.headers.get(name)).toBe(value);
    }
  });

  test('text, where its content type is no JSON, as it is', async () => {
    const mock = await start();
    mock.answer(LIST, {
      status: 502,
      body: '<h1>Bad gateway</h1>',
      headers: { 'Content-Type': 'text/html' },
    });
    const response = await fetch(mock.url + ENROLLMENTS);
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(await response.text()).toBe('<h1>Bad gateway</h1>');
  });

  test('without a header that the document declares', async () => {
    const mock = await start();
    mock.answer(LIST, { status: 429, headers: { 'Retry-After': null, 'X-RateLimit-Reset': '1' } });
    const { headers } = await call(mock.url + ENROLLMENTS);
    expect([headers.get('retry-after'), headers.get('x-ratelimit-reset')]).toEqual([null, '1']);
  });

  test('says of a body that violates the document that it does', async () => {
    const mock = await start();
    mock.answer(LIST, { body: { enrollments: 'none' } } as never);
    expect(
      (await call(mock.url + ENROLLMENTS)).violations?.map(({ location }) => location.join('.')),
    ).toContain('response.body.enrollments');
  });
});

describe('an invalid request', () => {
  test('is refused, and a success that was told waits for a valid one', async () => {
    const mock = await start();
    mock.answer(ADD, { body: { enrollment_id: 'mine' } } as never);
    expect((await call(mock.url + ENROLLMENTS, { json: {} })).status).toBe(422);
    expect((await call(mock.url + ENROLLMENTS, { json: enrollment })).body).toEqual({
      enrollment_id: 'mine',
    });
  });

  test.each([
    ['an error', { status: 500 }, 500],
    ['a delay', { delay: 1 }, 422],
  ])('gets %s', async (_, told, status) => {
    const mock = await start();
    mock.answer(ADD, told);
    expect((await call(mock.url + ENROLLMENTS, { json: '{' })).status).toBe(status === 422 ? 400 : status);
  });
});

test('what a stateful mock does not answer itself, it does not remember; of a delay and a fault it has acted', async () => {
  const mock = await start({ stateful: true });
  const add = () => call(mock.url + ENROLLMENTS, { json: enrollment }).catch(() => undefined);
  const count = async () => (await call(mock.url + ENROLLMENTS)).body.enrollments.length;
  mock.answer(ADD, { status: 503 });
  await add();
  expect(await count()).toBe(0);
  mock.answer(ADD, { fault: 'reset' });
  expect(await add()).toBeUndefined();
  expect(await count()).toBe(1);
});

test.each([
  [LIST, { status: 99 }, /status must be a status from 200 to 599, not 99$/],
  [LIST, { fault: 'rest' }, /fault must be one of reset, hang, cut, garbage, not "rest"$/],
  [LIST, { delay: -1 }, /delay must be milliseconds, not -1$/],
  [LIST, { times: 0 }, /times must be a whole number above 0, or "always", not 0$/],
  [LIST, { headers: { a: 1 } }, /headers must be an object of texts/],
  [LIST, { headers: { 'a b': '1' } }, /^The header "a b" can't be sent/],
  [LIST, { headers: { a: 'b\nc' } }, /^The header "a" can't be sent/],
  [LIST, { headers: { 'Content-Length': '3' } }, /is the mock's to say/],
  [LIST, { sttus: 429 }, /has "sttus", which means nothing; it may have status, /],
  [LIST, { status: 429, example: 'none' }, /none/],
  [LIST, { example: 'a', body: {} }, /both an example and a body/],
  [LIST, 3, /must be an object$/],
  [
    'GET /v1/nothing',
    {},
    /^The document has no operation GET \/v1\/nothing; it has .*GET \/v1\/webhooks\/\{partner_id\}/,
  ],
])('%s can not be answered by %j', async (operation, told, message) => {
  const mock = await start();
  expect(() => mock.answer(operation as typeof LIST, told as never)).toThrow(message);
});

test('it is typed by operation', async () => {
  const mock = await startMock();
  // @ts-expect-error there is no such operation
  expect(() => mock.answer('GET /v1/none', {})).toThrow();
  // @ts-expect-error the declared body has no such member
  mock.answer(LIST, { body: { enrolments: [] } });
  // @ts-expect-error nor is this the body of an error
  mock.answer(LIST, { status: 403, body: { enrollments: [] } });
  // @ts-expect-error there is no such fault
  expect(() => mock.answer(LIST, { fault: 'slow' })).toThrow();
  mock.answer(LIST, { status: 403, body: { details: 'no', correlation_id: 'c' } });
  mock.answer(LIST, { status: 599, body: 'anything' });
  mock.answer('DELETE /v1/webhooks/{partner_id}', { status: 500, headers: { a: null } });
  await mock.close();
});

test('of another document by its paths, or by nothing', async () => {
  interface Paths {
    '/things/{id}': { get: { responses: { 200: { content: { 'application/json': { id: string } } } } } };
  }
  const typed = await startMock<Paths>({ spec: document });
  typed.answer('GET /things/{id}', { body: { id: 'a' } });
  // @ts-expect-error a number is no text
  typed.answer('GET /things/{id}', { body: { id: 1 } });
  // @ts-expect-error of these paths
  typed.answer('POST /things', {});
  // biome-ignore lint/suspicious/noExplicitAny: that is what is tested.
  const untyped = await startMock<any>({ spec: document });
  untyped.answer('POST /bare', { status: 200, body: [1] });
  await Promise.all([typed.close(), untyped.close()]);
});

test('ten thousand wait as well as one', async () => {
  const mock = await start();
  const started = performance.now();
  for (let index = 0; index < 10_000; index++) mock.answer(`GET ${ENROLLMENTS}`, { status: 503 });
  // Where each looks at all the others it takes minutes.
  expect(performance.now() - started).toBeLessThan(5_000);
  expect((await call(mock.url + ENROLLMENTS)).status).toBe(503);
});
