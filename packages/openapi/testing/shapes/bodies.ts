// Request bodies: every media type there is support for, and some for which there is none.
import type { Json, JsonObject } from '../../src/json.ts';
import { json, operation, type Shape, text, thing } from './write.ts';

const binary: JsonObject = { type: 'string', format: 'binary' };

function body(name: string, content: JsonObject, more: JsonObject = {}): Shape {
  const requestBody = { required: true, content, ...more };
  const id = `send_${name.replaceAll('-', '_')}`;
  return { name: `body: ${name}`, paths: { [`/send-${name}`]: { post: operation(id, { requestBody }) } } };
}

const form: Json = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1 },
    count: { type: 'integer' },
    tags: { type: 'array', items: text },
  },
};

export const bodies: Shape[] = [
  body('optional', json({ ...thing, additionalProperties: false }), {
    required: false,
    description: 'A body',
  }),
  body('null', json({ type: ['object', 'null'], properties: { a: text } }), { required: false }),
  body('scalar', json({ type: 'integer' })),
  body('list', json({ type: 'array', minItems: 1, items: thing })),
  body('anything', json({})),
  body('no-schema', { 'application/json': {} }),
  body('vendor-json', { 'application/vnd.things+json': { schema: thing } }),
  body('json-charset', { 'application/json; charset=utf-8': { schema: thing } }),
  body('examples', json(thing, { examples: { one: { summary: 'One', value: { id: 'a' } } } })),
  body('example', json(thing, { example: { id: 'a' } })),
  body('form', { 'application/x-www-form-urlencoded': { schema: form } }),
  body('multipart', {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: binary, label: text, meta: { type: 'object', properties: { a: text } } },
      },
      encoding: {
        file: { contentType: 'image/png', headers: { 'X-Part': { schema: text } } },
        label: { style: 'form', explode: true, allowReserved: false },
      },
    },
  }),
  body('files', {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['files'],
        properties: { files: { type: 'array', items: binary } },
      },
    },
  }),
  body('text', { 'text/plain': { schema: { type: 'string', minLength: 1 } } }),
  body('csv', { 'text/csv': { schema: text } }),
  body('bytes', { 'application/octet-stream': { schema: binary } }),
  body('image', { 'image/png': {} }),
  body('any-image', { 'image/*': { schema: binary } }),
  body('xml', { 'application/xml': { schema: thing } }),
  body('several', { ...json(thing), 'application/x-www-form-urlencoded': { schema: thing }, 'text/csv': {} }),
  {
    name: 'body: by reference',
    paths: {
      '/send-shared': {
        put: operation('send_shared', { requestBody: { $ref: '#/components/requestBodies/Shared' } }),
      },
    },
    components: { requestBodies: { Shared: { required: true, content: json(thing) } } },
  },
  {
    name: 'body: of a DELETE',
    paths: {
      '/send-delete': { delete: operation('send_delete', { requestBody: { content: json(thing) } }) },
    },
  },
];
