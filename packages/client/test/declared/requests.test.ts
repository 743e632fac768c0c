// What a call sends is serialised as the document declares it, again at each attempt, and goes to one origin.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UsageError, unwrap } from '../../src/index.ts';
import { KEY, rejection } from '../support/call.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';
import { untypedClient } from './call.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const FORM = 'application/x-www-form-urlencoded';
const file = new File(['PNG'], 'a.png', { type: 'image/png' });
const form = new FormData();
form.append('given', 'as it is');
const streamOf = (text: string) => new Blob([text]).stream();

/** Path, options, and what is to arrive: Content-Type (`null`: none that says anything of the body) and body. */
type Row = [name: string, init: object, contentType: string | undefined, body: string];
const ROWS: Row[] = [
  ['json', { body: { a: 1 } }, 'application/json', '{"a":1}'],
  ['json', {}, undefined, ''],
  ['patch', { body: { a: null } }, 'application/merge-patch+json', '{"a":null}'],
  ['patch', {}, undefined, ''],
  [
    'form',
    { body: { name: 'a b&c', tags: ['x', 'y'], of: { b: 1 }, no: null, nor: undefined } },
    FORM,
    'name=a+b%26c&tags=x&tags=y&of=%7B%22b%22%3A1%7D',
  ],
  ['form', { body: new URLSearchParams({ a: 'ü' }) }, FORM, 'a=%C3%BC'],
  ['form', { body: 'a=1' }, FORM, 'a=1'],
  ['form', {}, undefined, ''],
  ['text', { body: 'a text' }, 'text/plain', 'a text'],
  ['text', { body: '' }, 'text/plain', ''],
  ['bytes', { body: new Blob(['bytes'], { type: 'image/png' }) }, 'application/octet-stream', 'bytes'],
  ['bytes', { body: new TextEncoder().encode('bytes') }, 'application/octet-stream', 'bytes'],
  ['bytes', { body: new TextEncoder().encode('bytes').buffer }, 'application/octet-stream', 'bytes'],
  ['image', { body: file }, 'image/png', 'PNG'],
  ['image', { body: file, contentType: 'image/webp' }, 'image/webp', 'PNG'],
  ['many', { body: { a: 1 } }, 'application/json', '{"a":1}'],
  ['many', { body: 'a text' }, 'application/json', '"a text"'],
  ['many', { body: 'a,b', contentType: 'text/csv' }, 'text/csv', 'a,b'],
  ['many', { body: 'a,b', headers: { 'content-type': 'text/csv' } }, 'text/csv', 'a,b'],
  ['many', { body: 'a,b', headers: new Headers({ 'Content-Type': 'text/csv' }) }, 'text/csv', 'a,b'],
  [
    'many',
    { body: 'a,b', bodySerializer: (body: string) => `${body}!`, headers: { 'Content-Type': 'text/csv' } },
    'text/csv',
    'a,b!',
  ],
  ['json', { body: { a: 1 }, contentType: 'application/json' }, 'application/json', '{"a":1}'],
];

