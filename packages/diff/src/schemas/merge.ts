// What all parts of a schema say together: whoever reads it no longer sees `$ref` and `allOf`.

import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { canonical } from '../words.ts';
import { valuesOf } from './allowed-values.ts';
import { isNever } from './boolean-schemas.ts';
import { type KeywordsOfParts, keywordsOf } from './keywords.ts';
import { isUnion, type Part, type Parts, saysWhat, type UnionPart } from './parts.ts';
import { both, discriminated, inner, innerList, innerMap, isRestriction, type Place } from './place.ts';

/** Properties or items that are not named: refused, not mentioned, of any type, or of one. */
export type Rest = 'closed' | 'unmentioned' | 'any' | Place;

/** The values of a property by which discriminators tell a component. */
export interface Discrimination {
  values: readonly string[];
  /** The component does not describe the property, and has to have it all the same. */
  isAdded: boolean;
}

/** By the component's pointer, by property. */
export type Discriminators = ReadonlyMap<string, ReadonlyMap<string, Discrimination>>;

export interface Merged extends KeywordsOfParts {
  /** Where what the schema says is written: behind a reference, in the component. */
  readonly home: string;
  /** Every schema that was merged, by pointer. */
  readonly covers: readonly string[];
  /** Without null, unless it is the only one; empty where none is named. */
  readonly types: readonly string[];
  /** Unions aside; undefined where nothing is said about null. */
  readonly nullable: boolean | undefined;
  /** Of `enum` and `const`, without null. */
  readonly values: readonly Json[] | undefined;
  /** Some of the values are ruled out by a discriminator. */
  readonly discriminated: boolean;
  readonly properties: ReadonlyMap<string, Place>;
  /** What `if`, `then`, `else` and `dependentSchemas` describe on top of that. */
  readonly conditional: ReadonlyMap<string, Place>;
  readonly required: ReadonlySet<string>;
  readonly additional: Rest;
  /** By pattern. */
  readonly patterns: ReadonlyMap<string, Place>;
  readonly items: Rest;
  readonly tuple: readonly Place[] | undefined;
  readonly discriminator: JsonObject | undefined;
  readonly unions: readonly UnionPart[];
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
}

