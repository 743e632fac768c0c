// Parameters as OpenAPI lets them be declared: what each style takes, and what it refuses.
import { afterAll, describe, expect, test } from 'vitest';
import { startMock } from '../src/index.ts';

const [text, integer] = [{ type: 'string' }, { type: 'integer' }];
const list = { type: 'array', items: integer };
const object = { type: 'object', properties: { a: integer, b: text }, additionalProperties: false };
const query = (schema: object, more: object = {}) => ({ in: 'query', name: 'id', schema, ...more });
const at = (location: string, schema: object, more: object = {}) => ({
  in: location,
  name: 'id',
  schema,
  ...more,
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

type Row = [parameter: object, valid: string[], invalid: string[]];

const QUERIES: Record<string, Row> = {
  'a number': [
    query(integer),
    ['', '?id=1', '?other=x', '?id=-5'],
    ['?id=x', '?id=1.5', '?id=1&id=2', '?id='],
  ],
  'a number that is required': [query(integer, { required: true }), ['?id=1'], ['', '?ID=1']],
  'a boolean': [query({ type: 'boolean' }), ['?id=true', '?id=false'], ['?id=yes']],
  'a reference': [query(ref('Count')), ['?id=1'], ['?id=0', '?id=x']],
  'a reference and more': [query({ ...ref('Count'), maximum: 5 }), ['?id=5'], ['?id=6', '?id=0']],
  'numbers listed': [query({ enum: [1, 2] }), ['?id=1'], ['?id=3', '?id=x']],
  'a constant': [query({ const: true }), ['?id=true'], ['?id=false']],
  'one or the other': [query({ oneOf: [integer, { enum: ['all'] }] }), ['?id=5', '?id=all'], ['?id=no']],
  'what has plus and percent': [
    query({ const: 'a b+c' }),
    ['?id=a+b%2Bc', '?id=a%20b%2Bc'],
    ['?id=a%2Bb%2Bc'],
  ],
  'broken percent-encoding': [query(text), ['?id=%zz'], []],
  'a list': [query(list), ['?id=1', '?id=1&id=2', ''], ['?id=x', '?id=1&id=x']],
  'an optional list': [query({ anyOf: [list, { type: 'null' }] }), ['?id=1', '?id=1&id=2', ''], ['?id=x']],
  'a list or a number': [
    query({ oneOf: [integer, { ...list, minItems: 2 }] }),
    ['?id=1', '?id=1&id=2'],
    ['?id=x'],
  ],
  'a list by references': [query({ allOf: [ref('List')] }), ['?id=1', '?id=1&id=2'], ['?id=x', '?id=1&id=1']],
  'a list that may be null': [
    query({ type: ['array', 'null'], items: integer }),
    ['?id=1', '?id=1&id=2'],
    ['?id=x'],
  ],
  'a list with commas': [query(list, { explode: false }), ['?id=1', '?id=1,2', '?id=1%2C2'], ['?id=1,x']],
  'texts with commas': [
    query({ type: 'array', items: { enum: ['a,b', 'c'] } }, { explode: false }),
    ['?id=a%2Cb,c'],
    ['?id=a,b,c'],
  ],
  'a list with spaces': [
    query(list, { style: 'spaceDelimited', explode: false }),
    ['?id=1', '?id=1%202', '?id=1+2'],
    ['?id=1,2'],
  ],
  'a list with pipes': [
    query(list, { style: 'pipeDelimited', explode: false }),
    ['?id=1|2', '?id=1%7C2'],
    ['?id=1,2'],
  ],
  'a list with pipes, repeated': [
    query(list, { style: 'pipeDelimited', explode: true }),
    ['?id=1&id=2'],
    ['?id=1|2'],
  ],
  'an object': [query(object), ['?a=1&b=x', '?a=1', ''], ['?a=x']],
  'an object by references': [query({ allOf: [ref('Pair')] }, { required: true }), ['?a=1'], ['?a=x', '']],
  'an object with commas': [query(object, { explode: false }), ['?id=a,1,b,x'], ['?id=a,x', '?id=c,1']],
  'an object in brackets': [
    query(
      { ...object, properties: { ...object.properties, c: list, d: object } },
      { style: 'deepObject', explode: true },
    ),
    ['?id[a]=1&id[b]=x', '?id%5Ba%5D=1', '?id[c]=1&id[c]=2', '?id[c][]=1', '?id[d][a]=1', ''],
    ['?id[a]=x', '?id[e]=1', '?id[d][a]=x'],
  ],
  'an open object in brackets': [
    query({ type: 'object' }, { style: 'deepObject' }),
    ['?id[a]=1', ''],
    ['?id=a', '?id=a,1'],
  ],
  'a name that objects have': [
    query(object, { style: 'deepObject' }),
    [],
    ['?id[__proto__]=1', '?id[constructor]=1'],
  ],
  'a number that may be empty': [
    query(integer, { allowEmptyValue: true }),
    ['?id=', '?id', '?id=1'],
    ['?id=x'],
  ],
  JSON: [
    { in: 'query', name: 'id', content: { 'application/json': { schema: object } } },
    ['?id={"a":1}', '?id=%7B%22a%22%3A1%7D'],
    ['?id={"a":"x"}', '?id=[', '?id=1'],
  ],
  'query JSON of an open object': [
    {
      in: 'query',
      name: 'id',
      content: { 'application/json': { schema: { type: 'object', properties: { a: integer } } } },
    },
    ['?id=%7B%22a%22%3A1%7D'],
    ['?id=%7B%22a%22%3A%22b%22%7D'],
  ],
  'a text of a type': [
    { in: 'query', name: 'id', content: { 'text/plain': { schema: { maxLength: 2 } } } },
    ['?id=12'],
    ['?id=123'],
  ],
  'what is read-only is not required': [
    query(ref('Hidden'), { style: 'deepObject' }),
    ['?id[b]=x', '?id[b]=x&id[a]=1'],
    ['?id[b]=x&id[a]=x', '?id[a]=1'],
  ],
};

const HEADERS: Record<string, Row> = {
  'a header': [at('header', integer), ['', 'id: 1', 'ID: 2'], ['id: x']],
  'a header that is required': [at('header', text, { required: true }), ['id: 1'], ['']],
  'a list in a header': [at('header', list), ['id: 1', 'id: 1,2'], ['id: 1,x']],
  'an object in a header': [at('header', object), ['id: a,1,b,x'], ['id: a,x']],
  'an object in a header, exploded': [at('header', object, { explode: true }), ['id: a=1,b=x'], ['id: a=x']],
  'JSON in a header': [
    { in: 'header', name: 'id', content: { 'application/json': { schema: object } } },
    ['id: {"a":1}'],
    ['id: {"a":"x"}'],
  ],
  Accept: [{ in: 'header', name: 'Accept', required: true, schema: { const: 'x' } }, [''], []],
  'Content-Type': [{ in: 'header', name: 'content-type', required: true, schema: { const: 'x' } }, [''], []],
  Authorization: [{ in: 'header', name: 'Authorization', required: true, schema: text }, [''], []],
  'a cookie': [at('cookie', integer), ['', 'cookie: id=1', 'cookie: a=b; id=2'], ['cookie: id=x']],
  'a cookie that is required': [
    at('cookie', text, { required: true }),
    ['cookie: id=a+b%20c'],
    ['', 'cookie: grid=1'],
  ],
  'a list in a cookie': [at('cookie', list, { explode: false }), ['cookie: id=1,2'], ['cookie: id=1,x']],
};

const PATHS: Record<string, Row> = {
  'a segment': [at('path', integer), ['1'], ['x', '%20']],
  'a segment that is encoded': [at('path', { const: 'a/b c' }), ['a%2Fb%20c'], ['a%2Fb+c']],
  'a list in a path': [at('path', list), ['1', '1,2'], ['1,x']],
  'an object in a path': [at('path', object), ['a,1,b,x'], ['a,x']],
  'a label': [at('path', integer, { style: 'label' }), ['.1'], ['1']],
  'a list of labels': [at('path', list, { style: 'label', explode: true }), ['.1.2'], ['.1.x']],
  'an object of labels': [at('path', object, { style: 'label', explode: true }), ['.a=1.b=x'], ['.a=x']],
  'a matrix parameter': [at('path', integer, { style: 'matrix' }), [';id=1'], ['1', ';id=x']],
  'a list of matrix parameters': [
    at('path', list, { style: 'matrix', explode: true }),
    [';id=1;id=2', ';id=1'],
    [';id=1;id=x'],
  ],
  'a list in a matrix parameter': [at('path', list, { style: 'matrix' }), [';id=1,2'], [';id=1,x']],
  'an object of matrix parameters': [
    at('path', object, { style: 'matrix', explode: true }),
    [';a=1;b=x'],
    [';a=x'],
  ],
};

const rows = { ...QUERIES, ...HEADERS, ...PATHS };
const paths = Object.fromEntries(
  Object.values(rows).map(([parameter], index) => {
    const isPath = (parameter as { in: string }).in === 'path';
    const get = {
      parameters: [isPath ? { ...parameter, required: true } : parameter],
      responses: { 200: { description: '' } },
    };
    return [isPath ? `/${index}/{id}` : `/${index}`, { get }];
  }),
);
const schemas = {
  Count: { type: 'integer', minimum: 1 },
  List: { ...list, uniqueItems: true },
  Pair: { ...object, required: ['a'] },
  Hidden: { allOf: [ref('Id'), { required: ['a', 'b'], properties: { b: text } }] },
  Id: { type: 'object', properties: { a: { ...integer, readOnly: true } }, required: ['a'] },
};
const mock = await startMock({
  spec: { openapi: '3.1.0', info: { title: 'Parameters', version: '1' }, paths, components: { schemas } },
});
afterAll(() => mock.close());

const cases = Object.entries(rows).flatMap(
  ([name, [{ in: location }, valid, invalid]]: [string, [{ in?: string }, string[], string[]]], index) => [
    ...valid.map((said) => [name, said, 200, index, location] as const),
    ...invalid.map((said) => [name, said, 422, index, location] as const),
  ],
);

describe('parameters:', () => {
  test.each(cases)('%s, %j is %d', async (_, said, expected, index, location) => {
    const isHeader = location === 'header' || location === 'cookie';
    const [name = '', value = ''] = said.split(/: (.*)/);
    const headers = isHeader && said !== '' ? { [name]: value } : {};
    const rest = isHeader ? '' : location === 'path' ? `/${said}` : said;
    const response = await fetch(`${mock.url}/${index}${rest}`, { headers });
    expect([response.status, response.headers.get('sl-violations')]).toEqual([expected, null]);
  });
});
