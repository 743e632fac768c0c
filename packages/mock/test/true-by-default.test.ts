// Answers that a tester can take at their word: refusals that say what to do, times to come, values that look like what they are.
import type { JsonObject } from '@agentsource/openapi/json';
import { describe, expect, test } from 'vitest';
import { call, documentOf, ENROLLMENTS, enrollment, start } from './support.ts';

test('a rate limit ends in the future', async () => {
  const { url } = await start();
  for (const prefer of [undefined, 'code=429', 'code=429, example=rateLimitExceeded']) {
    const { headers } = await call(url + ENROLLMENTS, { headers: { prefer } });
    const seconds = Number(headers.get('x-ratelimit-reset')) - Date.now() / 1000;
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThan(70);
  }
});

test('where the schema takes no 0, the document’s seconds stay', async () => {
  const responses = {
    429: {
      description: 'slow',
      headers: { 'Retry-After': { schema: { type: 'integer', minimum: 1, example: 7 } } },
      content: {
        'application/json': {
          schema: { properties: { retry_after: { minimum: 1 } } },
          example: { retry_after: 7 },
        },
      },
    },
  };
  const { url } = await start({ spec: documentOf({}, { responses }) });
  const { status, headers, body } = await call(`${url}/thing`, { json: {} });
  expect([status, headers.get('retry-after'), body]).toEqual([429, '7', { retry_after: 7 }]);
});

test('405 says what there is', async () => {
  const { url } = await start();
  const { status, headers, body } = await call(url + ENROLLMENTS, { method: 'PUT' });
  expect([status, headers.get('allow')]).toEqual([405, 'GET, POST, DELETE, PATCH']);
  expect(body.details).toMatch(/no PUT for the path .*; it has GET, POST, DELETE, PATCH\.$/);
});

test.each([
  ['code=418', /418 is not defined in the document, which has 200, 400, 401, 403, 422, 429, 500, 503\.$/],
  [
    'code=429, example=none',
    /no example none for this answer; it has rateLimitExceeded, rateLimitExceededCode\.$/,
  ],
])('Prefer: %s says what is known', async (prefer, details) => {
  const { url } = await start();
  const { status, body } = await call(url + ENROLLMENTS, { json: enrollment, headers: { prefer } });
  expect([status, body.details]).toEqual([404, expect.stringMatching(details)]);
});

test.each(['json', 'application', 'application/', '/json', 'a b/c', '; charset=utf-8'])(
  '%j is no media type: 415, whatever the document declares',
  async (type) => {
    const { url } = await start();
    const reply = await call(url + ENROLLMENTS, { json: enrollment, headers: { 'content-type': type } });
    expect([reply.status, reply.body.details]).toEqual([
      415,
      expect.stringMatching(/is no media type\. Supported content types: application\/json$/),
    ]);
  },
);

describe('a refusal says what was wrong in its body', () => {
  const body = { required: true, content: { 'application/json': { schema: { required: ['name'] } } } };
  const answer = (example: object, schema: object = {}) => ({
    description: 'refused',
    content: { 'application/json': { schema, example } },
  });
  const said = 'body.name: Field required';

  test.each([
    ['nothing but success', {}, { details: said, correlation_id: expect.any(String) }],
    ['a sentence', { default: answer({ message: 'Bad', code: 3 }) }, { message: said, code: 3 }],
    ['an error in an object', { 400: answer({ error: { message: 'Bad' } }) }, { error: { message: said } }],
    ['problem details', { '4XX': answer({ title: 'Bad', detail: 'x' }) }, { title: 'Bad', detail: said }],
    [
      'a code that is one of a few, and a title',
      { 400: answer({ error: 'bad', title: 'Bad' }, { properties: { error: { enum: ['bad'] } } }) },
      { error: 'bad', title: said },
    ],
    ['no place for it', { 400: answer({ code: 1 }) }, { code: 1 }],
  ])('where the document declares %s', async (_, declared, expected) => {
    const responses = { 200: { description: 'ok' }, ...declared };
    const { url } = await start({ spec: documentOf({}, { requestBody: body, responses } as JsonObject) });
    const reply = await call(`${url}/thing`, { json: {} });
    expect(reply.body).toEqual(expected);
    expect(reply.status).toBe('nothing but success' === _ ? 422 : reply.status);
    expect(reply.status).toBeGreaterThanOrEqual(400);
  });
});

describe('values that are drawn', () => {
  const text = { type: 'string' };
  const properties = {
    created_at: text,
    birthDate: text,
    webhook_url: text,
    full_name: text,
    email: text,
    contact: { ...text, format: 'email' },
    when: { ...text, format: 'date-time' },
    nested: {
      anyOf: [{ type: 'object', properties: { links: { type: 'array', minItems: 1, items: text } } }],
    },
    title: { ...text, maxLength: 3 },
    kind: { ...text, enum: ['name'] },
    user_name: { ...text, pattern: '^x+$' },
  };
  const spec = documentOf({ schema: { type: 'object', required: Object.keys(properties), properties } });

  test.each(['a', 'b', 'c', 'd'])('look like what their fields are called, with seed %s', async (seed) => {
    const { url } = await start({ spec });
    const ask = async () =>
      (await call(`${url}/thing`, { json: {}, headers: { prefer: `dynamic=true, seed=${seed}` } })).body;
    const body = await ask();
    expect(body).toEqual({
      created_at: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      birthDate: expect.stringMatching(/^2026-\d\d-\d\d$/),
      webhook_url: expect.stringMatching(/^https:\/\/www\.example\.com\/\w+$/),
      full_name: expect.stringMatching(/^[A-Z]\p{L}+ [A-Z]\p{L}+$/u),
      email: expect.stringMatching(/^\w+\.\d+@example\.com$/),
      contact: expect.stringMatching(/^\w+\.\d+@example\.com$/),
      when: expect.stringMatching(/^2026-/),
      nested: { links: expect.arrayContaining([expect.stringMatching(/^https:/)]) },
      title: expect.stringMatching(/^.{0,3}$/),
      kind: 'name',
      user_name: expect.stringMatching(/^x+$/),
    });
    expect(await ask()).toEqual(body);
  });

  test('are whatever the schema allows where that is asked for', async () => {
    const { url } = await start({ spec, texts: 'any' });
    const plain = (await call(`${url}/thing`, { json: {}, headers: { prefer: 'dynamic=true, seed=a' } }))
      .body;
    expect(plain.created_at).not.toMatch(/^2026-/);
    await expect(start({ texts: 'some' as never })).rejects.toThrow(
      'texts must be "plausible" or "any", not "some"',
    );
  });

  test('are all of one object where what is not declared is needed', async () => {
    const schema = { type: 'object', minProperties: 3, properties: { name: text } };
    const { url } = await start({ spec: documentOf({ schema }) });
    const { body, violations } = await call(`${url}/thing`, {
      json: {},
      headers: { prefer: 'dynamic=true' },
    });
    expect(violations).toBeUndefined();
    expect(Object.keys(body).length).toBeGreaterThanOrEqual(3);
  });
});
