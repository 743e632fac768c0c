// Answers as OpenAPI lets them be declared: their statuses, headers, media types, and what is kept out of them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Mock, startMock } from '../src/index.ts';

const [text, integer] = [{ type: 'string' }, { type: 'integer' }];
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const of = (mediaType: string, schema?: object, more: object = {}) => ({ [mediaType]: { schema, ...more } });
const json = (schema: object, more: object = {}) => ({
  description: '',
  content: of('application/json', schema, more),
});
const answer = (content: object, headers: object = {}) => ({ description: '', content, headers });
const empty = { description: '' };
const header = (schema: object, more: object = {}) => ({ ...empty, headers: { 'X-A': { schema, ...more } } });
const object = { type: 'object', properties: { a: integer, b: text } };

interface Expected {
  status?: number;
  type?: string | null;
  text?: string;
  headers?: Record<string, string>;
}
type Asked = { prefer?: string; accept?: string };

const ROWS: [name: string, responses: object, asked: Asked, expected: Expected][] = [
  [
    '202 without a body',
    { 202: empty },
    {},
    { status: 202, type: null, text: '', headers: { 'content-length': '0' } },
  ],
  [
    '200 without a body',
    { 200: empty },
    { accept: 'application/json' },
    { status: 200, type: null, text: '' },
  ],
  ['204', { 204: empty }, {}, { status: 204, type: null, text: '' }],
  ['204 that declares a body', { 204: json(text) }, {}, { status: 204, type: null, text: '' }],
  [
    '205',
    { 205: header(integer, { example: 1 }) },
    {},
    { status: 205, type: null, text: '', headers: { 'x-a': '1' } },
  ],
  ['304', { 304: empty, 400: empty }, {}, { status: 304, type: null, text: '' }],
  [
    'a redirect',
    { 302: { ...empty, headers: { Location: { schema: text, example: '/b' } } } },
    {},
    { status: 302, headers: { location: '/b' } },
  ],
  ['only a default', { default: json({ const: 'a' }) }, {}, { status: 200, text: '"a"' }],
  [
    'a default beside a success',
    { 201: json({ const: 'a' }), default: json({ const: 'b' }) },
    {},
    { status: 201, text: '"a"' },
  ],
  [
    'the default by its status',
    { 201: empty, default: json({ const: 'b' }) },
    { prefer: 'code=503' },
    { status: 503, text: '"b"' },
  ],
  [
    'a default before a refusal',
    { 400: empty, default: json({ const: 'b' }) },
    {},
    { status: 200, text: '"b"' },
  ],
  ['only 2XX', { '2XX': json({ const: 'a' }) }, {}, { status: 200, text: '"a"' }],
  ['2XX by a status', { '2XX': json({ const: 'a' }) }, { prefer: 'code=202' }, { status: 202, text: '"a"' }],
  [
    '2XX by a status without a body',
    { '2XX': json({ const: 'a' }) },
    { prefer: 'code=204' },
    { status: 204, type: null, text: '' },
  ],
  [
    'the exact before the range',
    { '4XX': json({ const: 'r' }), 404: json({ const: 'e' }), 200: empty },
    { prefer: 'code=404' },
    { status: 404, text: '"e"' },
  ],
  [
    'the range before the default',
    { '4XX': json({ const: 'r' }), default: json({ const: 'd' }) },
    { prefer: 'code=409' },
    { status: 409, text: '"r"' },
  ],
  ['a status of no response', { 200: empty }, { prefer: 'code=409' }, { status: 404 }],
  [
    'of two successes the lower',
    { 201: json({ const: 1 }), 200: json({ const: 0 }) },
    {},
    { status: 200, text: '0' },
  ],
  ['no response', {}, {}, { status: 500 }],

  ['a boolean header', { 200: header({ type: 'boolean' }) }, {}, { headers: { 'x-a': 'true' } }],
  [
    'a number in a header',
    { 200: header({ type: 'number', minimum: 2.5 }) },
    {},
    { headers: { 'x-a': '2.5' } },
  ],
  [
    'an example of a header',
    { 200: header({ type: 'boolean' }, { examples: { a: { value: false } } }) },
    {},
    { headers: { 'x-a': 'false' } },
  ],
  [
    'a list in a header',
    { 200: header({ type: 'array', items: integer }, { example: [1, 2] }) },
    {},
    { headers: { 'x-a': '1,2' } },
  ],
  [
    'an object in a header',
    { 200: header(object, { example: { a: 1, b: 'x' } }) },
    {},
    { headers: { 'x-a': 'a,1,b,x' } },
  ],
  [
    'an object in a header, exploded',
    { 200: header(object, { example: { a: 1, b: 'x' }, explode: true }) },
    {},
    { headers: { 'x-a': 'a=1,b=x' } },
  ],
  [
    'JSON in a header',
    {
      200: {
        ...empty,
        headers: { 'X-A': { content: of('application/json', object, { example: { a: 1 } }) } },
      },
    },
    {},
    { headers: { 'x-a': '{"a":1}' } },
  ],
  [
    'a header by reference',
    { 200: { ...empty, headers: { 'X-A': { $ref: '#/components/headers/Shared' } } } },
    {},
    { headers: { 'x-a': '7' } },
  ],
  [
    'a header with a pattern',
    { 200: header({ type: 'string', pattern: '^a{3}$' }) },
    {},
    { headers: { 'x-a': 'aaa' } },
  ],
  [
    'a header beyond Latin',
    { 200: header(text, { example: 'é日\n' }) },
    {},
    { headers: { 'x-a': 'é%E6%97%A5%0A' } },
  ],
  [
    'headers that frame a message',
    {
      200: {
        ...json({ const: 1 }),
        headers: {
          'Content-Type': { schema: text, example: 'a/b' },
          'Content-Length': { schema: integer, example: 9 },
          'Transfer-Encoding': { schema: text },
          'a b': { schema: text },
        },
      },
    },
    {},
    { type: 'application/json', text: '1', headers: { 'content-length': '1' } },
  ],

  [
    'CSV',
    { 200: answer(of('text/csv', text, { example: 'a,b\n1,2\n' })) },
    {},
    { type: 'text/csv', text: 'a,b\n1,2\n' },
  ],
  [
    'CSV without an example',
    { 200: answer(of('text/csv; charset=utf-8', text)) },
    {},
    { type: 'text/csv; charset=utf-8', text: 'string' },
  ],
  [
    'a text that is a number',
    { 200: answer(of('text/plain', integer, { example: 5 })) },
    {},
    { type: 'text/plain', text: '5' },
  ],
  [
    'of several the first',
    { 200: answer({ ...of('text/csv', text), ...of('application/json', { const: 1 }) }) },
    {},
    { type: 'text/csv', text: 'string' },
  ],
  [
    'CSV by Accept',
    { 200: answer({ ...of('application/json', { const: 1 }), ...of('text/csv', text) }) },
    { accept: 'text/csv' },
    { type: 'text/csv', text: 'string' },
  ],
  [
    'by weight',
    { 200: answer({ ...of('application/json', { const: 1 }), ...of('text/csv', text) }) },
    { accept: 'application/json;q=0.5, text/*;q=0.9' },
    { type: 'text/csv' },
  ],
  [
    'not acceptable',
    { 200: answer(of('application/json', { const: 1 })) },
    { accept: 'text/csv' },
    { status: 406 },
  ],
  [
    'not acceptable by weight',
    { 200: answer({ ...of('application/json', { const: 1 }), ...of('text/csv', text) }) },
    { accept: 'application/json;q=0, */*;q=0.1' },
    { type: 'text/csv' },
  ],
  [
    'a preferred status that is not acceptable',
    { 200: answer(of('text/csv', text)), 400: json({}) },
    { accept: 'text/csv', prefer: 'code=400' },
    { status: 406 },
  ],
  [
    'bytes',
    { 200: answer(of('application/octet-stream', { type: 'string', format: 'binary' })) },
    {},
    { type: 'application/octet-stream', text: 'string' },
  ],
  [
    'a range',
    { 200: answer(of('image/*', { type: 'string', format: 'binary' })) },
    {},
    { type: 'image/png' },
  ],
  [
    'a range by Accept',
    { 200: answer(of('image/*', text)) },
    { accept: 'image/webp' },
    { type: 'image/webp' },
  ],
  [
    'anything',
    { 200: answer(of('*/*', object, { example: { a: 1 } })) },
    {},
    { type: 'application/json', text: '{"a":1}' },
  ],
  [
    'a form',
    { 200: answer(of('application/x-www-form-urlencoded', object, { example: { a: 1, b: 'x y' } })) },
    {},
    { text: 'a=1&b=x+y' },
  ],
  [
    'multipart',
    { 200: answer(of('multipart/form-data', object, { example: { a: 1, b: 'x' } })) },
    {},
    { type: 'multipart/form-data; boundary=----agentsource-mock' },
  ],
  [
    'XML as text',
    { 200: answer(of('application/xml', undefined, { example: '<a>1</a>' })) },
    {},
    { type: 'application/xml', text: '<a>1</a>' },
  ],
  ['no schema', { 200: answer(of('application/json')) }, {}, { type: 'application/json', text: 'null' }],
  [
    'JSON of another kind',
    { 200: answer(of('application/hal+json', { const: 'a' })) },
    {},
    { type: 'application/hal+json', text: '"a"' },
  ],
  [
    'an example by its name',
    { 200: json(integer, { examples: { one: { value: 1 }, two: { value: 2 } } }) },
    { prefer: 'code=200, example=two' },
    { text: '2' },
  ],
  ['an example of its schema', { 200: json({ ...integer, examples: [4] }) }, {}, { text: '4' }],
  [
    'an example of another before its schema’s',
    { 200: json({ ...integer, examples: [4] }, { example: 5 }) },
    {},
    { text: '5' },
  ],
  ['by reference', { 200: { $ref: '#/components/responses/Shared' } }, {}, { text: '"shared"' }],

  [
    'what is write-only stays out',
    { 200: json(ref('Account')) },
    {},
    { text: '{"name":"string","parts":[{"name":"string"}]}' },
  ],
  [
    'also out of an example',
    { 200: json(ref('Account'), { example: { name: 'a', secret: 's', parts: [{ key: 'k', name: 'b' }] } }) },
    {},
    { text: '{"name":"a","parts":[{"name":"b"}]}' },
  ],
  [
    'and is not required there',
    { 200: json({ allOf: [ref('Account'), { required: ['secret'] }] }) },
    {},
    { text: '{"name":"string","parts":[{"name":"string"}]}' },
  ],
];

