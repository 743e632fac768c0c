// All pairs of schemas that two documents' operations reach, each compared once; then read off per operation.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json } from '@agentsource/openapi/json';
import { isObject } from '@agentsource/openapi/json';
import { expand } from '../expand.ts';
import { type Compared, compareSchemas, type InnerPair, type LocalChange } from './compare.ts';
import { keyOf, type Place, resolve } from './place.ts';
import { createViewer } from './view.ts';

export interface SchemaComparer {
  /** Every change in or below two schemas, at each place that leads to it, the shortest path first. */
  changesBetween(before: Place, after: Place): LocalChange[];
  /** Whether the new document's component was compared on the way to anything. */
  reached(pointer: string): boolean;
}

export function createComparer(before: OpenApiDocument, after: OpenApiDocument): SchemaComparer {
  const viewers = { before: createViewer(before), after: createViewer(after) };
  const known = new Map<string, Compared>();
  const reached = new Set<string>();
  const targets = (pair: InnerPair): InnerPair => ({
    ...pair,
    before: target(before, pair.before),
    after: target(after, pair.after),
  });
  const look = (pair: InnerPair, key: string) => {
    const made = known.get(key) ?? compareSchemas(targets(pair), viewers);
    known.set(key, made);
    for (const pointer of viewers.after(targets(pair).after).covers) reached.add(pointer);
    return { found: made.changes, inner: made.inner };
  };
  const pairKey = (pair: InnerPair) => {
    const { before: old, after: now } = targets(pair);
    return `${keyOf(old)} ${keyOf(now)} ${pair.alternative ?? ''}`;
  };
  return {
    reached: (pointer) => reached.has(pointer),
    changesBetween: (old, now) => expand({ path: '', before: old, after: now }, pairKey, look),
  };
}

/** A lone reference is its target, so that the target is compared once whoever refers to it. */
function target(document: OpenApiDocument, place: Place): Place {
  const { schema } = place;
  if (place.part !== undefined || place.and || !isLoneReference(schema)) return place;
  const { value, pointer } = resolve(document, schema, place.pointer);
  return { schema: value, pointer };
}

function isLoneReference(schema: Json): boolean {
  return isObject(schema) && typeof schema.$ref === 'string' && Object.keys(schema).length === 1;
}
