// What the document says about enrolling prospects, as constants for `enrollProspects`, so that a bump moves its limits.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { get } from '@agentsource/openapi/pointer';
import { operationsOf } from '@agentsource/openapi/walk';

const OPERATION = 'add_prospects_enrollments';

/** The text of `src/generated/enrollments.ts`. */
export function renderEnrollmentLimits(document: OpenApiDocument): string {
  const { path, body } = enrollmentCall(document);
  const ids = property(document, body, 'prospect_ids');
  const limits: [name: string, doc: string, value: unknown][] = [
    ['ENROLLMENTS_PATH', 'Where enrollments are added, by POST.', path],
    ['MAX_PROSPECT_IDS', 'Prospect ids in one request, at most.', ids.maxItems],
    ['PROSPECT_ID_PATTERN', 'What every prospect id matches.', resolved(document, ids.items).pattern],
    [
      'MIN_ENROLLMENT_KEY_LENGTH',
      'Characters in an enrollment key, at least.',
      property(document, body, 'enrollment_key').minLength,
    ],
  ];
  const missing = limits.filter(([, , value]) => value === undefined).map(([name]) => name);
  if (missing.length > 0) {
    throw new PipelineError(
      `the request of ${OPERATION} no longer says ${missing.join(', ')}, which enrollProspects needs; ` +
        'add it by an overlay action, or change packages/codegen/src/enrollments.ts and packages/client/src/enroll/',
    );
  }
  return limits
    .map(([name, doc, value]) => `/** ${doc} */\nexport const ${name} = ${JSON.stringify(value)};\n`)
    .join('\n');
}

function enrollmentCall(document: OpenApiDocument): { path: string; body: JsonObject } {
  const place = operationsOf(document).find(({ operation }) => operation.operationId === OPERATION);
  const body = place && get(document, `${place.pointer}/requestBody/content/application~1json/schema`);
  if (place && isObject(body)) return { path: place.path, body: resolved(document, body) };
  throw new PipelineError(
    `the document has no operation ${OPERATION} with a JSON body, which enrollProspects is made of; ` +
      'restore it by an overlay action, or change packages/codegen/src/enrollments.ts and packages/client/src/enroll/',
  );
}

function property(document: OpenApiDocument, schema: JsonObject, name: string): JsonObject {
  return isObject(schema.properties) ? resolved(document, schema.properties[name]) : {};
}

function resolved(document: OpenApiDocument, schema: Json | undefined): JsonObject {
  const found = isObject(schema) && typeof schema.$ref === 'string' ? get(document, schema.$ref) : schema;
  return isObject(found) ? found : {};
}
