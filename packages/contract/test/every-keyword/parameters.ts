// Parameters: every place, style and kind of value.
import type { JsonObject } from '@agentsource/openapi/json';

const list = { type: 'array', items: { type: 'integer' } };
const object = {
  type: 'object',
  required: ['from'],
  properties: { from: { type: 'integer', minimum: 1 }, note: { type: 'string', enum: ['a', 'b'] } },
};
const ok = { description: 'ok', content: { 'application/json': { schema: { type: 'object' } } } };

const query: Record<string, JsonObject> = {
  'form-list': { schema: { ...list, minItems: 2, maxItems: 3 } },
  'form-list-in-one': { schema: list, explode: false },
  'form-object': { schema: object },
  'form-object-in-one': { schema: object, explode: false },
  'space-list': { schema: list, style: 'spaceDelimited', explode: false },
  'pipe-list': { schema: list, style: 'pipeDelimited', explode: false },
  'deep-object': { schema: object, style: 'deepObject', explode: true },
  'optional-list': { schema: { anyOf: [list, { type: 'null' }] } },
  boolean: { schema: { type: 'boolean' } },
  number: { schema: { type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 } },
  int32: { schema: { type: 'integer', format: 'int32' } },
  content: { content: { 'application/json': { schema: object, example: { from: 2 } } } },
  'content-text': { content: { 'text/plain': { schema: { type: 'string' } } } },
  reserved: { schema: { type: 'string', example: 'a/b' }, allowReserved: true },
  empty: { schema: { type: 'string' }, allowEmptyValue: true },
  deprecated: { schema: { type: 'string' }, deprecated: true },
  examples: { schema: { type: 'string', minLength: 3 }, examples: { one: { value: 'abc' } } },
};

const path: Record<string, JsonObject> = {
  simple: { schema: { type: 'string', pattern: '^[a-z]{3}$' } },
  'simple-list': { schema: { ...list, minItems: 1 } },
  'simple-object': { schema: object },
  'simple-object-exploded': { schema: object, explode: true },
  label: { schema: { type: 'integer' }, style: 'label' },
  'label-list': { schema: list, style: 'label', explode: true },
  matrix: { schema: { type: 'integer' }, style: 'matrix' },
  'matrix-list': { schema: list, style: 'matrix', explode: true },
};

const header: Record<string, JsonObject> = {
  'X-Text': { schema: { type: 'string', minLength: 3 }, required: true },
  'X-Flag': { schema: { type: 'boolean' } },
  'X-List': { schema: list },
  'X-Object': { schema: object },
  Accept: { schema: { type: 'string', enum: ['nothing'] }, required: true },
  'Content-Type': { schema: { type: 'string', enum: ['nothing'] }, required: true },
  Prefer: { schema: { type: 'string' } },
  api_key: { schema: { type: 'string', minLength: 1 }, required: true },
  Authorization: { schema: { type: 'string', enum: ['nothing'] }, required: true },
};

const cookie: Record<string, JsonObject> = {
  theme: { schema: { type: 'string', enum: ['dark', 'light'] } },
  session: { schema: { type: 'integer' }, required: true },
};

function pathsFor(where: string, cases: Record<string, JsonObject>): JsonObject {
  return Object.fromEntries(
    Object.entries(cases).map(([name, parameter]) => {
      const declared = {
        name: where === 'path' ? 'it' : name,
        in: where,
        ...(where === 'path' && { required: true }),
      };
      const item = {
        get: { security: [{ Key: [] }], parameters: [{ ...declared, ...parameter }], responses: { 200: ok } },
      };
      return [`/parameters/${where}/${name}${where === 'path' ? '/{it}' : ''}`, item];
    }),
  );
}

export const parameters: { paths: JsonObject; components: JsonObject } = {
  paths: {
    ...pathsFor('query', query),
    ...pathsFor('path', path),
    ...pathsFor('header', header),
    ...pathsFor('cookie', cookie),
    '/parameters/two/{name}.{size}': {
      get: {
        security: [{ Key: [] }],
        parameters: [
          { name: 'name', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'size', in: 'path', required: true, schema: { type: 'integer' } },
        ],
        responses: { 200: ok },
      },
    },
    '/parameters/required-text': {
      get: {
        security: [{ Key: [] }],
        parameters: [
          {
            name: 'it',
            in: 'query',
            required: true,
            content: { 'text/plain': { schema: { type: 'string' } } },
          },
        ],
        responses: { 200: ok },
      },
    },
    '/parameters/key-as-parameter': {
      get: {
        security: [],
        parameters: [{ name: 'api_key', in: 'header', required: true, schema: { type: 'string' } }],
        responses: { 200: ok },
      },
    },
    '/parameters/referred': {
      get: {
        security: [{ Key: [] }],
        parameters: [{ $ref: '#/components/parameters/Limit' }],
        responses: { 200: ok },
      },
    },
    '/parameters/elsewhere': {
      get: {
        security: [{ Key: [] }],
        parameters: [{ name: 'all', in: 'querystring', schema: { type: 'string' } }],
        responses: { 200: ok },
      },
    },
  },
  components: { Limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 5 } } },
};
