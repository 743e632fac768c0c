// Documents of others: whatever of OpenAPI they use, they are served, and what they declare is answered.
import { SHAPES, withShapes } from '@agentsource/openapi/testing/shapes';
import { describe, expect, test } from 'vitest';
import { start } from './support.ts';

const info = { title: 'Other', version: '1' };
const json = (schema: object) => ({ 'application/json': { schema } });
const ok = (constant: unknown) => ({ 200: { description: 'ok', content: json({ const: constant }) } });
const get = (constant: unknown, more: object = {}) => ({ get: { ...more, responses: ok(constant) } });
const at = (name: string, schema: object) => ({ name, in: 'path', required: true, schema });
const id = (schema: object) => ({ name: 'id', in: 'path', required: true, schema });

type Asked = [request: string, expected: unknown];

const DOCUMENTS: Record<string, [document: object, asked: Asked[]]> = {
  'no components, no servers, no operationId': [
    { paths: { '/a': get(1) } },
    [
      ['GET /a', 1],
      ['GET /b', 404],
    ],
  ],
  'servers that are relative, templates or of an operation’s own': [
    {
      servers: [
        { url: '/v1' },
        { url: 'https://{host}/{base}', variables: { host: { default: 'a' }, base: { default: 'b' } } },
      ],
      paths: {
        '/a': { ...get(1, { servers: [{ url: 'https://other.example/v2' }] }), servers: [{ url: '../x' }] },
      },
    },
    [['GET /a', 1]],
  ],
  'path items by reference': [
    {
      paths: {
        '/a': { $ref: '#/components/pathItems/A' },
        '/b/{id}': { $ref: '#/components/pathItems/A', parameters: [id({ type: 'integer' })] },
        '/c/{id}': { $ref: '#/paths/~1d~1%7Bid%7D', post: { responses: ok('own') } },
        '/d/{id}': { parameters: [id({ type: 'integer' })], ...get('d') },
      },
      components: { pathItems: { A: get('a') } },
    },
    [
      ['GET /a', 'a'],
      ['GET /b/1', 'a'],
      ['GET /c/1', 'd'],
      ['GET /c/x', 422],
      ['POST /c/1', 'own'],
      ['GET /d/x', 422],
    ],
  ],
  'everything by reference': [
    {
      paths: {
        '/a': {
          post: {
            parameters: [{ $ref: '#/components/parameters/Q' }],
            requestBody: { $ref: '#/components/requestBodies/B' },
            responses: { 200: { $ref: '#/components/responses/R' } },
          },
        },
      },
      components: {
        parameters: {
          Q: { $ref: '#/components/parameters/Other' },
          Other: { name: 'q', in: 'query', required: true, schema: { const: 1 } },
        },
        requestBodies: { B: { required: false, content: json({ type: 'object' }) } },
        responses: {
          R: {
            description: '',
            content: { 'application/json': { examples: { e: { $ref: '#/components/examples/E' } } } },
          },
        },
        examples: { E: { value: { of: 'E' } } },
      },
    },
    [
      ['POST /a?q=1', { of: 'E' }],
      ['POST /a', 422],
    ],
  ],
  'references that are percent-encoded': [
    {
      paths: {
        '/a': {
          get: {
            responses: {
              200: { description: '', content: json({ $ref: '#/components/schemas/Page%20of%20%3Cint%3E' }) },
            },
          },
        },
      },
      components: { schemas: { 'Page of <int>': { const: 'page' } } },
    },
    [['GET /a', 'page']],
  ],
  'webhooks, links and callbacks': [
    {
      webhooks: {
        made: { post: { requestBody: { content: json({}) }, responses: { 200: { description: '' } } } },
      },
      paths: {
        '/a': {
          post: {
            callbacks: {
              done: { '{$request.body#/url}': { post: { responses: { 200: { description: '' } } } } },
            },
            responses: {
              200: {
                ...ok(1)[200],
                links: { next: { operationId: 'none', parameters: { id: '$response.body#/id' } } },
              },
            },
          },
        },
      },
    },
    [['POST /a', 1]],
  ],
  'OpenAPI 3.0': [
    {
      openapi: '3.0.3',
      paths: {
        '/a': {
          get: {
            parameters: [
              {
                name: 'n',
                in: 'query',
                schema: { type: 'integer', minimum: 1, exclusiveMinimum: true, nullable: true },
              },
            ],
            responses: {
              200: { description: '', content: json({ type: 'string', nullable: true, example: null }) },
            },
          },
        },
      },
    },
    [
      ['GET /a?n=2', null],
      ['GET /a?n=1', 422],
    ],
  ],
  'paths that are alike': [
    {
      paths: {
        '/a/{id}': get('template'),
        '/a/mine': get('concrete'),
        '/a/{id}.csv': get('csv'),
        '/{x}/{y}/z': get('z'),
        '/m/{from}-{to}': get('range', {
          parameters: [at('from', { const: 'a' }), at('to', { const: 'b-c' })],
        }),
        '/n/{a}{b}{c}{d}{e}{f}z': get('many'),
        '/with space/%7E': get('encoded'),
        '/a/{id}/': get('slash'),
      },
    },
    [
      ['GET /a/mine', 'concrete'],
      ['GET /a/1', 'template'],
      ['GET /b/c/z', 'z'],
      ['GET /a/1.csv', 'csv'],
      ['GET /a/.csv', 'template'],
      ['GET /a/', 404],
      ['GET /m/a-b-c', 'range'],
      ['GET /m/a', 404],
      ['GET /n/abcdefz', 'many'],
      ['GET /n/abcdez', 404],
      [`GET /n/${'z'.repeat(10_000)}`, 'many'],
      [`GET /n/${'a'.repeat(10_000)}`, 404],
      ['GET /with%20space/~', 'encoded'],
      ['GET /a/1/', 'slash'],
    ],
  ],
  'every method': [
    {
      paths: {
        '/a': {
          ...get('get'),
          ...Object.fromEntries(
            ['put', 'post', 'delete', 'options', 'head', 'patch'].map((method) => [
              method,
              { responses: ok(method) },
            ]),
          ),
        },
      },
    },
    [
      ['GET /a', 'get'],
      ['PUT /a', 'put'],
      ['POST /a', 'post'],
      ['DELETE /a', 'delete'],
      ['OPTIONS /a', 'options'],
      ['PATCH /a', 'patch'],
      ['HEAD /a', undefined],
    ],
  ],
  'a component that is called as a keyword': [
    {
      paths: {
        '/a': {
          post: {
            requestBody: { content: json({ $ref: '#/components/schemas/properties' }) },
            responses: { 200: { description: '', content: json({ $ref: '#/components/schemas/anyOf' }) } },
          },
        },
      },
      components: {
        schemas: {
          properties: { type: 'object' },
          anyOf: { const: 'ref' },
          default: { type: 'string' },
          constructor: { type: 'string' },
        },
      },
    },
    [['POST /a', 'ref']],
  ],
};

