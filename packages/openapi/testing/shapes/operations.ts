// Operations and paths: every method and field, names that are odd or missing, servers, webhooks and callbacks.
import type { JsonObject } from '../../src/json.ts';
import { answers, json, operation, type Shape, text, thing } from './write.ts';

const id: JsonObject = { name: 'id', in: 'path', required: true, schema: text };

function at(name: string, item: JsonObject, more: Partial<Shape> = {}): Shape {
  return { name: `operation: ${name}`, paths: { [`/op-${name}`]: item }, ...more };
}

export const operations: Shape[] = [
  at('methods', {
    get: operation('op_get'),
    put: operation('op_put'),
    post: operation('op_post'),
    delete: operation('op_delete'),
    options: operation('op_options'),
    head: { operationId: 'op_head', responses: { 200: { description: 'There' } } },
    patch: operation('op_patch'),
    trace: operation('op_trace'),
  }),
  at(
    'documented',
    {
      summary: 'A path',
      description: 'More about it',
      get: operation('op_documented', {
        summary: 'An operation',
        description: 'More **about** it',
        tags: ['shapes', 'others'],
        externalDocs: { url: 'https://things.example/docs', description: 'More' },
        deprecated: true,
      }),
    },
    {
      document: {
        tags: [{ name: 'shapes', description: 'All', externalDocs: { url: 'https://things.example' } }],
      },
    },
  ),
  at('with#fragment', { get: operation('op_with_fragment') }),
  at('with?query=1', { get: operation('op_with_query') }),
  at('constructor', {
    post: operation('constructor', {
      parameters: ['query', 'header', 'cookie'].map((where) => ({
        name: 'constructor',
        in: where,
        schema: text,
      })),
      requestBody: { content: json({ type: 'object', properties: { constructor: text, toString: text } }) },
      responses: answers({
        200: { description: 'OK', content: json({ properties: { constructor: text } }) },
      }),
    }),
  }),
  at('without-id', { get: { responses: answers() } }),
  at('reserved-id', { get: operation('delete') }),
  at('odd-id', { get: operation('op.odd-id 1') }),
  at('colliding-ids', {
    get: operation('op_colliding'),
    put: operation('opColliding'),
    post: operation('op-colliding'),
  }),
  at('own-server', { get: operation('op_own_server', { servers: [{ url: 'https://elsewhere.example' }] }) }),
  at('server-of-the-path', {
    servers: [
      {
        url: 'https://{region}.elsewhere.example',
        variables: { region: { default: 'eu', enum: ['eu', 'us'], description: 'Where' } },
      },
    ],
    get: operation('op_server_of_the_path'),
  }),
  at(
    'by-reference',
    { $ref: '#/components/pathItems/ShapeItem' },
    {
      components: { pathItems: { ShapeItem: { get: operation('op_by_reference') } } },
    },
  ),
  at('callbacks', {
    post: operation('op_callbacks', {
      requestBody: {
        content: json({ type: 'object', properties: { url: { type: 'string', format: 'uri' } } }),
      },
      callbacks: {
        fired: {
          '{$request.body#/url}': {
            post: { requestBody: { content: json(thing) }, responses: { 200: { description: 'Taken' } } },
          },
        },
      },
    }),
  }),
  {
    name: 'operation: webhooks',
    paths: {},
    document: {
      webhooks: {
        happened: {
          post: {
            operationId: 'op_happened',
            requestBody: { content: json(thing) },
            responses: { 200: { description: 'Taken' } },
          },
        },
      },
    },
  },
  {
    name: 'operation: two spellings of one path',
    paths: {
      '/op-spelled/{id}': { get: operation('op_spelled', { parameters: [id] }) },
      '/op-spelled/{name}': {
        delete: operation('op_spelled_too', { parameters: [{ ...id, name: 'name' }] }),
      },
    },
  },
  {
    name: 'operation: a path beside a template that matches it',
    paths: {
      '/op-matched/{id}': { get: operation('op_matched', { parameters: [id] }) },
      '/op-matched/mine': { get: operation('op_matched_mine') },
    },
  },
  {
    name: 'operation: several parameters in one path, one of them in the middle of a segment',
    paths: {
      '/op-many/{id}/{part}.json': {
        get: operation('op_many', { parameters: [id, { ...id, name: 'part' }] }),
      },
    },
  },
];
