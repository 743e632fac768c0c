// Takes a schema apart: `$ref`, `allOf` and a lone alternative are ways of spelling, not of meaning.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { get } from '@agentsource/openapi/pointer';
import { schemaAt } from './boolean-schemas.ts';
import { innerList, isBesideUnions, type Place } from './place.ts';

export interface Part {
  schema: JsonObject;
  place: Place;
}

/** A list of alternatives, the null ones taken out: two or more, or none. */
export interface UnionPart {
  keyword: 'anyOf' | 'oneOf';
  branches: Place[];
  /** Whether null was one of them. */
  withNull: boolean;
}

export interface Parts {
  /** Every schema that has to hold at once, the outermost first. */
  parts: Part[];
  unions: UnionPart[];
  /** Whether null is among the values, unions aside; undefined when nothing is said about it. */
  nullable: boolean | undefined;
}

/**
 * Follows references, merges `allOf` and unwraps `anyOf: [X, null]`.
 *
 * @param seen Pointers that references have led to on the way here: a schema that refers to itself ends.
 */
export function partsOf(document: OpenApiDocument, place: Place, seen: readonly string[] = []): Parts {
  const schema = schemaAt(place);
  const read = (other: Place) => partsOf(document, other, seen);
  const reference = referenced(document, schema);
  const all = together([
    { parts: [{ schema, place }], unions: [], nullable: ownNull(schema) },
    ...(reference && !seen.includes(reference.pointer)
      ? [partsOf(document, reference, [...seen, reference.pointer])]
      : []),
    ...(place.and ? [read(place.and)] : []),
    ...innerList(place, 'allOf', schema.allOf).map(read),
    ...UNIONS.filter((keyword) => Array.isArray(schema[keyword])).map((keyword) => {
      const all = innerList(place, keyword, schema[keyword]);
      const branches = all.filter((branch) => !isNull(branch.schema));
      const withNull = branches.length < all.length;
      const [only, ...more] = branches.length > 0 ? branches : all;
      if (!only) return { parts: [], unions: [], nullable: undefined };
      if (more.length === 0) return orNull(read(only), withNull);
      return { parts: [], unions: [{ keyword, branches, withNull }], nullable: undefined };
    }),
  ]);
  return isBesideUnions(place) ? { ...all, unions: [] } : all;
}

const UNIONS = ['anyOf', 'oneOf'] as const;

/** All of it has to hold at once. */
function together(all: readonly Parts[]): Parts {
  return {
    parts: all.flatMap(({ parts }) => parts),
    unions: all.flatMap(({ unions }) => unions),
    nullable: all.map(({ nullable }) => nullable).reduce(bothNullable),
  };
}

function orNull(parts: Parts, withNull: boolean): Parts {
  if (!withNull) return parts;
  return { ...parts, unions: parts.unions.map((union) => ({ ...union, withNull })), nullable: true };
}

function isNull(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  if (schema.const === null) return true;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.every((type) => type === 'null');
}

const SAYS = ['type', 'enum', 'const', 'properties', 'additionalProperties', 'items', 'prefixItems'];

/** Whether a schema itself says what its value is; references and alternatives aside. */
export function saysWhat(schema: JsonObject): boolean {
  return SAYS.some((keyword) => Object.hasOwn(schema, keyword));
}

function referenced(document: OpenApiDocument, { $ref }: JsonObject): Place | undefined {
  if (typeof $ref !== 'string') return undefined;
  const schema = get(document, $ref);
  return schema === undefined ? undefined : { schema, pointer: $ref.replace(/^#/, '') };
}

/** Whether a schema is a union of two alternatives or more, null aside. */
export function isUnion(schema: JsonObject): boolean {
  return UNIONS.some((keyword) => itemsOf(schema[keyword]).filter((one) => !isNull(one)).length > 1);
}

/** As the types have it: a nullable type whose enum forgot to list null counts as nullable, and the other way round. */
function ownNull({ type, enum: values, const: value }: JsonObject): boolean | undefined {
  if (type === undefined && value === undefined && !Array.isArray(values)) return undefined;
  const types = Array.isArray(type) ? type : [type];
  return types.includes('null') || value === null || (Array.isArray(values) && values.includes(null));
}

/** Of two schemas that have to hold at once; undefined where neither says anything. */
export function bothNullable(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === undefined) return other;
  return other === undefined ? one : one && other;
}
