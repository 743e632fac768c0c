// Every single-fact change of a document: what a mock could get wrong, one thing at a time.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { operationsOf, walk, walkSchema } from '@agentsource/openapi/walk';
import { subjectOf } from '../subject.ts';
import type { Change } from './change.ts';
import {
  exampleChanges,
  methodChanges,
  operationChanges,
  pathChange,
  responseChanges,
  securityChanges,
} from './protocol-changes.ts';
import { schemaChanges } from './schema-changes.ts';

export interface Mutant extends Change {
  /** What is changed. */
  pointer: string;
  /** What to ask for to see it, where that is not the pointer. */
  shownAt: string;
  /** What the fact is about. An answer shows little of its schema: only what the mock chooses to send. */
  side: 'request' | 'answer' | 'protocol';
}

/** All mutants of a document, in document order. */
export function mutantsOf(document: OpenApiDocument): Mutant[] {
  const mutants: Mutant[] = [];
  const requested = requestSchemas(document);
  const at = (pointer: string, changes: readonly Change[], shownAt = pointer) => {
    for (const change of changes)
      mutants.push({ ...change, pointer, shownAt, side: sideOf(pointer, requested) });
  };
  for (const { pointer, operation } of operationsOf(document)) {
    at(pointer, operationChanges(operation));
    at(child(pointer, 'responses'), responseChanges(objectOf(operation.responses)));
  }
  const paths = Object.entries(document.paths).map(([path, item]) => ({
    path,
    item,
    pointer: child('/paths', path),
  }));
  for (const { path, pointer } of paths) at('/paths', [pathChange(path)], pointer);
  for (const { item, pointer } of paths) at(pointer, methodChanges(objectOf(item)));
  const schemes = '/components/securitySchemes';
  at(schemes, securityChanges(objectOf(get(document, schemes))));
  walk(document, {
    schema: (schema, pointer) => at(pointer, schemaChanges(schema)),
    // A request's example is for people: no server can be wrong about it.
    exampled: (holder, pointer) =>
      at(pointer, pointer.includes('/requestBody/') ? [] : exampleChanges(holder)),
  });
  return mutants;
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function sideOf(pointer: string, requested: ReadonlySet<string>): Mutant['side'] {
  if (requested.has(pointer)) return 'request';
  return /^\/components\/(schemas|headers|responses)\/|\/responses\/./.test(pointer) ? 'answer' : 'protocol';
}

/** Every schema that a request reaches. */
function requestSchemas(document: OpenApiDocument): Set<string> {
  const seen = new Set<string>();
  const visit = (pointer: string) => {
    if (seen.has(pointer)) return;
    walkSchema(get(document, pointer), pointer, (schema, at) => {
      seen.add(at);
      if (typeof schema.$ref === 'string') visit(schema.$ref.slice(1));
    });
  };
  for (const { parameters, body } of subjectOf(document, '').operations) {
    for (const { schema } of [...parameters, ...(body?.contents ?? [])]) {
      if (schema !== undefined) visit(schema);
    }
  }
  return seen;
}

/** The document with one fact changed. */
export function mutate(document: OpenApiDocument, { pointer, apply }: Mutant): OpenApiDocument {
  const changed = structuredClone(document);
  const place = get(changed, pointer);
  if (!isObject(place)) throw new Error(`nothing to change at ${pointer}`);
  apply(place);
  return changed;
}
