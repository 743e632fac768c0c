// What all parts of a schema say together: whoever reads it no longer sees `$ref` and `allOf`.

import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isUnion, type Part, type Parts, saysWhat, type UnionPart } from './parts.ts';
import { inner, innerList, innerMap, type Place } from './place.ts';

/** Properties that are not named: refused, not mentioned, of any type, or of one. */
type Additional = 'closed' | 'unmentioned' | 'any' | Place;

export interface Merged {
  /** Where what the schema says is written: behind a reference, in the component. */
  readonly home: string;
  /** Every schema that was merged, by pointer. */
  readonly covers: readonly string[];
  /** Without null, unless it is the only one; empty where none is named. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  /** Of `enum` and `const`, without null. */
  readonly values: readonly Json[] | undefined;
  readonly properties: ReadonlyMap<string, Place>;
  readonly required: ReadonlySet<string>;
  readonly additional: Additional;
  readonly items: Place | undefined;
  readonly tuple: readonly Place[] | undefined;
  readonly discriminator: JsonObject | undefined;
  readonly unions: readonly UnionPart[];
  /** Keywords whose values restrict further; see constraints.ts. */
  readonly constraints: JsonObject;
  readonly annotations: JsonObject;
  /** The pointer of the schema that each constraint and annotation stands in. */
  readonly origin: ReadonlyMap<string, string>;
}

export function merge({ parts, unions, nullable }: Parts, place: Place): Merged {
  return {
    home: homeOf(parts, place),
    covers: parts.map((part) => part.place.pointer),
    types: typesOf(parts),
    nullable: nullable === true,
    values: valuesOf(parts),
    properties: propertiesOf(parts),
    required: new Set(parts.flatMap(({ schema }) => itemsOf(schema.required).map(String))),
    additional: first(parts, additionalOf) ?? 'unmentioned',
    items: first(parts, itemSchemaOf),
    tuple: first(parts, tupleOf),
    discriminator: first(parts, ({ schema: { discriminator } }) =>
      isObject(discriminator) ? discriminator : undefined,
    ),
    unions,
    ...keywordsOf(parts),
  };
}

/** What the outermost part says that says anything. */
function first<T>(parts: readonly Part[], read: (part: Part) => T | undefined): T | undefined {
  for (const part of parts) {
    const value = read(part);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The one part that says what the value is; the place itself when several do. */
function homeOf(parts: readonly Part[], place: Place): string {
  const [only, ...more] = parts.filter(({ schema }) => saysWhat(schema) || isUnion(schema));
  return only && more.length === 0 ? only.place.pointer : place.pointer;
}

/** The types that every part allows, null left aside unless it is the only one. */
function typesOf(parts: readonly Part[]): string[] {
  let allowed: string[] | undefined;
  for (const { schema } of parts) {
    if (schema.type === undefined) continue;
    const own = (Array.isArray(schema.type) ? schema.type : [schema.type]).map(String);
    allowed = allowed ? commonTypes(allowed, own) : own;
  }
  if (allowed?.length === 0) return ['never'];
  const types = allowed ?? [];
  return types.length === 1 ? types : types.filter((type) => type !== 'null');
}

/** An integer is a number. */
function commonTypes(one: readonly string[], other: readonly string[]): string[] {
  const allows = (list: readonly string[], type: string) =>
    list.includes(type) || (type === 'integer' && list.includes('number'));
  const common = [...one.filter((type) => allows(other, type)), ...other.filter((type) => allows(one, type))];
  return [...new Set(common)];
}

/** The values that every part allows. */
function valuesOf(parts: readonly Part[]): Json[] | undefined {
  let allowed: Json[] | undefined;
  for (const { schema } of parts) {
    const own =
      schema.const !== undefined ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : undefined;
    if (!own) continue;
    const before = allowed?.map((value) => JSON.stringify(value));
    allowed = before ? own.filter((value) => before.includes(JSON.stringify(value))) : own;
  }
  return allowed?.filter((value) => value !== null);
}

/** A property that two members of an `allOf` describe has to satisfy both. */
function propertiesOf(parts: readonly Part[]): Map<string, Place> {
  const properties = new Map<string, Place>();
  for (const { schema, place } of parts) {
    for (const [name, property] of innerMap(place, 'properties', schema.properties)) {
      const known = properties.get(name);
      properties.set(name, known ? { ...known, and: property } : property);
    }
  }
  return properties;
}

function additionalOf({ schema: { additionalProperties: value }, place }: Part): Additional | undefined {
  if (value === undefined) return undefined;
  if (value === false) return 'closed';
  if (value === true || (isObject(value) && Object.keys(value).length === 0)) return 'any';
  return inner(place, 'additionalProperties', value);
}

function itemSchemaOf({ schema: { items }, place }: Part): Place | undefined {
  return isObject(items) ? inner(place, 'items', items) : undefined;
}

function tupleOf({ schema: { prefixItems }, place }: Part): Place[] | undefined {
  return Array.isArray(prefixItems) ? innerList(place, 'prefixItems', prefixItems) : undefined;
}

const STRUCTURE = new Set(
  `$ref allOf anyOf oneOf type enum const properties required additionalProperties items prefixItems discriminator
  $defs definitions $schema $id $anchor`.split(/\s+/),
);
const ANNOTATIONS = new Set(
  `title description default deprecated readOnly writeOnly example examples externalDocs xml $comment`.split(
    /\s+/,
  ),
);

/** All other keywords, each as the outermost part has it. */
function keywordsOf(parts: readonly Part[]): Pick<Merged, 'constraints' | 'annotations' | 'origin'> {
  const constraints: JsonObject = {};
  const annotations: JsonObject = {};
  const origin = new Map<string, string>();
  for (const { schema, place } of parts) {
    for (const [keyword, value] of Object.entries(schema)) {
      if (STRUCTURE.has(keyword) || origin.has(keyword)) continue;
      const into = ANNOTATIONS.has(keyword) || keyword.startsWith('x-') ? annotations : constraints;
      into[keyword] = value;
      origin.set(keyword, place.pointer);
    }
  }
  return { constraints, annotations, origin };
}
