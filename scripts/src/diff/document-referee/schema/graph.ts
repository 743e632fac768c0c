// All pairs of schemas that two documents' operations reach, each compared once; then read off per operation.
import type { Json, OpenApiDocument } from '../../../document/openapi.ts';
import { isObject } from '../../../document/openapi.ts';
import { type Compared, compareSchemas, type InnerPair, type LocalChange } from './compare.ts';
import { keyOf, type Place, resolve } from './place.ts';
import { createViewer } from './view.ts';

export interface SchemaComparer {
  /** Every change in or below two schemas, each with its path from them; a component reached twice is told of once. */
  changesBetween(before: Place, after: Place): LocalChange[];
  /** Whether the new document's component was compared on the way to anything. */
  reached(pointer: string): boolean;
}

export function createComparer(before: OpenApiDocument, after: OpenApiDocument): SchemaComparer {
  const viewers = { before: createViewer(before), after: createViewer(after) };
  const known = new Map<string, Compared>();
  const reached = new Set<string>();
  const compared = (key: string, pair: InnerPair): Compared => {
    const made = known.get(key) ?? compareSchemas(pair, viewers);
    known.set(key, made);
    return made;
  };
  return {
    reached: (pointer) => reached.has(pointer),
    changesBetween(old, now) {
      const changes = new Map<string, LocalChange>();
      const visited = new Set<string>();
      // Breadth first, so that the shortest path names the field.
      const queue: InnerPair[] = [{ path: '', before: old, after: now }];
      for (const entry of queue) {
        const pair = { ...entry, before: target(before, entry.before), after: target(after, entry.after) };
        const key = `${keyOf(pair.before)} ${keyOf(pair.after)} ${pair.alternative ?? ''}`;
        if (visited.has(key)) continue;
        visited.add(key);
        for (const pointer of viewers.after(pair.after).covers) reached.add(pointer);
        const { changes: local, inner } = compared(key, pair);
        for (const change of local) {
          const same = `${change.kind} ${change.pointer} ${change.words}`;
          if (!changes.has(same)) changes.set(same, { ...change, path: pair.path + change.path });
        }
        for (const child of inner) queue.push({ ...child, path: pair.path + child.path });
      }
      return [...changes.values()];
    },
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
