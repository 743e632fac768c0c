// A schema and where it stands, and the following of references.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';

export interface Place {
  schema: Json;
  pointer: string;
  /** One alternative cut out of a schema at the same pointer: which one. Null and documentation are the whole's matter. */
  part?: string;
  /** A second place that holds at the same time: a property that two members of an `allOf` describe. */
  and?: Place;
}

export function keyOf({ pointer, part, and }: Place): string {
  return pointer + (part === undefined ? '' : `|${part}`) + (and === undefined ? '' : `&${keyOf(and)}`);
}

export function inner(place: Place, keyword: string, schema: Json): Place {
  return { schema, pointer: child(place.pointer, keyword) };
}

export function innerList(place: Place, keyword: string, schemas: Json | undefined): Place[] {
  if (!Array.isArray(schemas)) return [];
  const pointer = child(place.pointer, keyword);
  return schemas.map((schema, index) => ({ schema, pointer: child(pointer, index) }));
}

export function innerMap(place: Place, keyword: string, schemas: Json | undefined): [string, Place][] {
  if (!isObject(schemas)) return [];
  const pointer = child(place.pointer, keyword);
  return Object.entries(schemas).map(([name, schema]) => [name, { schema, pointer: child(pointer, name) }]);
}

/** The object a place stands for, references followed; a dangling or circular reference is an empty object. */
export function resolve(
  document: OpenApiDocument,
  value: Json | undefined,
  pointer: string,
): { value: JsonObject; pointer: string } {
  let at = { value: isObject(value) ? value : {}, pointer };
  for (let hops = 0; typeof at.value.$ref === 'string'; hops += 1) {
    const target = hops < 50 ? get(document, at.value.$ref) : undefined;
    at = { value: isObject(target) ? target : {}, pointer: at.value.$ref.replace(/^#/, '') };
  }
  return at;
}