// With middleware, openapi-fetch is given real requests, which is another way through the code.
describe.each(['alone', 'observed'])('%s', (kind) => {
  const options = kind === 'observed' ? { middleware: [{ onResponse: () => undefined }] } : {};
  const post = (name: string, init: object) =>
    unwrap(untypedClient(server.url).POST(name, { ...init, ...options }));

  test.each(ROWS)('%s: %j', async (name, init, contentType, body) => {
    server.next({ status: 429 });
    await post(`/send/${name}`, init);
    expect(server.received).toHaveLength(2);
    for (const { headers, body: text } of server.received) {
      expect({ type: headers['content-type'], text, key: headers.api_key }).toEqual({
        type: contentType,
        text: body,
        key: KEY,
      });
    }
  });

  test('multipart from an object: files as they are, lists repeated, objects as JSON', async () => {
    server.next({ status: 429 });
    await post('/send/multipart', {
      body: {
        file,
        files: [new Blob(['1']), new Blob(['2'])],
        tags: ['x', 'y'],
        of: { b: 1 },
        yes: true,
        no: null,
        nor: undefined,
      },
    });
    for (const { headers, body } of server.received) {
      const arrived = await new Response(body, {
        headers: { 'Content-Type': `${headers['content-type']}` },
      }).formData();
      const parts = await Promise.all(
        [...arrived].map(async ([name, value]) => [name, ...(await part(value))]),
      );
      expect(parts).toEqual([
        ['file', 'PNG', 'image/png', 'a.png'],
        ['files', '1', 'application/octet-stream', 'blob'],
        ['files', '2', 'application/octet-stream', 'blob'],
        ['tags', 'x'],
        ['tags', 'y'],
        ['of', '{"b":1}', 'application/json', 'blob'],
        ['yes', 'true'],
      ]);
    }
  });

  test.each(['multipart', 'many', 'json'])('a FormData is sent as it is: %s', async (name) => {
    await post(`/send/${name}`, { body: form });
    const [{ headers, body } = { headers: {}, body: '' }] = server.received;
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain('as it is');
  });

  test('a bodySerializer of the caller is asked, and nobody else', async () => {
    const init = {
      body: 1n,
      bodySerializer: (body: bigint) => `${body}`,
      headers: { 'Content-Type': 'text/csv' },
    };
    await post('/send/many', init);
    expect(server.received[0]).toMatchObject({ body: '1', headers: { 'content-type': 'text/csv' } });
  });

  test('a Content-Type without a boundary does not get in the way of multipart', async () => {
    await post('/send/multipart', { body: { a: 1 }, headers: { 'content-type': 'multipart/form-data' } });
    expect(server.received[0]?.headers['content-type']).toMatch(/boundary=/);
  });

  test('cookies and headers that are declared are sent', async () => {
    await post('/cookies', {
      body: {},
      params: {
        cookie: { session: 'a;b', list: [1, 2], comma: [3, 4], none: undefined },
        header: { 'X-Flag': true, 'X-Count': 3 },
      },
      headers: { Cookie: 'mine=1' },
    });
    expect(server.received[0]?.headers).toMatchObject({
      cookie: 'mine=1; session=a%3Bb; list=1; list=2; comma=3,4',
      'x-flag': 'true',
      'x-count': '3',
      'content-type': 'application/json',
    });
  });

  test('parameters are written in the style that is declared', async () => {
    await untypedClient(server.url).GET('/styles/{label}/{matrix}/{list}', {
      params: {
        path: { label: 'a', matrix: ['x', 'y'], list: [1, 2] },
        query: {
          comma: [1, 2],
          pipe: [1, 2],
          space: [1, 2],
          repeated: [1, 2],
          deep: { a: 1 },
          exploded: { b: 2, c: 3 },
          flat: { d: 4 },
          json: { e: [5] },
          reserved: 'a/b',
          plain: 'a/b',
          'a&b #1': [1, 2],
          missing: undefined,
          none: [],
        },
      },
      ...options,
    });
    const [path, query = ''] = server.received[0]?.url.split('?') ?? [];
    expect(path).toBe('/styles/.a/;matrix=x;matrix=y/1,2');
    expect(query.split('&')).toEqual([
      'comma=1,2',
      'pipe=1|2',
      'space=1%202',
      'repeated=1',
      'repeated=2',
      'deep[a]=1',
      'b=2',
      'c=3',
      'flat=d,4',
      'json=%7B%22e%22%3A%5B5%5D%7D',
      'reserved=a/b',
      'plain=a%2Fb',
      'a%26b%20%231=1',
      'a%26b%20%231=2',
    ]);
  });
});

function part(value: FormDataEntryValue): string[] | Promise<string[]> {
  return typeof value === 'string' ? [value] : value.text().then((text) => [text, value.type, value.name]);
}

test('a stream is sent once: it is gone when another attempt could follow', async () => {
  server.next({ status: 429 });
  const { response, attempts } = await untypedClient(server.url).POST('/send/bytes', {
    body: streamOf('bytes'),
  });
  expect({ status: response.status, attempts }).toEqual({ status: 429, attempts: 1 });
  expect(server.received[0]?.body).toBe('bytes');
});

test('what may have been acted on is not sent twice, whatever its body', async () => {
  server.next({ status: 502 });
  await untypedClient(server.url).POST('/send/multipart', { body: { file } });
  expect(server.received).toHaveLength(1);
});

test('the key can be neither set nor taken away by a declared header', async () => {
  for (const value of ['other', null]) {
    const call = untypedClient(server.url).POST('/send/form', {
      body: {},
      params: { header: { api_key: value } },
    });
    if (value === null) expect((await call).response.status).toBe(200);
    else expect(await rejection(call)).toBeInstanceOf(UsageError);
  }
  expect(server.received.map(({ headers }) => headers.api_key)).toEqual([KEY]);
});

describe('an operation with a server of its own', () => {
  test('is refused before anything is sent, with the reason', async () => {
    const error = await rejection(untypedClient(server.url).GET('/elsewhere'));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ attempts: 0, mayHaveActed: false });
    expect(error.message).toContain(
      'GET /elsewhere: it is at https://files.example/v1, the API key goes to http',
    );
    expect(server.received).toHaveLength(0);
  });

  test('is called by a client of that server', async () => {
    const urls: unknown[] = [];
    const fetch = async (url: unknown, _init?: unknown) => {
      urls.push(url);
      return Response.json({});
    };
    await untypedClient('https://files.example/v1/', { fetch }).GET('/elsewhere');
    expect(urls).toEqual(['https://files.example/v1/elsewhere']);
  });
});