const paths = Object.fromEntries(ROWS.map(([, responses], index) => [`/${index}`, { get: { responses } }]));
const components = {
  headers: { Shared: { schema: integer, example: 7 } },
  responses: { Shared: json({ const: 'shared' }) },
  schemas: {
    Secret: { type: 'string', writeOnly: true },
    Keyed: { type: 'object', required: ['key'], properties: { key: { allOf: [ref('Secret')] } } },
    Part: { allOf: [ref('Keyed'), { type: 'object', properties: { name: text } }] },
    Account: {
      type: 'object',
      required: ['name', 'secret', 'parts'],
      properties: {
        name: text,
        secret: { ...text, writeOnly: true },
        parts: { type: 'array', items: ref('Part') },
      },
    },
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({
    spec: { openapi: '3.1.0', info: { title: 'Responses', version: '1' }, paths, components },
  });
});
afterAll(() => mock.close());

describe('an answer:', () => {
  test.each(ROWS.map(([name, , asked, expected], index) => [name, index, asked, expected] as const))(
    '%s',
    async (_, index, { prefer, accept }, { status = 200, type, text: body, headers = {} }) => {
      const response = await fetch(`${mock.url}/${index}`, {
        redirect: 'manual',
        headers: { ...(prefer !== undefined && { prefer }), accept: accept ?? '*/*' },
      });
      const received = await response.text();
      expect([response.status, response.headers.get('sl-violations')], received).toEqual([status, null]);
      if (type !== undefined) expect(response.headers.get('content-type')).toBe(type);
      if (body !== undefined) expect(received).toBe(body);
      for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name)).toBe(value);
    },
  );

  test('what has no form in its type says so', async () => {
    const spec = {
      openapi: '3.1.0',
      info: { title: 'XML', version: '1' },
      paths: { '/': { get: { responses: { 200: answer(of('application/xml', object)) } } } },
    };
    const { url, close, nonConformingOperations } = await startMock({ spec });
    const reason =
      "Response body can't be written as application/xml: an example that is text would be sent as it is";
    expect(await nonConformingOperations()).toEqual([{ operation: 'GET /', reason }]);
    expect((await fetch(url)).headers.get('sl-violations')).toContain('application/xml');
    await close();
  });
});
