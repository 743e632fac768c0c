// Responses: statuses, ranges, media types, headers, links, and answers without content.
import type { JsonObject } from '@agentsource/openapi/json';

const thing = {
  type: 'object',
  required: ['id', 'secret'],
  properties: {
    id: { type: 'integer' },
    secret: { type: 'string', writeOnly: true },
    note: { type: 'string' },
  },
};
const json = (schema: JsonObject, more: JsonObject = {}) => ({
  description: 'json',
  content: { 'application/json': { schema, ...more } },
});
const as = (mediaType: string, more: JsonObject = {}) => ({
  description: mediaType,
  content: { [mediaType]: { schema: { type: 'string' }, ...more } },
});
const nothing = { description: 'nothing' };
const header = (more: JsonObject) => ({ ...json(thing), headers: { 'X-It': more } });

const cases: Record<string, JsonObject> = {
  statuses: { 200: json(thing), 201: json({ type: 'array', items: { type: 'string' } }), 404: json(thing) },
  range: { '2XX': json(thing), '4XX': json({ type: 'string' }) },
  'range-beside': { 200: json(thing), '2XX': as('text/plain'), '4XX': json(thing), default: nothing },
  default: {
    200: json(thing),
    default: json({ type: 'object', properties: { message: { type: 'string' } } }),
  },
  'only-default': { default: json(thing) },
  accepted: { 202: nothing },
  'no-content': { 204: nothing },
  'reset-content': { 205: nothing },
  'nothing-at-200': { 200: nothing },
  'found-elsewhere': {
    302: { ...nothing, headers: { Location: { schema: { type: 'string', format: 'uri' } } } },
  },
  'not-modified': { 200: json(thing), 304: nothing },
  interim: { 100: nothing, 200: json(thing) },
  failing: { 400: json(thing) },
  text: { 200: as('text/plain', { example: 'hello' }) },
  csv: { 200: as('text/csv', { example: 'a,b\n1,2\n' }) },
  'csv-generated': { 200: as('text/csv') },
  bytes: { 200: as('application/octet-stream', { schema: { type: 'string', format: 'binary' } }) },
  image: { 200: { description: 'image', content: { 'image/png': {} } } },
  xml: { 200: { description: 'xml', content: { 'application/xml': { schema: thing } } } },
  'json-suffix': { 200: { description: 'json', content: { 'application/hal+json': { schema: thing } } } },
  'json-or-csv': {
    200: {
      description: 'either',
      content: {
        'application/json': { schema: thing },
        'text/csv': { schema: { type: 'string' }, example: 'a\n' },
      },
    },
  },
  'odd-example': { 200: json(thing, { examples: { 'one, "two"': { value: { id: 1, secret: 's' } } } }) },
  lines: { 200: { description: 'lines', content: { 'application/x-ndjson': { schema: thing } } } },
  examples: {
    200: json(thing, {
      examples: { one: { value: { id: 1, secret: 's' } }, two: { $ref: '#/components/examples/Two' } },
    }),
  },
  'header-text': { 200: header({ schema: { type: 'string', minLength: 2 }, required: true }) },
  'header-integer': { 200: header({ schema: { type: 'integer' }, example: 7 }) },
  'header-boolean': { 200: header({ schema: { type: 'boolean' } }) },
  'header-list': { 200: header({ schema: { type: 'array', items: { type: 'integer' } } }) },
  'header-object': {
    200: header({ schema: { type: 'object', properties: { a: { type: 'integer' } } }, explode: true }),
  },
  'header-content': { 200: header({ content: { 'application/json': { schema: thing } } }) },
  'header-referred': { 200: header({ $ref: '#/components/headers/Count' }) },
  'header-content-type': {
    200: { ...json(thing), headers: { 'Content-Type': { schema: { enum: ['nothing'] } } } },
  },
  links: { 200: { ...json(thing), links: { self: { operationId: 'self' } } } },
  referred: { 200: { $ref: '#/components/responses/Thing' } },
};

const entries = Object.entries(cases).map(([name, responses]) => [
  `/responses/${name}`,
  { get: { security: [{ Key: [] }], responses } },
]);

export const responses: {
  paths: JsonObject;
  components: JsonObject;
  headers: JsonObject;
  examples: JsonObject;
} = {
  paths: {
    ...Object.fromEntries(entries),
    '/responses/head': { head: { security: [{ Key: [] }], responses: { 200: json(thing) } } },
  },
  components: { Thing: json(thing) },
  headers: { Count: { schema: { type: 'integer', minimum: 0 } } },
  examples: { Two: { value: { id: 2, secret: 's' } } },
};
