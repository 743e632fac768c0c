// Bodies of answers: of which of the declared types they are, and what is kept out of them.
import { expect, test } from 'vitest';
import { json, of, type Row, testAnswers } from './answer-table.ts';
import { start } from './support.ts';

const [text, integer] = [{ type: 'string' }, { type: 'integer' }];
const object = { type: 'object', properties: { a: integer, b: text } };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answer = (content: object) => ({ description: '', content });

const ROWS: Row[] = [
  [
    'a type of which nothing is said',
    { 200: answer(of('image/png')) },
    {},
    { type: 'image/png', text: 'string' },
  ],
  ['JSON of which nothing is said', { 200: answer(of('application/json')) }, {}, { text: 'null' }],
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
  [
    'a tuple with more',
    {
      200: json({ type: 'array', prefixItems: [text], items: integer, minItems: 3 }),
    },
    {},
    { text: '["string",0,0]' },
  ],
  [
    'a list that contains something twice',
    { 200: json({ type: 'array', contains: { const: 5 }, minContains: 2, items: integer }) },
    {},
    { text: '[5,5]' },
  ],
  [
    'lines of JSON',
    {
      200: answer(
        of('application/x-ndjson', { type: 'array', items: object }, { example: [{ a: 1 }, { b: 'x' }] }),
      ),
    },
    {},
    { type: 'application/x-ndjson', text: '{"a":1}\n{"b":"x"}\n' },
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

testAnswers(ROWS, {
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
});

test('what has no form in its type says so', async () => {
  const spec = {
    openapi: '3.1.0',
    info: { title: 'XML', version: '1' },
    paths: { '/': { get: { responses: { 200: answer(of('application/xml', object)) } } } },
  };
  const { url, nonConformingOperations } = await start({ spec });
  const reason =
    "Response body can't be written as application/xml: an example that is text would be sent as it is";
  expect(await nonConformingOperations()).toEqual([{ operation: 'GET /', reason }]);
  expect((await fetch(url)).headers.get('sl-violations')).toContain('application/xml');
});
