// Two versions of a small document with something of everything, for the tests of report, usage and command.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { answers, documentOf, json, object } from './documents.ts';

const text = { type: 'string' };
const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function version(number: string, filter: JsonObject, gone: JsonObject, thing: JsonObject): OpenApiDocument {
  const posted = (name: string, answer: JsonObject): JsonObject => ({
    post: {
      operationId: `${name}_things`,
      summary: `${name} things`,
      requestBody: { required: true, content: json(object({ filter: reference('Filter') })) },
      ...answers({ '200': answer }),
    },
  });
  return documentOf({
    operation: answers({ '200': reference('Thing') }),
    paths: {
      '/things/search': posted('search', object({ things: { type: 'array', items: reference('Thing') } })),
      '/things/count': posted('count', object({ count: { type: 'integer' } })),
      '/things/export': posted('export', object({ url: text })),
      ...gone,
    },
    components: { schemas: { Filter: filter, Thing: thing } },
    document: { info: { title: 'Things', version: number } },
  });
}

export const BEFORE = version(
  '1.0.0',
  object({ colour: text, kinds: { type: 'array', items: { enum: ['a', 'b'] } } }, [], {
    additionalProperties: false,
  }),
  { '/things/{id}': { delete: { operationId: 'delete_thing', summary: 'Delete', responses: {} } } },
  object({ id: text, name: text }, ['id']),
);

export const AFTER = version(
  '1.1.0',
  object({ kinds: { type: 'array', items: { enum: ['a', 'b', 'c'] }, maxItems: 5 } }, [], {
    additionalProperties: false,
  }),
  { '/others': { get: { operationId: 'get_others', summary: 'Get others', responses: {} } } },
  object({ id: text, name: { ...text, description: 'As shown.' } }),
);
