// Parameters: every place, style and field.
import type { Json, JsonObject } from '../../src/json.ts';
import { json, operation, type Shape, text } from './write.ts';

const list: JsonObject = { type: 'array', items: text };
const point: JsonObject = { type: 'object', properties: { x: { type: 'integer' }, y: { type: 'integer' } } };

function query(name: string, schema: Json, more: JsonObject = {}): Shape {
  const id = `read_by_${name.replaceAll('-', '_')}`;
  const parameters = [{ name: 'filter', in: 'query', schema, ...more }];
  return { name: `query: ${name}`, paths: { [`/by-${name}`]: { get: operation(id, { parameters }) } } };
}

function path(name: string, schema: Json, more: JsonObject = {}): Shape {
  const parameters = [{ name: 'id', in: 'path', required: true, schema, ...more }];
  const id = `read_at_${name.replaceAll('-', '_')}`;
  return { name: `path: ${name}`, paths: { [`/at-${name}/{id}`]: { get: operation(id, { parameters }) } } };
}

function header(name: string, schema: Json, more: JsonObject = {}): Shape {
  const parameters = [{ name: `X-${name}`, in: 'header', schema, ...more }];
  const id = `read_with_${name.toLowerCase()}`;
  return { name: `header: ${name}`, paths: { [`/with-${name}`]: { get: operation(id, { parameters }) } } };
}

export const parameters: Shape[] = [
  query('text', { type: 'string', minLength: 1 }, { required: true, description: 'A text', example: 'a' }),
  query('int64', { type: 'integer', format: 'int64', minimum: 1 }),
  query('flag', { type: 'boolean' }, { deprecated: true }),
  query('number', { type: 'number', format: 'double' }),
  query('enum', { type: 'string', enum: ['a', 'b'] }, { examples: { one: { value: 'a' } } }),
  query('list', list),
  query('list-exploded', list, { style: 'form', explode: true }),
  query('list-joined', { ...list, minItems: 1 }, { style: 'form', explode: false }),
  query('list-spaces', list, { style: 'spaceDelimited', explode: false }),
  query('list-pipes', list, { style: 'pipeDelimited', explode: false }),
  query('optional-list', { anyOf: [{ type: 'array', items: text }, { type: 'null' }] }),
  query('deep', point, { style: 'deepObject', explode: true }),
  query('object', point, { style: 'form', explode: true }),
  query('content', {}, { schema: undefined as unknown as Json, content: json(point) }),
  query('empty', text, { allowEmptyValue: true }),
  query('reserved', text, { allowReserved: true }),
  query('date', { type: 'string', format: 'date-time' }),
  query('nullable', { type: ['string', 'null'] }),
  query('name-in-brackets', text, { name: 'filter[a]' }),
  query('name-to-encode', { type: 'boolean' }, { name: 'a&b #1=%+' }),
  query('list-of-a-name-to-encode', list, { name: 'a&b', explode: false }),
  query('deep-of-a-name-to-encode', point, { name: 'a&b', style: 'deepObject' }),
  path('integer', { type: 'integer' }),
  path('label', text, { style: 'label' }),
  path('matrix', text, { style: 'matrix' }),
  path('list', list, { style: 'simple' }),
  path('enum', { type: 'string', enum: ['a', 'b'] }),
  header('Trace', { type: 'string', minLength: 3 }, { required: true }),
  header('Flag', { type: 'boolean' }),
  header('Count', { type: 'integer', maximum: 9 }, { style: 'simple', explode: false }),
  header('List', list),
  header('no name of a header', text),
  {
    name: 'headers that are not parameters',
    paths: {
      '/negotiated': {
        get: operation('read_negotiated', {
          parameters: ['Accept', 'Content-Type', 'Authorization'].map((name) => ({
            name,
            in: 'header',
            required: true,
            schema: { type: 'string', enum: ['x'] },
          })),
        }),
      },
    },
  },
  {
    name: 'cookies',
    paths: {
      '/with-cookie': {
        get: operation('read_with_cookie', {
          parameters: [
            { name: 'theme', in: 'cookie', schema: { type: 'string', enum: ['dark', 'light'] } },
            { name: 'visit', in: 'cookie', required: true, schema: { type: 'integer' } },
          ],
        }),
      },
    },
  },
  {
    name: 'parameters of the path item, by reference, and one replaced',
    paths: {
      '/shared/{id}': {
        parameters: [
          { $ref: '#/components/parameters/SharedId' },
          { name: 'page', in: 'query', schema: { type: 'string' } },
        ],
        get: operation('read_shared', {
          parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
        }),
      },
    },
    components: {
      parameters: { SharedId: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } },
    },
  },
].map(withoutUndefined);

function withoutUndefined(shape: Shape): Shape {
  return JSON.parse(JSON.stringify(shape)) as Shape;
}
