// What the document says about enrolling prospects, as constants for `enrollProspects`, so that a bump moves its limits.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import { SLOW_PATTERN } from '@agentsource/openapi/slow-patterns';
import { operationsOf } from '@agentsource/openapi/walk';
import { type Constant, renderConstants } from './constants.ts';
import { jsonContent } from './json-content.ts';

const OPERATION = 'add_prospects_enrollments';
const OTHERWISE = 'change packages/codegen/src/enrollments.ts and packages/client/src/enroll/';

/** The text of `src/generated/enrollments.ts`. */
export function renderEnrollmentLimits(document: OpenApiDocument): string {
  const { path, body } = enrollmentCall(document);
  const schemaOf = (value: Json | undefined): JsonObject => resolve(document, value)?.value ?? {};
  const property = (name: string) => schemaOf(isObject(body.properties) ? body.properties[name] : undefined);
  const ids = property('prospect_ids');
  const limits: Constant[] = [
    { name: 'ENROLLMENTS_PATH', doc: 'Where enrollments are added, by POST.', value: path },
    { name: 'MAX_PROSPECT_IDS', doc: 'Prospect ids in one request, at most.', value: ids.maxItems },
    prospectIdPattern(schemaOf(ids.items)),
    {
      name: 'MIN_ENROLLMENT_KEY_LENGTH',
      doc: 'Characters in an enrollment key, at least.',
      value: property('enrollment_key').minLength,
    },
  ];
  refuseMissing(limits);
  return renderConstants([...limits, ...eventLimits(document)]);
}

/** Of the call that asks for missed events; where the document has none, what the vendor's documentation says of it. */
function eventLimits(document: OpenApiDocument): Constant[] {
  const place = operationsOf(document).find(
    ({ operation }) => operation.operationId === 'fetch_prospects_events',
  );
  const schemaOf = (value: Json | undefined): JsonObject => resolve(document, value)?.value ?? {};
  const { properties } = schemaOf(jsonContent(document, place?.operation.requestBody)?.schema);
  const property = (name: string) => schemaOf(isObject(properties) ? properties[name] : undefined);
  return [
    {
      name: 'EVENTS_PATH',
      doc: 'Where the events of prospects are asked for, by POST.',
      value: place?.path ?? '/v1/prospects/events',
    },
    {
      name: 'MAX_EVENT_PROSPECT_IDS',
      doc: 'Prospect ids in one such request, at most.',
      value: property('prospect_ids').maxItems ?? 40,
    },
    {
      name: 'EVENT_TYPES',
      doc: 'The events that can be asked for.',
      value: schemaOf(property('event_types').items).enum ?? [],
    },
  ];
}

/** A pattern that JavaScript may backtrack over without end says nothing to the client: all ids match, and the service has its say. */
function prospectIdPattern(id: JsonObject): Constant {
  const name = 'PROSPECT_ID_PATTERN';
  const slow = id[SLOW_PATTERN];
  if (Array.isArray(slow) && slow.includes(id.pattern as Json)) {
    return { name, doc: "Any text: the document's pattern may take JavaScript without end.", value: '' };
  }
  return { name, doc: 'What every prospect id matches.', value: id.pattern };
}

function refuseMissing(limits: readonly Constant[]): void {
  const missing = limits.filter(({ value }) => value === undefined).map(({ name }) => name);
  if (missing.length === 0) return;
  throw new PipelineError(
    `the request of ${OPERATION} no longer says ${missing.join(', ')}, which enrollProspects needs; ` +
      `add it by an overlay action, or ${OTHERWISE}`,
  );
}

function enrollmentCall(document: OpenApiDocument): { path: string; body: JsonObject } {
  const place = operationsOf(document).find(({ operation }) => operation.operationId === OPERATION);
  const body = resolve(document, jsonContent(document, place?.operation.requestBody)?.schema);
  if (place && body) return { path: place.path, body: body.value };
  throw new PipelineError(
    `the document has no operation ${OPERATION} with a JSON body, which enrollProspects is made of; ` +
      `restore it by an overlay action, or ${OTHERWISE}`,
  );
}
