// A body is missed only where nothing but JSON may be sent.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { operationsOf } from '@agentsource/openapi/walk';
import { expect, test } from 'vitest';
import { requestSchema } from '../src/request-schema.ts';

const schema = { type: 'string' };

test.each<[string[], object]>([
  [['application/json'], { properties: { body: schema }, required: ['body'] }],
  [['application/merge-patch+json'], { properties: { body: schema }, required: ['body'] }],
  [['multipart/form-data', 'application/json'], { properties: { body: schema }, required: [] }],
  [['multipart/form-data'], { properties: {}, required: [] }],
])('%j', (mediaTypes, expected) => {
  const content: JsonObject = Object.fromEntries(mediaTypes.map((type) => [type, { schema }]));
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: { title: 'test', version: '1' },
    paths: { '/things': { post: { requestBody: { required: true, content }, responses: {} } } },
  };
  const [place] = operationsOf(document);
  expect(place && requestSchema(document, place)).toEqual({ type: 'object', ...expected });
});