export function merge({ parts, unions, nullable }: Parts, place: Place, told: Discriminators): Merged {
  const properties = propertiesOf(parts);
  const required = new Set(parts.flatMap(({ schema }) => itemsOf(schema.required).map(String)));
  const isMap = parts.length > 1 && parts.some((part) => isBareObject(part, properties, told));
  const isClosed = parts.some(({ schema }) => schema.unevaluatedProperties === false);
  const additional = first(parts, additionalOf) ?? (isClosed ? 'closed' : isMap ? 'any' : 'unmentioned');
  for (const { place: at } of parts) discriminate(properties, required, told.get(at.pointer), at);
  const flag = (keyword: string) => parts.some(({ schema }) => schema[keyword] === true);
  const [readOnly, writeOnly] = [flag('readOnly'), flag('writeOnly')];
  return {
    home: homeOf(parts, place),
    covers: parts.map((part) => part.place.pointer),
    types: typesOf(parts),
    nullable,
    ...valuesOf(parts, unions.length > 0),
    properties,
    conditional: conditionalOf(parts, properties),
    required,
    additional,
    patterns: new Map(
      parts.flatMap((part) => innerMap(part.place, 'patternProperties', part.schema.patternProperties)),
    ),
    items: first(parts, itemSchemaOf) ?? 'unmentioned',
    tuple: first(parts, tupleOf),
    discriminator: first(parts, ({ schema: { discriminator } }) =>
      isObject(discriminator) ? discriminator : undefined,
    ),
    unions,
    // What is neither read nor written says nothing by it.
    readOnly: readOnly && !writeOnly,
    writeOnly: writeOnly && !readOnly,
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
  const [only, ...more] = parts.filter(
    (part) => !isRestriction(part.place) && (saysWhat(part.schema) || isUnion(part.schema)),
  );
  return only && more.length === 0 ? only.place.pointer : place.pointer;
}

/** The types that every part allows, null left aside unless it is the only one. */
function typesOf(parts: readonly Part[]): string[] {
  let allowed: string[] | undefined;
  if (parts.some(({ schema }) => isNever(schema))) return ['never'];
  if (parts.some(({ schema }) => isNull(schema))) return ['null'];
  for (const { schema } of parts) {
    if (schema.type === undefined) continue;
    const own = (Array.isArray(schema.type) ? schema.type : [schema.type]).map(String);
    allowed = allowed ? commonTypes(allowed, own) : own;
  }
  if (allowed?.length === 0) return ['never'];
  const types = allowed ?? [];
  return types.length === 1 ? types : types.filter((type) => type !== 'null');
}

function isNull({ const: value, enum: values }: JsonObject): boolean {
  return (
    value === null || (Array.isArray(values) && values.length > 0 && values.every((one) => one === null))
  );
}

/** An integer is a number. */
function commonTypes(one: readonly string[], other: readonly string[]): string[] {
  const allows = (list: readonly string[], type: string) =>
    list.includes(type) || (type === 'integer' && list.includes('number'));
  const common = [...one.filter((type) => allows(other, type)), ...other.filter((type) => allows(one, type))];
  return [...new Set(common)];
}

/** A property that two members of an `allOf` describe has to satisfy both. */
function propertiesOf(parts: readonly Part[]): Map<string, Place> {
  const properties = new Map<string, Place>();
  for (const { schema, place } of parts) {
    for (const [name, property] of innerMap(place, 'properties', schema.properties)) {
      const own = isRestriction(place)
        ? { ...property, pointer: place.pointer, part: String(place.part) }
        : property;
      const known = properties.get(name);
      properties.set(name, known ? both(known, own) : own);
    }
  }
  return properties;
}

/** The property by which a discriminator tells a component has the component's values, described or not. */
function discriminate(
  properties: Map<string, Place>,
  required: Set<string>,
  told: ReadonlyMap<string, Discrimination> | undefined,
  at: Place,
): void {
  if (isRestriction(at)) return;
  for (const [name, { values, isAdded }] of told ?? []) {
    const known = properties.get(name);
    const own = discriminated(known?.pointer ?? at.pointer, values);
    if (known) properties.set(name, both(known, own));
    else if (isAdded) properties.set(name, own);
    if (isAdded) required.add(name);
  }
}

function conditionalOf(parts: readonly Part[], properties: ReadonlyMap<string, Place>): Map<string, Place> {
  const conditional = new Map<string, Place>();
  for (const { schema, place } of parts) {
    for (const at of conditionsOf(schema, place)) {
      const described = isObject(at.schema) ? at.schema.properties : undefined;
      for (const [name, property] of innerMap(at, 'properties', described)) {
        if (!properties.has(name) && !conditional.has(name)) conditional.set(name, property);
      }
    }
  }
  return conditional;
}

/** The schemas that may hold; without `if` the others say nothing, nor does it without them. */
function conditionsOf(schema: JsonObject, place: Place): Place[] {
  const { if: condition, then, else: otherwise, dependentSchemas } = schema;
  const isThen = condition !== undefined && isObject(then);
  const isElse = condition !== undefined && isObject(otherwise);
  return [
    ...(isThen && isObject(condition) ? [inner(place, 'if', condition)] : []),
    ...(isThen ? [inner(place, 'then', then)] : []),
    ...(isElse ? [inner(place, 'else', otherwise)] : []),
    ...innerMap(place, 'dependentSchemas', dependentSchemas).map(([, at]) => at),
  ];
}

const DESCRIBING =
  'properties additionalProperties patternProperties allOf anyOf oneOf enum const unevaluatedProperties'.split(
    ' ',
  );

/** A mere `type: object` takes any properties, beside others too; unless it requires what these describe. */
function isBareObject(
  { schema, place }: Part,
  properties: ReadonlyMap<string, Place>,
  told: Discriminators,
): boolean {
  if ([...(told.get(place.pointer)?.values() ?? [])].some(({ isAdded }) => isAdded)) return false;
  const says = (keyword: string) => schema[keyword] !== undefined && canonical(schema[keyword]) !== '{}';
  if (schema.type !== 'object' || DESCRIBING.some(says)) return false;
  return !itemsOf(schema.required).some((name) => properties.has(String(name)));
}

function additionalOf({ schema: { additionalProperties: value }, place }: Part): Rest | undefined {
  return value === undefined ? undefined : restOf(place, 'additionalProperties', value);
}

function itemSchemaOf({ schema: { items }, place }: Part): Rest | undefined {
  return items === undefined || Array.isArray(items) ? undefined : restOf(place, 'items', items);
}

function restOf(place: Place, keyword: string, value: Json): Rest {
  if (isNever(value)) return 'closed';
  if (value === true || (isObject(value) && Object.keys(value).length === 0)) return 'any';
  return inner(place, keyword, value);
}

function tupleOf({ schema: { prefixItems }, place }: Part): Place[] | undefined {
  return Array.isArray(prefixItems) && prefixItems.length > 0
    ? innerList(place, 'prefixItems', prefixItems)
    : undefined;
}
