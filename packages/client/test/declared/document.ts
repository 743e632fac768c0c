// A document of operations that are not JSON alone: the client's table is made of it in the tests of this folder.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';

/** The media types of some content, without schemas: the client looks at none. */
function content(...mediaTypes: string[]): JsonObject {
  return { description: '', content: Object.fromEntries(mediaTypes.map((type) => [type, {}])) };
}

const NOTHING: JsonObject = { description: '' };
const JSON_TYPE = 'application/json';

const ANSWERS: Record<string, JsonObject> = {
  json: { 200: content(JSON_TYPE), 422: content(JSON_TYPE) },
  problem: { 200: content('application/vnd.thing+json; charset=utf-8') },
  created: { 201: content(JSON_TYPE) },
  accepted: { 200: content(JSON_TYPE), 202: NOTHING },
  nothing: { 200: NOTHING },
  gone: { 204: NOTHING, 205: NOTHING },
  range: { '2XX': content('text/plain'), 202: NOTHING, default: content(JSON_TYPE) },
  default: { 202: NOTHING, default: content(JSON_TYPE) },
  failures: { 422: content(JSON_TYPE) },
  csv: { 200: content('text/csv') },
  pdf: { 200: content('application/pdf') },
  either: { 200: content('text/csv', JSON_TYPE) },
  files: { 200: content('application/pdf', 'text/csv') },
  any: { 200: content('*/*') },
  texts: { 200: content('text/*') },
};

const BODIES: Record<string, JsonObject> = {
  json: content(JSON_TYPE),
  patch: content('application/merge-patch+json'),
  form: content('application/x-www-form-urlencoded'),
  multipart: content('multipart/form-data'),
  text: content('text/plain'),
  bytes: content('application/octet-stream'),
  image: content('image/*'),
  many: content('text/csv', 'multipart/form-data', JSON_TYPE),
};

export const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'Declared', version: '1' },
  servers: [{ url: 'https://api.example' }],
  paths: {
    ...Object.fromEntries(
      Object.entries(ANSWERS).map(([name, responses]) => [`/${name}`, { get: { responses } }]),
    ),
    ...Object.fromEntries(
      Object.entries(BODIES).map(([name, requestBody]) => [
        `/send/${name}`,
        { post: { requestBody, responses: { 200: content(JSON_TYPE) } } },
      ]),
    ),
    '/cookies': {
      post: {
        requestBody: content(JSON_TYPE),
        parameters: [
          ...['session', 'list', 'none'].map((name) => ({ name, in: 'cookie', schema: {} })),
          { name: 'comma', in: 'cookie', explode: false, schema: {} },
        ],
        responses: { 200: content(JSON_TYPE) },
      },
    },
    '/styles/{label}/{matrix}/{list}': {
      get: {
        parameters: [
          { name: 'label', in: 'path', style: 'label', schema: { type: 'string' } },
          { name: 'matrix', in: 'path', style: 'matrix', explode: true, schema: { type: 'array' } },
          { name: 'list', in: 'path', schema: { type: 'array' } },
          { name: 'comma', in: 'query', explode: false, schema: { type: 'array' } },
          { name: 'pipe', in: 'query', style: 'pipeDelimited', schema: { type: 'array' } },
          { name: 'space', in: 'query', style: 'spaceDelimited', schema: { type: 'array' } },
          { name: 'repeated', in: 'query', schema: { type: 'array' } },
          { name: 'deep', in: 'query', style: 'deepObject', schema: { type: 'object' } },
          { name: 'exploded', in: 'query', schema: { type: 'object' } },
          { name: 'flat', in: 'query', explode: false, schema: { type: 'object' } },
          { name: 'json', in: 'query', content: { [JSON_TYPE]: {} } },
          { name: 'reserved', in: 'query', allowReserved: true, schema: { type: 'string' } },
          { name: 'plain', in: 'query', schema: { type: 'string' } },
          { name: 'a&b #1', in: 'query', schema: { type: 'array' } },
        ],
        responses: { 200: content(JSON_TYPE) },
      },
    },
    '/head': { head: { responses: { 200: content(JSON_TYPE) } } },
    '/elsewhere': {
      get: { servers: [{ url: 'https://files.example/v1' }], responses: { 200: content(JSON_TYPE) } },
    },
  },
};
