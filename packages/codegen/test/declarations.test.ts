// The client's table: only what isn't JSON, and the report's list of what the client does not do.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { expect, test } from 'vitest';
import { clientLimits } from '../src/client-limits.ts';
import { declarationsOf, renderDeclarations } from '../src/declarations.ts';
import { verifyGenerated } from '../src/verify.ts';

const BASE = 'https://api.example';

function documentOf(operation: JsonObject, item: JsonObject = {}, more: JsonObject = {}): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'test', version: '1' },
    servers: [{ url: BASE }],
    paths: { '/things': { post: operation, ...item } },
    ...more,
  };
}

const content = (...types: string[]): JsonObject => ({
  description: '',
  content: Object.fromEntries(types.map((type) => [type, {}])),
});
const OK = { 200: content('application/json') };

test.each<[string, JsonObject, object | undefined]>([
  ['JSON alone', { requestBody: content('application/json'), responses: OK }, undefined],
  ['no body', { responses: OK }, undefined],
  [
    'failures beside it',
    { responses: { ...OK, 204: { description: '' }, 422: content('text/plain') } },
    undefined,
  ],
  ['another JSON', { responses: { 200: content('application/problem+json; charset=utf-8') } }, undefined],
  [
    'another status',
    { responses: { 201: content('application/json') } },
    { answers: { 201: ['application/json'] } },
  ],
  ['no content', { responses: { 202: { description: '' } } }, { answers: { 202: [] } }],
  ['no success', { responses: { 422: { description: '' } } }, { answers: {} }],
  ['a range', { responses: { '2xx': content('text/csv') } }, { answers: { '2XX': ['text/csv'] } }],
  [
    'default',
    { responses: { default: content('application/json') } },
    { answers: { default: ['application/json'] } },
  ],
  [
    'several, JSON first',
    { responses: { 200: content('Text/CSV; header=present', 'application/hal+json', 'application/json') } },
    { answers: { 200: ['application/json', 'text/csv'] } },
  ],
  [
    'by reference',
    {
      responses: { 200: { $ref: '#/components/responses/File' } },
      requestBody: { $ref: '#/components/requestBodies/File' },
    },
    { answers: { 200: ['application/pdf'] }, body: ['application/pdf'] },
  ],
  [
    'a form',
    { requestBody: content('multipart/form-data', 'application/json'), responses: OK },
    { body: ['application/json', 'multipart/form-data'] },
  ],
  ['cookies', { parameters: [{ name: 'a', in: 'cookie', schema: {} }], responses: OK }, { cookies: {} }],
  [
    'parameters as openapi-fetch writes them anyway',
    {
      parameters: [
        { name: 'a', in: 'query', schema: { type: 'array' } },
        { name: 'b', in: 'query', style: 'deepObject', schema: { type: 'object' } },
        { name: 'c', in: 'query', schema: { type: ['string', 'null'] } },
        { name: 'd', in: 'header', explode: true, schema: { type: 'string' } },
      ],
      responses: OK,
    },
    undefined,
  ],
  [
    'parameters in another style',
    {
      parameters: [
        { name: 'a', in: 'query', style: 'pipeDelimited', schema: { type: 'array' } },
        {
          name: 'b',
          in: 'query',
          schema: { anyOf: [{ $ref: '#/components/schemas/Filter' }, { type: 'null' }] },
        },
        { name: 'c', in: 'query', content: { 'application/json': {} } },
        { name: 'd', in: 'query', allowReserved: true, schema: { type: 'string' } },
        { name: 'e', in: 'query', style: 5, schema: { type: 'string' } },
        { name: 'f[a]', in: 'query', schema: { type: 'string' } },
        { name: 'g&h=#%+ \ud800', in: 'query', schema: { type: 'string' } },
      ],
      responses: OK,
    },
    {
      query: {
        a: { array: { style: 'pipeDelimited', explode: false } },
        b: { object: { style: 'form', explode: true } },
        c: { json: true },
        d: { allowReserved: true },
        'g&h=#%+ \ud800': { as: 'g%26h%3D%23%25%2B%20%EF%BF%BD' },
      },
    },
  ],
  [
    'what can stand in no header',
    { requestBody: content('text/csv', 'text/a\r\nb: c'), responses: OK },
    { body: ['text/csv'] },
  ],
])('%s', (_, operation, declared) => {
  const components = {
    responses: { File: content('application/pdf') },
    requestBodies: { File: content('application/pdf') },
    schemas: { Filter: { properties: { a: { type: 'string' } } } },
  };
  const table = declarationsOf(documentOf(operation, {}, { components }), BASE);
  expect(table).toEqual(declared ? { 'POST /things': declared } : {});
});

