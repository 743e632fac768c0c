// Request bodies as OpenAPI lets them be declared: of which types they are taken, and how their fields are read.
import { afterAll, describe, expect, test } from 'vitest';
import { startMock } from '../src/index.ts';

const [text, integer, flag] = [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }];
const tags = { type: 'array', items: text };
const form = {
  type: 'object',
  required: ['name'],
  properties: {
    name: text,
    count: integer,
    on: flag,
    tags,
    ids: { type: 'array', items: integer, maxItems: 3 },
  },
  additionalProperties: false,
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const FORM = 'application/x-www-form-urlencoded';
const of = (mediaType: string, schema?: object, more: object = {}) => ({ [mediaType]: { schema, ...more } });
const body = (content: object, required = true) => ({ required, content });
const json = (schema: object, required = true) => body(of('application/json', schema), required);

type Sent = [type: string | undefined, sent: RequestInit['body'] | undefined];
const asJson = (...texts: string[]) => texts.map((one): Sent => ['application/json', one]);
const asForm = (...texts: string[]) => texts.map((one): Sent => [FORM, one]);
const parts = (...fields: [string, string | Blob][]): Sent => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value as string);
  return [undefined, data];
};
const file = (content: string | Uint8Array<ArrayBuffer>, type = '') => new Blob([content], { type });
const nothing: Sent = [undefined, undefined];

const ROWS: Record<string, [requestBody: object | undefined, valid: Sent[], invalid: Sent[]]> = {
  'JSON that is required': [json({}), asJson('{}', 'null', '0', 'false', '""'), [nothing]],
  'JSON that is null': [json({ type: 'null' }), asJson('null'), asJson('0', '{}')],
  'JSON that is optional': [
    json(form, false),
    [nothing, ...asJson('{"name":"a"}')],
    asJson('{}', 'null', '0', '""'),
  ],
  'JSON of another kind': [
    body(of('application/merge-patch+json', form)),
    [
      ['application/merge-patch+json', '{"name":"a"}'],
      ['application/merge-patch+json; charset=utf-8', '{"name":"a"}'],
    ],
    [...asJson('{"name":"a"}'), ['application/merge-patch+json', '{}']],
  ],
  'any type': [
    body(of('*/*', text)),
    [
      ['text/plain', 'a'],
      ['application/json', '"a"'],
    ],
    asJson('1'),
  ],
  'any text': [
    body(of('text/*', { maxLength: 3 })),
    [['text/csv', 'a,b']],
    [['text/plain', 'long'], ...asJson('1')],
  ],
  'the exact before the range': [
    body({ ...of('*/*', { maxLength: 1 }), ...of('text/csv', { minLength: 2 }) }),
    [
      ['text/csv', 'ab'],
      ['text/plain', 'a'],
    ],
    [
      ['text/csv', 'a'],
      ['text/plain', 'ab'],
    ],
  ],
  bytes: [
    body(of('application/octet-stream', { type: 'string', format: 'binary', maxLength: 3 })),
    [['application/octet-stream', new Uint8Array([0xff, 0, 0xfe])]],
    [
      ['application/octet-stream', new Uint8Array([0xff, 0, 0xfe, 0])],
      ['image/png', 'a'],
    ],
  ],
  'a number as text': [body(of('text/plain', integer)), [['text/plain', '5']], [['text/plain', 'x']]],
  'XML, of which only the type is judged': [
    body(of('application/xml', form)),
    [['application/xml', '<a/>']],
    [['text/xml', '<a/>'], nothing],
  ],
  'no schema': [body(of('application/json')), asJson('{}', '1'), [nothing, ['text/plain', 'a']]],
  'no body': [undefined, [nothing], [...asJson('{}'), ['text/plain', 'a']]],
  'a form': [
    body(of(FORM, form)),
    asForm(
      'name=a',
      'name=a+b&count=1&on=true',
      'name=a&tags=x&tags=y',
      'name=a&tags=x',
      'name=%61&ids=1&ids=2',
    ),
    [
      ...asForm('count=1', 'name=a&count=x', 'name=a&other=1', 'name=a&ids=x'),
      ...asJson('{"name":"a"}'),
      nothing,
    ],
  ],
  'a form by references': [
    body(of(FORM, ref('Form'))),
    asForm('name=a&tags=x&id=1'),
    asForm('name=a', 'name=a&id=x'),
  ],
  'a form with styles': [
    body(of(FORM, form, { encoding: { tags: { style: 'pipeDelimited' }, ids: { explode: false } } })),
    asForm('name=a&tags=x|y', 'name=a&ids=1,2'),
    asForm('name=a&ids=1,x'),
  ],
  'a form with JSON in it': [
    body(of(FORM, { type: 'object', properties: { at: form, all: { type: 'array', items: form } } })),
    asForm('at={"name":"a"}', 'all={"name":"a"}&all={"name":"b"}', 'all=[{"name":"a"}]'),
    asForm('at={"name":1}', 'at=a', 'all={}'),
  ],
  'a form with brackets': [
    body(
      of(
        FORM,
        { type: 'object', properties: { at: form }, additionalProperties: false },
        { encoding: { at: { style: 'deepObject' } } },
      ),
    ),
    asForm('at[name]=a&at[count]=1', 'at[name]=a&at[tags]=x'),
    asForm('at[name]=a&at[count]=x', 'at[other]=a'),
  ],
  'a form of anything': [
    body(of(FORM, { type: 'object', additionalProperties: { maxLength: 2 } })),
    asForm('a=1&b=22'),
    asForm('a=333'),
  ],
  multipart: [
    body(of('multipart/form-data', form)),
    [parts(['name', 'a'], ['count', '1'], ['tags', 'x'], ['tags', 'y']), parts(['name', 'a+b'])],
    [
      parts(['count', '1']),
      parts(['name', 'a'], ['count', 'x']),
      ['multipart/form-data', 'name=a'],
      ['multipart/form-data; boundary=b', 'a'],
    ],
  ],
  'multipart with files': [
    body(
      of(
        'multipart/form-data',
        {
          type: 'object',
          required: ['file'],
          properties: {
            file: { type: 'string', format: 'binary', maxLength: 3 },
            files: { type: 'array', items: text },
            at: form,
          },
        },
        { encoding: { file: { contentType: 'image/png' } } },
      ),
    ),
    [
      parts(['file', file('abc')]),
      parts(['file', file(new Uint8Array([0xff, 0, 0xfe]))], ['files', file('a')], ['files', file('b')]),
      parts(['file', file('a')], ['at', file('{"name":"a"}', 'application/json')]),
      parts(['file', file('a')], ['at', '{"name":"a"}'], ['files', file('a')]),
    ],
    [parts(['file', file('abcd')]), parts(['file', file('a')], ['at', '{}']), parts(['files', file('a')])],
  ],
  'JSON or a form': [
    body({ ...of('application/json', form), ...of(FORM, form) }),
    [...asJson('{"name":"a"}'), ...asForm('name=a')],
    [...asJson('{}'), ...asForm('tags=a')],
  ],
  'what is read-only is not required, and may be sent': [
    json(ref('Made')),
    asJson('{"name":"a"}', '{"name":"a","id":"1","by":{"at":1}}', '{"name":"a","list":[{"name":"b"}]}'),
    asJson('{}', '{"name":"a","id":1}', '{"name":"a","list":[{}]}'),
  ],
  'what is read-only in one alternative is required in the other': [
    json({
      oneOf: [{ required: ['id', 'a'], properties: { id: { readOnly: true } } }, { required: ['id', 'b'] }],
    }),
    asJson('{"a":1}', '{"b":1,"id":1}'),
    asJson('{"b":1}', '{}'),
  ],
  'what is write-only is required': [json(ref('Account')), asJson('{"secret":"a"}'), asJson('{}')],
};

