// What the mock of the built document answers.
import { describe, expect, test } from 'vitest';
import { call, ENROLLMENTS, enrollment, start } from './support.ts';

test("a valid request gets the document's example, and no violations", async () => {
  const { url } = await start();
  const { status, headers, body, violations } = await call(url + ENROLLMENTS, { json: enrollment });
  expect([status, violations]).toEqual([200, undefined]);
  expect(body).toMatchObject({
    enrollment_id: 'en_8d52c3f1',
    response_context: { request_status: 'success' },
  });
  expect(headers.get('content-type')).toBe('application/json');
  expect(headers.get('x-ratelimit-limit')).toBe('200');
  expect(headers.get('content-length')).toBe(String(JSON.stringify(body).length));
});

test('null where the document allows it is not a violation', async () => {
  const { url } = await start();
  const { status } = await call(url + ENROLLMENTS, { json: { ...enrollment, request_context: null } });
  expect(status).toBe(200);
});

test.each([
  ['cut off', '{bad'],
  ['not UTF-8 in spirit', '\u0000'],
  ['trailing', '{}}'],
])('malformed JSON, %s, is answered, in the shape of the API', async (_, json) => {
  const { url } = await start();
  const { status, headers, body } = await call(url + ENROLLMENTS, { json });
  expect(status).toBe(400);
  expect(body).toEqual({
    details: expect.stringMatching(/^The request body is not valid JSON: ./),
    correlation_id: '00000000-0000-4000-8000-000000000400',
  });
  expect(headers.get('x-ratelimit-remaining')).toBe('199');
});

