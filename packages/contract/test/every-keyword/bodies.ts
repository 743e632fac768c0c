// Request bodies: every media type, what parts of forms may be, optional ones.
import type { JsonObject } from '@agentsource/openapi/json';

const ok = { description: 'ok', content: { 'application/json': { schema: { type: 'object' } } } };
const thing = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 2 }, count: { type: 'integer', maximum: 9 } },
};
const file = { type: 'string', format: 'binary' };
const form = {
  type: 'object',
  required: ['name', 'tags'],
  properties: { ...thing.properties, tags: { type: 'array', items: { type: 'string' }, minItems: 1 } },
  additionalProperties: false,
};

const cases: Record<string, JsonObject> = {
  json: { required: true, content: { 'application/json': { schema: thing } } },
  'json-suffix': { required: true, content: { 'application/merge-patch+json': { schema: thing } } },
  'any-schema': { required: true, content: { 'application/json': {} } },
  optional: { content: { 'application/json': { schema: thing } } },
  form: { required: true, content: { 'application/x-www-form-urlencoded': { schema: form } } },
  multipart: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file', 'files'],
          properties: {
            file,
            files: { type: 'array', items: file },
            typed: { type: 'string' },
            label: { type: 'string', minLength: 2 },
          },
        },
        encoding: { typed: { contentType: 'text/csv, text/plain' } },
      },
    },
  },
  'multipart-object': {
    required: true,
    content: {
      'multipart/form-data': { schema: { type: 'object', required: ['thing'], properties: { thing } } },
    },
  },
  text: { required: true, content: { 'text/plain': { schema: { type: 'string', minLength: 3 } } } },
  csv: { required: true, content: { 'text/csv': { schema: { type: 'string' }, example: 'a,b\n1,2\n' } } },
  bytes: { required: true, content: { 'application/octet-stream': { schema: file } } },
  image: { content: { 'image/png': {} } },
  'image-range': { content: { 'image/*': { schema: file } } },
  'any-type': { required: true, content: { '*/*': { schema: thing } } },
  xml: { required: true, content: { 'application/xml': { schema: { ...thing, xml: { name: 'thing' } } } } },
  several: {
    required: true,
    content: {
      'text/plain': { schema: { type: 'string', maxLength: 9 } },
      'application/json': {
        schema: thing,
        examples: { one: { value: { name: 'one' } }, two: { value: { name: 'two' } } },
      },
      'application/x-www-form-urlencoded': { schema: form },
      'application/xml': { schema: thing },
    },
  },
  encoded: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: form,
        encoding: { tags: { style: 'pipeDelimited', explode: false } },
      },
    },
  },
  'part-headers': {
    content: {
      'multipart/form-data': {
        schema: { type: 'object', properties: { file } },
        encoding: { file: { headers: { 'X-Name': { schema: { type: 'string' } } } } },
      },
    },
  },
  versions: {
    required: true,
    content: {
      'application/json': { schema: thing },
      'application/json; version=2': { schema: { type: 'array', items: thing } },
    },
  },
  referred: { $ref: '#/components/requestBodies/Thing' },
};

const withGet = { content: { 'application/json': { schema: thing } } };

export const bodies: { paths: JsonObject; components: JsonObject } = {
  paths: {
    ...Object.fromEntries(
      Object.entries(cases).map(([name, requestBody]) => [
        `/bodies/${name}`,
        { post: { security: [{ Key: [] }], requestBody, responses: { 200: ok } } },
      ]),
    ),
    '/bodies/get': { get: { security: [{ Key: [] }], requestBody: withGet, responses: { 200: ok } } },
  },
  components: { Thing: { required: true, content: { 'application/json': { schema: thing } } } },
};
