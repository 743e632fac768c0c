// Every body the API documents for an error, and what else may come in its place, becomes one kind of error.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import vm from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  AuthenticationError,
  ConnectionError,
  ExploriumError,
  isExploriumError,
  MalformedResponseError,
  PermissionError,
  RateLimitedError,
  RequestFailedError,
  RequestValidationError,
  ServerError,
  unwrap,
} from '../../src/index.ts';
import { body, PATH, rejection, testClient } from '../support/call.ts';
import { enrollment, type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const attempt = (step: Step): Promise<ExploriumError> => {
  server.next(step);
  return rejection(unwrap(testClient(server.url, { retry: false }).POST(PATH, { body })));
};
const documented = { details: 'out of credits', correlation_id: 'abc-123' };

describe('documented bodies', () => {
  test.each([
    [400, RequestValidationError],
    [401, AuthenticationError],
    [403, PermissionError],
    [500, ServerError],
    [503, ServerError],
  ])('%i', async (status, Class) => {
    const error = await attempt({ status, body: documented });
    expect(error).toBeInstanceOf(Class);
    expect(error).toMatchObject({
      status,
      correlationId: 'abc-123',
      body: documented,
      problems: [],
      attempts: 1,
    });
    expect(error.message).toBe(`POST ${PATH}: ${status} out of credits (correlation id abc-123)`);
    expect(error.response?.status).toBe(status);
  });

  test('422: what is wrong, as path and message', async () => {
    const detail = [
      {
        loc: ['body', 'prospect_ids', 0],
        msg: 'String should match pattern',
        type: 'string_pattern_mismatch',
      },
      { loc: ['body', 'enrollment_key'], msg: 'Field required', type: 'missing', ctx: {} },
    ];
    const error = await attempt({ status: 422, body: { detail } });
    expect(error).toBeInstanceOf(RequestValidationError);
    expect(error.problems).toEqual([
      {
        path: 'body.prospect_ids.0',
        message: 'String should match pattern',
        type: 'string_pattern_mismatch',
      },
      { path: 'body.enrollment_key', message: 'Field required', type: 'missing' },
    ]);
    expect(error.message).toBe(
      `POST ${PATH}: 422 body.prospect_ids.0: String should match pattern; body.enrollment_key: Field required`,
    );
  });

  test('422 with a text in place of the list', async () => {
    const error = await attempt({ status: 422, body: { detail: 'not today' } });
    expect(error).toMatchObject({ name: 'RequestValidationError', problems: [] });
    expect(error.message).toContain('422 not today');
  });

  test.each([
    [{ error: 'rate_limit_exceeded', message: 'slow down', retry_after: 7 }, 'rate_limit_exceeded'],
    [{ code: 429, message: 'slow down', retry_after: 7 }, 429],
  ])('429 as %j', async (shape, code) => {
    const error = await attempt({ status: 429, headers: { 'Retry-After': 7 }, body: shape });
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error).toMatchObject({ code, retryAfter: 7, mayHaveActed: false });
    expect(error.message).toContain('429 slow down');
  });

  test('a 200 that says failure', async () => {
    const error = await attempt({ body: enrollment('failure') });
    expect(error).toBeInstanceOf(RequestFailedError);
    expect(error).toMatchObject({ status: 200, correlationId: 'c0ffee00-0000-4000-8000-000000000001' });
  });

  test('a 200 that says miss is a success', async () => {
    server.next({ body: enrollment('miss') });
    expect(await unwrap(testClient(server.url).POST(PATH, { body }))).toEqual(enrollment('miss'));
  });

  test('any other status', async () => {
    const error = await attempt({ status: 418, body: { message: 'a teapot' } });
    expect(error.constructor).toBe(ExploriumError);
    expect(error.message).toContain('418 a teapot');
  });
});

describe('other bodies', () => {
  test.each<[string, Step]>([
    ['empty, with Content-Length: 0', { status: 502, body: '' }],
    ['empty, chunked', { status: 502, body: '', headers: { 'Content-Length': null } }],
    ['null', { status: 502, body: 'null' }],
    ['a number', { status: 502, body: '0' }],
  ])('%s: an error that `if (error)` sees, and a message with the status', async (_, step) => {
    server.next(step, step);
    const result = await testClient(server.url, { retry: false }).POST(PATH, { body });
    expect(result.error).toBeTruthy();
    expect((await rejection(unwrap(result))).message).toContain('502 Bad Gateway');
  });

  test('not JSON: its text, cut in the message and whole in the body', async () => {
    const page = `<html>${'x'.repeat(1000)}</html>`;
    const error = await attempt({ status: 502, body: page });
    expect(error.message).toContain('502 <html>xxx');
    expect(error.message.length).toBeLessThan(400);
    expect(error.body).toBe(page);
  });

  test.each(['<html></html>', '', '{"enrollment_id": "en'])(
    'a success with the body %j is malformed',
    async (text) => {
      const error = await attempt({ body: text });
      expect(error).toBeInstanceOf(MalformedResponseError);
      expect(error).toMatchObject({ status: 200, body: text, mayHaveActed: true });
      expect(error.response).toBeInstanceOf(Response);
    },
  );

  test('a body that ends too early is a broken connection', async () => {
    const error = await attempt({ cutAt: 10 });
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ mayHaveActed: true, attempts: 1 });
    expect(error.cause).toBeInstanceOf(TypeError);
  });

  test('a 204 is a success without data', async () => {
    server.next({ status: 204, body: '', headers: { 'Content-Length': null } });
    expect(await unwrap(testClient(server.url).POST(PATH, { body }))).toBeUndefined();
  });
});

describe('isExploriumError', () => {
  test('knows its own, and nothing else', async () => {
    expect(isExploriumError(new ServerError('x'))).toBe(true);
    for (const other of [new Error('x'), null, undefined, 'x', { name: 'ExploriumError' }]) {
      expect(isExploriumError(other)).toBe(false);
    }
  });

  test('knows those of a second copy and of another realm', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'second-copy-'));
    await cp(join(import.meta.dirname, '../../src/errors'), directory, { recursive: true });
    const copy: typeof import('../../src/errors/server-error.ts') = await import(
      pathToFileURL(join(directory, 'server-error.ts')).href
    );
    await rm(directory, { recursive: true });
    expect(copy.ServerError).not.toBe(ServerError);
    const copied = new copy.ServerError('x');
    expect(copied).not.toBeInstanceOf(ExploriumError);
    expect(isExploriumError(copied)).toBe(true);
    const foreign: unknown = vm.runInNewContext(
      `const error = new Error('x'); error[Symbol.for('@agentsource/client ExploriumError')] = true; error`,
    );
    expect(foreign).not.toBeInstanceOf(Error);
    expect(isExploriumError(foreign)).toBe(true);
  });
});

test('a printed error and its JSON show message and details', async () => {
  const error = await attempt({ status: 403, body: documented });
  expect(error.stack).toMatch(/^PermissionError: POST/);
  expect(inspect(error)).toMatch(/^PermissionError: POST/);
  expect(inspect(error)).not.toContain('undefined');
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'PermissionError',
    message: error.message,
    call: `POST ${PATH}`,
    status: 403,
    correlationId: 'abc-123',
    problems: [],
    body: documented,
    attempts: 1,
    mayHaveActed: false,
  });
});

test('unwrap takes results of any openapi-fetch client', async () => {
  const response = new Response(null, { status: 401 });
  const error = await rejection<ExploriumError>(unwrap({ error: documented, response }));
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error.message).toBe('401 out of credits (correlation id abc-123)');
});