test('no key gets 401 in the shape of the API, the same every time', async () => {
  const { url } = await start();
  const ask = () => call(url + ENROLLMENTS, { json: enrollment, headers: { api_key: undefined } });
  const { status, body } = await ask();
  expect(status).toBe(401);
  expect(body).toEqual({
    details: 'Invalid or missing API key',
    correlation_id: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect((await ask()).body).toEqual(body);
});

test('a 422 says in its body what was wrong with the request, and where', async () => {
  const { url } = await start();
  const json = {
    enrollment_key: 'ké',
    event_types: [],
    prospect_ids: [enrollment.prospect_ids[0], 'X'],
    ttl_days: 30,
  };
  const { status, body, violations } = await call(url + ENROLLMENTS, { json });
  expect(status).toBe(422);
  expect(violations?.map(({ location }) => location.join('.')).sort()).toEqual([
    'request.body',
    'request.body.enrollment_key',
    'request.body.event_types',
    'request.body.prospect_ids.1',
  ]);
  expect(body.detail).toHaveLength(4);
  expect(body.detail).toEqual(
    expect.arrayContaining([
      { loc: ['body', 'ttl_days'], msg: 'Extra inputs are not permitted', type: 'extra_forbidden' },
      {
        loc: ['body', 'enrollment_key'],
        msg: 'String should have at least 4 characters',
        type: 'string_too_short',
      },
      { loc: ['body', 'event_types'], msg: 'List should have at least 1 item, not 0', type: 'too_short' },
      {
        loc: ['body', 'prospect_ids', 1],
        msg: "String should match pattern '^[a-f0-9]{40}$'",
        type: 'string_pattern_mismatch',
      },
    ]),
  );
});

test('a violation in any script is in the body and, escaped, in the header', async () => {
  const { url } = await start();
  const { status, body, violations } = await call(url + ENROLLMENTS, {
    json: { ...enrollment, 日本: '東京' },
  });
  expect(status).toBe(422);
  expect(body.detail[0].loc).toEqual(['body', '日本']);
  expect(violations?.[0]?.message).toContain('日本');
});

test('a body of another media type is refused, also when its length comes last', async () => {
  const { url } = await start();
  const send = { method: 'POST', headers: { api_key: 'any', 'content-type': 'text/plain' } };
  for (const body of [JSON.stringify(enrollment), new Blob([JSON.stringify(enrollment)]).stream()]) {
    const response = await fetch(url + ENROLLMENTS, { ...send, body, duplex: 'half' } as RequestInit);
    const { detail } = (await response.json()) as { detail: unknown[] };
    expect(detail).toEqual([
      { loc: ['body'], msg: 'Supported content types: application/json', type: 'content_type' },
    ]);
  }
});

test('more violations than a header holds are all in the body', async () => {
  const { url } = await start();
  const json = { ...enrollment, event_types: Array.from({ length: 500 }, () => 'prospect_retired') };
  const response = await fetch(url + ENROLLMENTS, {
    method: 'POST',
    headers: { api_key: 'any', 'content-type': 'application/json' },
    body: JSON.stringify(json),
  });
  expect(response.headers.get('sl-violations')?.length).toBeLessThan(8192);
  const { detail } = (await response.json()) as { detail: { loc: unknown[] }[] };
  expect(detail).toHaveLength(500);
  expect(detail[499]?.loc).toEqual(['body', 'event_types', 499]);
});

describe('Prefer', () => {
  test.each([
    ['code=429', 429, { error: 'rate_limit_exceeded' }],
    ['code=429, example=rateLimitExceededCode', 429, { code: 429 }],
    ['code=429; example="rateLimitExceededCode"', 429, { code: 429 }],
    ['respond-async, code=503', 503, { details: expect.any(String) }],
    ['code=418', 404, { details: expect.stringContaining('418'), correlation_id: expect.any(String) }],
    [
      'code=soon',
      400,
      { details: 'Prefer: code=soon is not an HTTP status', correlation_id: expect.any(String) },
    ],
    ['code=418, example=none', 404, { details: expect.stringContaining('418') }],
    ['code=429, example=none', 404, { correlation_id: expect.any(String) }],
  ])('%s', async (prefer, expected, part) => {
    const { url } = await start();
    const { status, body } = await call(url + ENROLLMENTS, { json: enrollment, headers: { prefer } });
    expect(status).toBe(expected);
    expect(body).toMatchObject(part);
  });

  test.each([
    ['code=429', '0', 0],
    ['code=429, example=rateLimitExceeded', '30', 30],
  ])('%s: whoever is not after an example may come back at once', async (prefer, header, member) => {
    const { url } = await start();
    const { headers, body } = await call(url + ENROLLMENTS, { json: enrollment, headers: { prefer } });
    expect([headers.get('retry-after'), body.retry_after]).toEqual([header, member]);
  });

  test('an invalid request is invalid whatever is preferred', async () => {
    const { url } = await start();
    const { status } = await call(url + ENROLLMENTS, { json: {}, headers: { prefer: 'code=429' } });
    expect(status).toBe(422);
  });

  test('dynamic=true generates values, the same for the same seed', async () => {
    const { url } = await start();
    const ask = (prefer: string) => call(url + ENROLLMENTS, { json: enrollment, headers: { prefer } });
    // The document's examples come first whatever is preferred.
    expect((await ask('dynamic=true, seed=1')).body).toEqual((await ask('dynamic=true, seed=1')).body);
  });
});

test.each([
  ['no such path', 'GET', '/nowhere', 404],
  ['no such method', 'PUT', ENROLLMENTS, 405],
  ['no URL', 'GET', '//', 400],
])('%s is refused in the shape of the API', async (_, method, path, expected) => {
  const { url } = await start();
  const { status, body } = await call(url + path, { method });
  expect(status).toBe(expected);
  expect(body).toEqual({
    details: expect.any(String),
    correlation_id: `00000000-0000-4000-8000-000000000${expected}`,
  });
});

test('a body beyond 10 MiB is refused, and the mock lives on', async () => {
  const { url } = await start();
  const { status, body } = await call(url + ENROLLMENTS, { json: `"${'x'.repeat(10 * 1024 * 1024)}"` });
  expect([status, body.details]).toEqual([413, 'The request body is larger than 10485760 bytes']);
  expect((await call(url + ENROLLMENTS, { json: enrollment })).status).toBe(200);
});

describe('a browser', () => {
  test('may send the key from any origin', async () => {
    const { url } = await start();
    const response = await fetch(url + ENROLLMENTS, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'api_key,content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toBe('POST');
    expect(response.headers.get('access-control-allow-headers')).toBe('api_key,content-type');
  });

  test.each(['code=429', 'code=200'])('may read the headers of the answer to Prefer: %s', async (prefer) => {
    const { url } = await start();
    const { headers } = await call(url + ENROLLMENTS, { json: enrollment, headers: { prefer } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const exposed = headers.get('access-control-expose-headers')?.split(', ');
    expect(exposed).toEqual(
      expect.arrayContaining(['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']),
    );
    expect(exposed?.includes('retry-after')).toBe(prefer === 'code=429');
  });

  test('may read refusals too', async () => {
    const { url } = await start();
    expect((await call(`${url}/nowhere`)).headers.get('access-control-allow-origin')).toBe('*');
  });
});

test('a body nested ten thousand times is refused, and the mock lives on', async () => {
  const mock = await start();
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);
  const reply = await call(mock.url + ENROLLMENTS, { json: deep });
  expect([reply.status, reply.body.details]).toEqual([400, 'The request body is nested too deeply']);
  expect((await call(mock.url + ENROLLMENTS, { json: enrollment })).status).toBe(200);
});
