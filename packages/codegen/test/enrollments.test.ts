// The limits of an enrollment come from the document; a document that no longer has them is refused with what to do.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { expect, test } from 'vitest';
import { renderEnrollmentLimits } from '../src/enrollments.ts';

function documentWith(ids: object, operationId = 'add_prospects_enrollments'): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'test', version: '1' },
    paths: {
      '/v9/enroll': {
        post: {
          operationId,
          requestBody: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Request' } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Request: {
          properties: {
            enrollment_key: { type: 'string', minLength: 3 },
            prospect_ids: { type: 'array', items: { $ref: '#/components/schemas/Id' }, ...ids },
          },
        },
        Id: { type: 'string', pattern: '^[0-9]+"$' },
      },
    },
  } as OpenApiDocument;
}

test('the limits are read through references', () => {
  const text = renderEnrollmentLimits(documentWith({ maxItems: 7 }));
  expect(text.match(/^export.*$/gm)).toEqual([
    'export const ENROLLMENTS_PATH = "/v9/enroll";',
    'export const MAX_PROSPECT_IDS = 7;',
    'export const PROSPECT_ID_PATTERN = "^[0-9]+\\"$";',
    'export const MIN_ENROLLMENT_KEY_LENGTH = 3;',
    // Of missed events the document says nothing: as the vendor's documentation has it.
    'export const EVENTS_PATH = "/v1/prospects/events";',
    'export const MAX_EVENT_PROSPECT_IDS = 40;',
    'export const EVENT_TYPES = [] as const;',
  ]);
});

test('a limit that is gone, or the operation, is named', () => {
  expect(() => renderEnrollmentLimits(documentWith({}))).toThrow(
    /no longer says MAX_PROSPECT_IDS.*overlay action/,
  );
  expect(() => renderEnrollmentLimits(documentWith({ maxItems: 7 }, 'enroll'))).toThrow(
    /no operation add_prospects_enrollments.*overlay action/,
  );
});

test('a pattern that JavaScript may backtrack over without end is not taken along', () => {
  const document = documentWith({ maxItems: 7 });
  const id = (document.components as { schemas: { Id: Record<string, unknown> } }).schemas.Id;
  Object.assign(id, { pattern: '^(a+)+$', 'x-agentsource-slow-pattern': ['^(a+)+$'] });
  expect(renderEnrollmentLimits(document)).toContain('export const PROSPECT_ID_PATTERN = "";');
});
