// Small documents for the tests of the pipeline, so that none of them depends on what is vendored today.
import type { JsonObject, OpenApiDocument } from '../src/document/openapi.ts';

/** A valid document with one operation, `POST /things`, whose body is the given schema; `more` is merged on top. */
export function documentWith(schemas: JsonObject, more: JsonObject = {}): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    servers: [{ url: 'https://things.example' }],
    paths: {
      '/things': {
        post: {
          operationId: 'add_thing',
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          responses: { '200': { description: 'Added' } },
        },
      },
    },
    components: { schemas: { Thing: { type: 'object' }, ...schemas } },
    ...more,
  };
}
