// What comes back is read as the document declares it: by status, then by media type.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ExploriumError, MalformedResponseError, unwrap } from '../../src/index.ts';
import { rejection } from '../support/call.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';
import { untypedClient } from './call.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const JSON_TYPE = 'application/json';
const MALFORMED = Symbol('malformed');
/** Bytes that come as a `Blob`. */
const blob = (text: string) => ({ blob: text });

type Row = [declared: string, status: number, contentType: string | null, body: string, data: unknown];
const ROWS: Row[] = [
  // JSON alone: by whatever Content-Type.
  ['json', 200, JSON_TYPE, '{"a":1}', { a: 1 }],
  ['json', 200, 'text/csv', '{"a":1}', { a: 1 }],
  ['json', 200, null, '{"a":1}', { a: 1 }],
  ['json', 200, JSON_TYPE, '', MALFORMED],
  ['json', 200, 'text/html', '<p>', MALFORMED],
  ['json', 201, null, '', undefined],
  ['json', 201, JSON_TYPE, '[1]', [1]],
  ['json', 201, 'text/html', '<p>', MALFORMED],
  ['json', 204, null, '', undefined],
  ['problem', 200, 'text/plain', '{"a":1}', { a: 1 }],
  ['problem', 200, null, '', MALFORMED],
  ['created', 201, JSON_TYPE, '', MALFORMED],
  ['created', 200, JSON_TYPE, '', undefined],
  ['created', 200, JSON_TYPE, '1', 1],
  // No content: what comes anyway is dropped.
  ['accepted', 202, null, '', undefined],
  ['accepted', 202, JSON_TYPE, '{"a":1}', undefined],
  ['accepted', 202, 'text/html', '<p>', undefined],
  ['accepted', 200, JSON_TYPE, '', MALFORMED],
  ['nothing', 200, null, '', undefined],
  ['nothing', 200, JSON_TYPE, '{"a":1}', undefined],
  ['gone', 204, null, '', undefined],
  ['gone', 205, null, '', undefined],
  ['gone', 200, null, '', undefined],
  ['gone', 200, JSON_TYPE, '1', 1],
  // An exact status before 2XX before default.
  ['range', 200, null, 'a text', 'a text'],
  ['range', 200, JSON_TYPE, '{}', '{}'],
  ['range', 202, JSON_TYPE, '{}', undefined],
  ['default', 200, JSON_TYPE, '{"a":1}', { a: 1 }],
  ['default', 200, JSON_TYPE, '', MALFORMED],
  ['default', 202, JSON_TYPE, '', undefined],
  ['default', 204, null, '', undefined],
  ['default', 205, null, '', undefined],
  ['failures', 200, null, '', undefined],
  ['failures', 200, null, '{"a":1}', { a: 1 }],
  // One other type: by whatever Content-Type.
  ['csv', 200, 'text/csv; charset=utf-8', 'a,b', 'a,b'],
  ['csv', 200, JSON_TYPE, '1', '1'],
  ['csv', 200, null, '', MALFORMED],
  ['pdf', 200, 'application/pdf', '%PDF', blob('%PDF')],
  ['pdf', 200, 'text/plain', '%PDF', blob('%PDF')],
  ['pdf', 200, 'application/pdf', '', MALFORMED],
  // Several: by the Content-Type, or JSON.
  ['either', 200, JSON_TYPE, '{"a":1}', { a: 1 }],
  ['either', 200, 'Application/Problem+JSON; charset=utf-8', '{"a":1}', { a: 1 }],
  ['either', 200, 'text/csv', 'a,b', 'a,b'],
  ['either', 200, 'TEXT/CSV', '{"a":1}', '{"a":1}'],
  ['either', 200, null, '{"a":1}', { a: 1 }],
  ['either', 200, 'application/pdf', '%PDF', MALFORMED],
  ['either', 200, 'text/csv', '', MALFORMED],
  ['files', 200, 'application/pdf', '%PDF', blob('%PDF')],
  ['files', 200, 'text/csv', 'a,b', 'a,b'],
  ['files', 200, JSON_TYPE, '1', blob('1')],
  // Ranges: by the Content-Type, or JSON.
  ['any', 200, JSON_TYPE, '{"a":1}', { a: 1 }],
  ['any', 200, 'text/csv', 'a,b', 'a,b'],
  ['any', 200, 'image/png', 'PNG', blob('PNG')],
  ['any', 200, null, '1', 1],
  ['texts', 200, 'text/csv', 'a,b', 'a,b'],
  ['texts', 200, null, 'a,b', 'a,b'],
];

async function plain(data: unknown): Promise<unknown> {
  return data instanceof Blob ? blob(await data.text()) : data;
}

// With middleware, openapi-fetch is given real requests and answers, which is another way through the code.
describe.each(['alone', 'observed'])('%s', (kind) => {
  const client = () => untypedClient(server.url, { retry: false });
  const options = kind === 'observed' ? { middleware: [{ onResponse: () => undefined }] } : {};

  test.each(ROWS)('%s answered with %i, %s, %j', async (declared, status, contentType, body, data) => {
    const length = status === 204 ? null : Buffer.byteLength(body);
    server.next({ status, body, headers: { 'Content-Type': contentType, 'Content-Length': length } });
    const call = client().GET(`/${declared}`, options);
    if (data === MALFORMED) {
      const error = await rejection<ExploriumError>(call);
      expect(error).toBeInstanceOf(MalformedResponseError);
      expect(error).toMatchObject({ status, mayHaveActed: true, attempts: 1 });
    } else expect(await plain(await unwrap(call))).toEqual(data);
  });

  test('a HEAD has no data, whatever is declared', async () => {
    server.next({ body: '' });
    expect(await unwrap(client().HEAD('/head', options))).toBeUndefined();
  });

  test.each([
    ['csv', 'json', '{"a":1}', { a: 1 }],
    ['csv', 'blob', 'a,b', blob('a,b')],
    ['nothing', 'text', 'a,b', 'a,b'],
    ['nothing', 'json', '1', 1],
    ['json', 'text', '{}', '{}'],
  ])("the caller's parseAs wins: %s as %s", async (declared, parseAs, body, data) => {
    server.next({ body });
    expect(await plain(await unwrap(client().GET(`/${declared}`, { parseAs, ...options })))).toEqual(data);
  });

  test('a failure is read as ever', async () => {
    server.next({ status: 422, body: { detail: 'no' } }, { status: 422, body: 'no' });
    expect((await client().GET('/pdf', options)).error).toEqual({ detail: 'no' });
    expect((await client().GET('/nothing', options)).error).toBe('no');
  });

  test('half of an answer that is dropped is still noticed', async () => {
    server.next({ cutAt: 10 });
    const error = await rejection<ExploriumError>(client().GET('/nothing', options));
    expect(error).toMatchObject({ name: 'ConnectionError', mayHaveActed: true });
  });
});

test('middleware may make another answer of it', async () => {
  server.next({ body: '%PDF' });
  const onResponse = () => new Response('a,b', { headers: { 'Content-Type': 'text/csv' } });
  const { data } = await untypedClient(server.url).GET('/files', { middleware: [{ onResponse }] });
  expect(data).toBe('a,b');
});
