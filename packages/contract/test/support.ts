// Documents for tests: the vendored page of a fixed day, and a small one to change one thing of.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { normalise } from '@agentsource/openapi/normalise';
import { extractDocument, parseOpenApi } from '@agentsource/openapi/read';
import { deriveSuite, type Suite } from '../src/derive/suite.ts';
import { subjectOf } from '../src/subject.ts';

/** A copy, so that what is said of it stays true whatever is vendored later. */
export const PAGE: string = readFileSync(
  join(import.meta.dirname, 'fixtures', 'add_prospects_enrollments.md'),
  'utf8',
);

export function documentOfPage(): OpenApiDocument {
  return normalise(parseOpenApi(extractDocument(PAGE, 'the page').text, 'the page')).document;
}

/** One operation with this body. */
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
