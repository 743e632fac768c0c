// Takes a schema apart: `$ref`, `allOf` and a lone alternative are ways of spelling, not of meaning.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { get } from '@agentsource/openapi/pointer';
import { innerList, type Place } from './place.ts';

export interface Part {
  schema: JsonObject;
  place: Place;
}

export interface Parts {
  /** Every schema that has to hold at once, the outermost first. */
  parts: Part[];
  /** Lists of alternatives (anyOf, oneOf), the null ones taken out, each of two or more. */
  unions: { keyword: 'anyOf' | 'oneOf'; branches: Place[] }[];
  /** Whether null is among the values; undefined when nothing is said about it. */
  nullable: boolean | undefined;
}

/** Follows references, merges `allOf` and unwraps `anyOf: [X, null]`. */
export function partsOf(document: OpenApiDocument, place: Place, seen: readonly string[] = []): Parts {
  const schema = isObject(place.schema) ? place.schema : {};
  const result: Parts = { parts: [{ schema, place }], unions: [], nullable: ownNull(schema) };
  const reference = referenced(document, schema);
  if (reference && !seen.includes(reference.pointer)) {
    include(result, partsOf(document, reference, [...seen, reference.pointer]));
  }
  if (place.and) include(result, partsOf(document, place.and, seen));
  for (const member of innerList(place, 'allOf', schema.allOf))
    include(result, partsOf(document, member, seen));
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    if (Array.isArray(schema[keyword])) includeUnion(document, result, keyword, place, seen);
  }
  return result;
}

export function isNull(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  if (schema.const === null) return true;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.every((type) => type === 'null');
}

const SAYS = ['type', 'enum', 'const', 'properties', 'additionalProperties', 'items', 'prefixItems'];

/** Whether a schema itself says what its value is; references and alternatives aside. */
export function saysWhat(schema: JsonObject): boolean {
  return SAYS.some((keyword) => keyword in schema);
}

function referenced(document: OpenApiDocument, { $ref }: JsonObject): Place | undefined {
  if (typeof $ref !== 'string') return undefined;
  const schema = get(document, $ref);
  return schema === undefined ? undefined : { schema, pointer: $ref.replace(/^#/, '') };
}

function include(into: Parts, from: Parts): void {
  into.parts.push(...from.parts);
  into.unions.push(...from.unions);
  into.nullable = both(into.nullable, from.nullable);
}

function includeUnion(
  document: OpenApiDocument,
  into: Parts,
  keyword: 'anyOf' | 'oneOf',
  place: Place,
  seen: readonly string[],
): void {
  const all = innerList(place, keyword, (place.schema as JsonObject)[keyword]);
  const branches = all.filter(({ schema }) => !isNull(schema));
  const withNull = branches.length < all.length;
  const [only, ...more] = branches;
  if (only && more.length === 0) {
    const lone = partsOf(document, only, seen);
    into.parts.push(...lone.parts);
    into.unions.push(...lone.unions);
    into.nullable = both(into.nullable, withNull || lone.nullable);
    return;
  }
  const members = branches.map((branch) => partsOf(document, branch, [...seen, branch.pointer]));
  into.unions.push({ keyword, branches });
  into.nullable = both(into.nullable, withNull || members.some(({ nullable }) => nullable === true));
}

/** As the types have it: a nullable type whose enum forgot to list null counts as nullable, and the other way round. */
function ownNull({ type, enum: values, const: value }: JsonObject): boolean | undefined {
  if (type === undefined && value === undefined && !Array.isArray(values)) return undefined;
  const types = Array.isArray(type) ? type : [type];
  return types.includes('null') || value === null || (Array.isArray(values) && values.includes(null));
}

function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === undefined) return other;
  return other === undefined ? one : one && other;
}