const paths = Object.fromEntries(
  Object.values(ROWS).map(([requestBody], index) => [
    `/${index}`,
    { post: { ...(requestBody && { requestBody }), responses: { 204: { description: '' } } } },
  ]),
);
const schemas = {
  Form: {
    allOf: [
      { ...form, additionalProperties: true },
      { required: ['id'], properties: { id: integer } },
    ],
  },
  Id: { type: 'string', readOnly: true },
  Identified: {
    type: 'object',
    properties: { id: ref('Id'), by: { allOf: [ref('By')] } },
    required: ['id', 'by'],
  },
  By: { type: 'object', readOnly: true },
  Made: {
    allOf: [ref('Identified'), { required: ['name', 'id'] }],
    properties: { name: text, list: { type: 'array', items: ref('Made') } },
  },
  Account: { type: 'object', required: ['secret'], properties: { secret: { ...text, writeOnly: true } } },
};
const mock = await startMock({
  spec: { openapi: '3.1.0', info: { title: 'Bodies', version: '1' }, paths, components: { schemas } },
});
afterAll(() => mock.close());

describe('a body:', () => {
  test.each(
    Object.entries(ROWS).flatMap(([name, [, valid, invalid]], index) => [
      ...valid.map((sent) => [name, index, 204, ...sent] as const),
      ...invalid.map((sent) => [name, index, 4, ...sent] as const),
    ]),
  )('%s (%d): %d for %s %s', async (_, index, expected, type, sent) => {
    const response = await fetch(`${mock.url}/${index}`, {
      method: 'POST',
      ...(type !== undefined && { headers: { 'content-type': type } }),
      ...(sent !== undefined && { body: sent }),
    });
    const said = await response.text();
    expect(expected === 4 ? Math.trunc(response.status / 100) : response.status, said).toBe(expected);
    expect(response.headers.get('sl-violations')).toBeNull();
  });
});
