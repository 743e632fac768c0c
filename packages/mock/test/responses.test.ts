// Answers as OpenAPI lets them be declared: their statuses and their headers.
import { json, of, type Row, testAnswers } from './answer-table.ts';

const [text, integer] = [{ type: 'string' }, { type: 'integer' }];
const object = { type: 'object', properties: { a: integer, b: text } };
const empty = { description: '' };
const header = (schema: object, more: object = {}) => ({ ...empty, headers: { 'X-A': { schema, ...more } } });

const ROWS: Row[] = [
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
  ['205 that declares a body', { 205: json(text) }, {}, { status: 205, type: null, text: '' }],
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

  ['by reference', { 200: { $ref: '#/components/responses/Shared' } }, {}, { text: '"shared"' }],
];

testAnswers(ROWS, {
  headers: { Shared: { schema: integer, example: 7 } },
  responses: { Shared: json({ const: 'shared' }) },
});