test('a path with styles is spelled as openapi-fetch wants it', () => {
  const document = documentOf({ responses: OK });
  const parameter = (name: string, style?: string, explode?: boolean): JsonObject => ({
    name,
    in: 'path',
    ...(style && { style }),
    ...(explode !== undefined && { explode }),
  });
  document.paths = {
    '/{a}/{b}/{c}/{d}': {
      parameters: [parameter('a', 'label'), parameter('b', 'matrix'), parameter('c', 'simple', true)],
      get: { parameters: [parameter('b', 'matrix', true), parameter('d')], responses: OK },
    },
  };
  expect(declarationsOf(document, BASE)).toEqual({
    'GET /{a}/{b}/{c}/{d}': { path: '/{.a}/{;b*}/{c*}/{d}' },
  });
});

const server = (...urls: string[]): JsonObject => ({ servers: urls.map((url) => ({ url })) });

test.each<[string, JsonObject, JsonObject, string | undefined]>([
  ['none', {}, {}, undefined],
  ['the first of the document', server(`${BASE}/`), {}, undefined],
  ['among others the first of the document', server('https://b.example', BASE), {}, undefined],
  ['an empty list', server(), {}, undefined],
  ["the operation's", server('https://b.example'), {}, 'https://b.example'],
  ["the path item's", {}, server('https://b.example/v1/'), 'https://b.example/v1'],
  ["the operation's before the path item's", server(BASE), server('https://b.example'), undefined],
  ['a relative one', server('/v2'), {}, `${BASE}/v2`],
])('a server of its own: %s', (_, operation, item, own) => {
  const table = declarationsOf(documentOf({ ...operation, responses: OK }, item), BASE);
  expect(table).toEqual(own ? { 'POST /things': { server: own } } : {});
});

test('the module holds literals alone, whatever the document says', () => {
  const responses = { 200: content('text/"};globalThis.PWN=1;//', "text/'\u2028") };
  const document = documentOf({ responses, ...server('https://b.example/"};globalThis.PWN=1;//') });
  document.paths['/*/ globalThis.PWN=1'] = { get: { responses } };
  verifyGenerated('declarations.ts', renderDeclarations(document, BASE), 'constants');
});

test('what the client does not do is listed, with what asks for it', () => {
  const scheme = (name: string, place = 'header') => ({ type: 'apiKey', in: place, name });
  const document: OpenApiDocument = {
    ...documentOf({ responses: OK }),
    security: [{ Query: [] }],
    components: {
      securitySchemes: {
        Key: scheme('api_key'),
        Same: scheme('API_KEY'),
        Query: scheme('key', 'query'),
        Bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    paths: Object.fromEntries(
      [
        [{ Key: [] }],
        [{ Same: [] }],
        [{ Query: [] }, { Key: [] }],
        [{}],
        [],
        [{ Key: [], Bearer: [] }],
        [{ Gone: [] }],
      ].map((security, index) => [`/${index}`, { get: { security, responses: OK } }]),
    ),
  };
  document.paths['/inherited'] = { get: { responses: OK, ...server('https://b.example') } };
  const settings = { securityScheme: 'Key', environmentVariable: 'THE_KEY' };
  expect(clientLimits(document, settings)).toEqual([
    {
      rule: 'security',
      pointer: '/paths/~15/get',
      detail: 'GET /5 asks for Bearer (http bearer), which the client does not send; callers add it',
    },
    {
      rule: 'security',
      pointer: '/paths/~16/get',
      detail: 'GET /6 asks for Gone (not declared), which the client does not send; callers add it',
    },
    {
      rule: 'security',
      pointer: '/paths/~1inherited/get',
      detail:
        'GET /inherited asks for Query (apiKey in query), which the client does not send; callers add it',
    },
    {
      rule: 'server',
      pointer: '/paths/~1inherited/get',
      detail:
        'GET /inherited is at "https://b.example", not at https://api.example: only a client with that baseUrl calls it',
    },
  ]);
});
