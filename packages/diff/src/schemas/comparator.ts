// All pairs of schemas that two documents' operations reach, each compared once; then read off per operation.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import { createExpander } from '../expand.ts';
import type { SchemaChange, SchemaPair } from './changes.ts';
import { compareSchemas } from './compare.ts';
import { keyOf, type Place } from './place.ts';
import { createViewer } from './viewer.ts';

export interface SchemaComparator {
  /** Every change in or below two schemas, at each place that leads to it, the shortest path first. */
  changesBetween(before: Place, after: Place): SchemaChange[];
  /** Whether the new document's component was compared on the way to anything. */
  reached(pointer: string): boolean;
}

export function createSchemaComparator(before: OpenApiDocument, after: OpenApiDocument): SchemaComparator {
  const [viewBefore, viewAfter] = [createViewer(before), createViewer(after)];
  const reached = new Set<string>();
  const expand = createExpander<SchemaChange, SchemaPair>(
    ({ before: old, after: now, isAlternative }) =>
      `${keyOf(target(before, old))} ${keyOf(target(after, now))} ${isAlternative ?? ''}`,
    (pair) => {
      const old = viewBefore(target(before, pair.before));
      const now = viewAfter(target(after, pair.after));
      for (const pointer of now.covers) reached.add(pointer);
      return compareSchemas(old, now, pair.isAlternative === true);
    },
  );
  return {
    reached: (pointer) => reached.has(pointer),
    changesBetween: (old, now) => expand({ path: '', before: old, after: now }),
  };
}

/** A lone reference is its target, so that the target is compared once whoever refers to it. */
function target(document: OpenApiDocument, place: Place): Place {
  const { schema, part, and } = place;
  if (part !== undefined || and || !isLoneReference(schema)) return place;
  // What is no object, a boolean schema, is compared as any value.
  const { value, pointer } = resolve(document, schema) ?? {
    value: {},
    pointer: schema.$ref.replace(/^#/, ''),
  };
  return { schema: value, pointer };
}

function isLoneReference(schema: Json): schema is { $ref: string } {
  return isObject(schema) && typeof schema.$ref === 'string' && Object.keys(schema).length === 1;
}