describe('a document with', () => {
  test.each(Object.entries(DOCUMENTS).map(([name, row]) => [name, ...row] as const))(
    '%s',
    async (_, document, asked) => {
      const mock = await start({ spec: { openapi: '3.1.0', info, ...document } });
      expect(await mock.nonConformingOperations()).toEqual([]);
      for (const [request, expected] of asked) {
        const [method = '', path] = request.split(' ');
        const response = await fetch(`${mock.url}${path}`, { method });
        const text = await response.text();
        expect([request, response.status]).toEqual([
          request,
          typeof expected === 'number' && expected > 99 ? expected : 200,
        ]);
        if (response.ok) expect(text === '' ? undefined : JSON.parse(text)).toEqual(expected);
        expect(response.headers.get('sl-violations')).toBeNull();
      }
    },
  );
});

test('every ordinary shape is served, all of them in one document', async () => {
  const spec = withShapes({ openapi: '3.1.0', info, paths: {}, components: {} }, SHAPES);
  const mock = await start({ spec });
  expect(await mock.nonConformingOperations()).toEqual([]);
  for (const path of Object.keys(spec.paths)) {
    const url = `${mock.url}${path.replace(/\{[^}]+\}/g, '1')}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    await response.arrayBuffer();
    expect([path, response.status < 500]).toEqual([path, true]);
  }
});

test('a schema that does not compile is named, and nothing else suffers', async () => {
  const paths = {
    '/a': get(1),
    '/b': { get: { responses: { 200: { description: '', content: json({ type: 'no type' }) } } } },
  };
  const mock = await start({ spec: { openapi: '3.1.0', info, paths } });
  expect(await mock.nonConformingOperations()).toEqual([
    {
      operation: 'GET /b',
      reason: expect.stringContaining(
        'nothing is judged by /paths/~1b/get/responses/200/content/application~1json/schema',
      ),
    },
  ]);
});
