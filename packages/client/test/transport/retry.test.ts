// What is sent again: everything that the server refused or never got, and nothing that it may have acted on.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConnectionError, type ExploriumError } from '../../src/index.ts';
import { body, PATH, rejection, testClient } from '../support/call.ts';
import { type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const post = (step: Step, options: object = {}) => {
  server.next(step);
  return testClient(server.url).POST(PATH, { body, ...options });
};
const get = (step: Step) => {
  server.next(step);
  return testClient(server.url).GET(PATH);
};

describe('a POST', () => {
  test.each<[string, Step]>([
    ['429', { status: 429 }],
    ['429 with Retry-After', { status: 429, headers: { 'Retry-After': 0 } }],
    ['503 with Retry-After', { status: 503, headers: { 'Retry-After': 0 } }],
    ['503 with a date', { status: 503, headers: { 'Retry-After': new Date(0).toUTCString() } }],
  ])('that was refused with %s is sent again, body and all', async (_, step) => {
    const result = await post(step);
    expect(result).toMatchObject({ attempts: 2, data: { enrollment_id: 'en_8d52c3f1' } });
    expect(server.received.map((request) => JSON.parse(request.body))).toEqual([body, body]);
  });

  test.each<[string, Step]>([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503 without Retry-After', { status: 503 }],
    [
      '503 with a Retry-After that is neither seconds nor a date',
      { status: 503, headers: { 'Retry-After': 'soon' } },
    ],
    ['504', { status: 504 }],
    ['408', { status: 408 }],
  ])('that was answered %s is not sent again', async (_, step) => {
    const { response, error, attempts, mayHaveActed } = await post(step);
    expect({ status: response.status, attempts, mayHaveActed }).toEqual({
      status: step.status,
      attempts: 1,
      mayHaveActed: true,
    });
    expect(error).toBeTruthy();
    expect(server.received).toHaveLength(1);
  });

  test.each<[string, Step]>([
    ['reset before it was read', { reset: 'before' }],
    ['reset after it was read', { reset: 'after' }],
    ['cut half-way through the answer', { cutAt: 20 }],
    ['answered with something that is not HTTP', { garbage: 'hello\r\n\r\n' }],
  ])('whose connection was %s is not sent again', async (_, step) => {
    const error = await rejection<ExploriumError>(post(step));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ attempts: 1, mayHaveActed: true, call: `POST ${PATH}` });
    expect(server.received).toHaveLength(1);
  });

  test('is sent again after all of these when the caller says it is idempotent', async () => {
    for (const step of [{ status: 500 }, { reset: 'after' as const }, { cutAt: 20 }]) {
      expect(await post(step, { retry: { idempotent: true } })).toMatchObject({ attempts: 2 });
    }
  });

  test('whose connection never opened is sent again, and then said not to have been acted on', async () => {
    const closed = await startFaultServer();
    await closed.close();
    const error = await rejection<ExploriumError>(testClient(closed.url).POST(PATH, { body }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ attempts: 3, mayHaveActed: false });
    expect(error.message).toMatch(/connection failed: .*ECONNREFUSED/);
  });

  test('that may have been acted on in an earlier attempt stays so', async () => {
    server.next({ reset: 'after' }, { status: 429 }, { status: 429 });
    const result = await testClient(server.url).POST(PATH, { body, retry: { idempotent: true } });
    expect(result).toMatchObject({ attempts: 3, mayHaveActed: true, response: { status: 429 } });
  });
});

describe('a GET', () => {
  test.each<[string, Step]>([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['408', { status: 408 }],
    ['reset', { reset: 'after' }],
    ['half an answer', { cutAt: 20 }],
  ])('is sent again after %s', async (_, step) => {
    expect(await get(step)).toMatchObject({ attempts: 2, response: { status: 200 } });
  });

  test.each([400, 401, 403, 404, 422])('is not sent again after %i', async (status) => {
    expect(await get({ status })).toMatchObject({ attempts: 1, response: { status } });
  });
});

describe('how often', () => {
  test('twice by default', async () => {
    server.next({ status: 429 }, { status: 429 }, { status: 429 });
    expect(await testClient(server.url).POST(PATH, { body })).toMatchObject({
      attempts: 3,
      response: { status: 429 },
    });
  });

  test('as the call says, and what it does not say is the client’s', async () => {
    server.next(...Array.from({ length: 10 }, () => ({ status: 429 })));
    const client = testClient(server.url, { retry: { maxRetries: 1, baseDelay: 1 } });
    expect(await client.POST(PATH, { body, retry: { maxRetries: 4 } })).toMatchObject({ attempts: 5 });
    expect(await client.POST(PATH, { body })).toMatchObject({ attempts: 2 });
    expect(await client.POST(PATH, { body, retry: { baseDelay: 2 } })).toMatchObject({ attempts: 2 });
    expect(await client.POST(PATH, { body, retry: false })).toMatchObject({ attempts: 1 });
  });

  test('not at all if the client is told so, unless the call asks', async () => {
    server.next({ status: 429 }, { status: 429 });
    const client = testClient(server.url, { retry: false });
    expect(await client.POST(PATH, { body })).toMatchObject({ attempts: 1 });
    expect(await client.POST(PATH, { body, retry: { baseDelay: 1 } })).toMatchObject({ attempts: 2 });
  });
});
