// Responses: every kind of status, content, header and link.
import type { JsonObject } from '../../src/json.ts';
import { answers, json, operation, type Shape, text, thing } from './write.ts';

const binary: JsonObject = { type: 'string', format: 'binary' };

function response(name: string, responses: JsonObject, method = 'get'): Shape {
  const id = `answer_${name.replaceAll('-', '_')}`;
  return {
    name: `response: ${name}`,
    paths: { [`/answer-${name}`]: { [method]: operation(id, { responses }) } },
  };
}

const content = (types: JsonObject): JsonObject => ({ 200: { description: 'OK', content: types } });

/** What some of them refer to. */
const components: JsonObject = {
  examples: { ShapeExample: { summary: 'Shared', value: { id: 'a' } } },
  headers: { ShapeHeader: { description: 'Shared', schema: { type: 'number' } } },
  links: { ShapeLink: { operationId: 'answer_links', requestBody: { a: '$request.body' } } },
  responses: { ShapeResponse: { description: 'Shared', content: json(thing) } },
};

export const responses: Shape[] = [
  response('created', { 201: { description: 'Created', content: json(thing) } }, 'post'),
  response('accepted', { 202: { description: 'Accepted' } }, 'post'),
  response('nothing', { 204: { description: 'Done' } }, 'delete'),
  response('reset', { 205: { description: 'Done' } }, 'post'),
  response('empty', { 200: { description: 'Done' } }),
  response('default', answers({ default: { description: 'Error', content: json(thing) } })),
  response('only-default', { default: { description: 'Whatever', content: json(thing) } }),
  response('range', { '2XX': { description: 'OK', content: json(thing) }, '4XX': { description: 'No' } }),
  response('range-and-exact', {
    200: { description: 'OK', content: json(thing) },
    '2XX': { description: 'Done' },
    '5XX': { description: 'Failed', content: json(thing) },
  }),
  response(
    'two',
    {
      200: { description: 'OK', content: json(thing) },
      202: {
        description: 'Later',
        content: json({ type: 'object', required: ['job'], properties: { job: text } }),
      },
    },
    'post',
  ),
  response(
    'two-of-one-kind',
    { 200: { description: 'OK', content: json(thing) }, 201: { description: 'New', content: json(thing) } },
    'post',
  ),
  response(
    'redirect',
    answers({ 302: { description: 'Elsewhere', headers: { Location: { schema: text } } } }),
  ),
  response('not-modified', answers({ 304: { description: 'As before' } })),
  response('csv', content({ 'text/csv': { schema: text, example: 'a,b\n1,2\n' } })),
  response('plain', content({ 'text/plain': { schema: text } })),
  response('csv-or-json', content({ ...json({ type: 'array', items: text }), 'text/csv': { schema: text } })),
  response('bytes', content({ 'application/octet-stream': { schema: binary } })),
  response('image', content({ 'image/png': {} })),
  response(
    'problem',
    answers({ 400: { description: 'Bad', content: { 'application/problem+json': { schema: thing } } } }),
  ),
  response('any', content({ '*/*': { schema: thing } })),
  response('lines', content({ 'application/x-ndjson': { schema: thing } })),
  response('events', content({ 'text/event-stream': { schema: text } })),
  response('no-schema', content({ 'application/json': {} })),
  response('scalar', content(json({ type: 'integer' }))),
  response('null', content(json({ type: 'null' }))),
  response(
    'examples',
    content(
      json(thing, {
        examples: { a: { $ref: '#/components/examples/ShapeExample' }, b: { value: { id: 'b' } } },
      }),
    ),
  ),
  response('headers', {
    200: {
      description: 'OK',
      content: json(thing),
      headers: {
        'X-Flag': { schema: { type: 'boolean' }, required: true },
        'X-Count': { schema: { type: 'integer' }, description: 'How many', example: 3 },
        'X-List': { schema: { type: 'array', items: text }, style: 'simple', explode: false },
        'X-Json': { content: json(thing) },
        'X-Old': { schema: text, deprecated: true },
        'X-Shared': { $ref: '#/components/headers/ShapeHeader' },
      },
    },
  }),
  response('links', {
    200: {
      description: 'OK',
      content: json(thing),
      links: {
        same: { operationId: 'answer_links', parameters: { id: '$response.body#/id' }, description: 'Again' },
        shared: { $ref: '#/components/links/ShapeLink' },
      },
    },
  }),
  response('by-reference', { 200: { $ref: '#/components/responses/ShapeResponse' } }),
  response(
    'head',
    { 200: { description: 'There', headers: { 'X-Count': { schema: { type: 'integer' } } } } },
    'head',
  ),
].map((shape) => ({ ...shape, components }));
