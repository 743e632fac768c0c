// A small document with one operation, for tests that change one thing of it.

import { deriveSuite, type Suite } from '../src/derive/cases.ts';
import { type JsonObject, type OpenApiDocument, subjectOf } from '../src/document.ts';

export function documentOf(body: JsonObject, components: JsonObject = {}): OpenApiDocument {
  const json = (schema: JsonObject) => ({ content: { 'application/json': { schema } } });
  return {
    openapi: '3.1.0',
    info: { title: 'Small', version: '1' },
    paths: {
      '/things': {
        post: {
          operationId: 'add_thing',
          security: [{ key: [] }],
          requestBody: { required: true, ...json(body) },
          responses: { 200: { description: 'ok', ...json({ type: 'object' }) } },
        },
      },
    },
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'api_key' } },
      schemas: components,
    },
  } as unknown as OpenApiDocument;
}

export function suiteOf(body: JsonObject, components?: JsonObject): Suite {
  return deriveSuite(subjectOf(documentOf(body, components), 'of a test'));
}

/** The bodies of one side, as JSON. */
export function bodies({ cases }: Suite, side: 'accepted' | 'refused'): string[] {
  return cases.filter(({ kind }) => kind === side).map(({ request }) => JSON.stringify(request.body));
}
