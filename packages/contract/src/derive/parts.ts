// The schemas within a schema, and which part of a value each one describes.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { instancesOf } from './instances.ts';
import { namesFor } from './names.ts';
import { listedAt, mappedAt, propertiesAt, type SchemaPlace } from './schema.ts';
import { stringsFor } from './strings.ts';
import { UNKNOWN_PROPERTY } from './variant.ts';

export interface Part {
  /** The schema that describes it. */
  pointer: string;
  /** What the value has there; undefined where one has to be derived. */
  base: Json | undefined;
  /** Where in the value it is, as a JSON Pointer. */
  at: string;
  /** The value with another part; undefined where there is no such. */
  put(part: Json): Json | undefined;
}

export function partsOf(place: SchemaPlace, base: Json): Part[] {
  return [
    ...inPlace(place, base),
    ...(isObject(base)
      ? [...inProperties(place, base), ...inNames(place, base), ...inDependents(place, base)]
      : []),
    ...(Array.isArray(base) ? inItems(place, base) : []),
  ];
}

/** Schemas that describe the same value. */
function inPlace(place: SchemaPlace, base: Json): Part[] {
  const { schema, context } = place;
  const isValid = (at: string, value: Json) => context.validator.isValid(at, value);
  const whole = (at: string, value: Json | undefined): Part => ({
    pointer: at,
    base: value,
    at: '',
    put: same,
  });
  const parts = [
    ...(typeof schema.$ref === 'string' ? [schema.$ref.slice(1)] : []),
    ...listedAt(place, 'allOf'),
  ].map((at) => whole(at, base));
  for (const at of [...listedAt(place, 'anyOf'), ...listedAt(place, 'oneOf')]) {
    parts.push(whole(at, isValid(at, base) ? base : undefined));
  }
  return [...parts, ...inBranches(place, base).map(({ at, value }) => whole(at, value))];
}

/** `then` and `else`, each with a value that it is about. */
function inBranches(place: SchemaPlace, base: Json): { at: string; value: Json }[] {
  const { context, pointer, schema } = place;
  if (!isObject(schema.if)) return [];
  const condition = child(pointer, 'if');
  const candidates = [base, ...instancesOf(context, condition, 3).map((value) => merged(base, value))];
  for (const [name, at] of isObject(base) ? propertiesAt(place) : []) {
    candidates.push(...instancesOf(context, at, 3).map((value) => merged(base, { [name]: value })));
  }
  return ['then', 'else'].flatMap((keyword) => {
    const isMet = keyword === 'then';
    const value = candidates.find((candidate) => context.validator.isValid(condition, candidate) === isMet);
    if (!isObject(schema[keyword]) || value === undefined) return [];
    const at = child(pointer, keyword);
    const [needed = value] = instancesOf(context, at, 1);
    return [{ at, value: context.validator.isValid(at, value) ? value : merged(value, needed) }];
  });
}

function inProperties(place: SchemaPlace, base: JsonObject): Part[] {
  const { schema, pointer } = place;
  const parts = propertiesAt(place).filter(([name]) => (schema.properties as JsonObject)[name] !== false);
  for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
    const rest = schema[keyword];
    if (isObject(rest) && Object.keys(rest).length > 0)
      parts.push([unknownName(place), child(pointer, keyword)]);
  }
  for (const [pattern, at] of mappedAt(place, 'patternProperties')) {
    const [name] = stringsFor({ pattern }, 1);
    if (name !== undefined && isObject((schema.patternProperties as JsonObject)[pattern]))
      parts.push([name, at]);
  }
  return parts.map(([name, at]) => memberPart(base, name, at));
}

/** One that no schema but that of unknown members is for. */
function unknownName(place: SchemaPlace): string {
  const { schema } = place;
  if (!isObject(schema.propertyNames)) return UNKNOWN_PROPERTY;
  return (
    namesFor(place, 1, instancesOf).find(({ name }) => !Object.hasOwn(Object(schema.properties), name))
      ?.name ?? UNKNOWN_PROPERTY
  );
}

function memberPart(base: JsonObject, name: string, pointer: string): Part {
  return {
    pointer,
    base: Object.hasOwn(base, name) ? base[name] : undefined,
    at: child('', name),
    put: (value) => ({ ...base, [name]: value }),
  };
}

/** What `propertyNames` describes is a name. */
function inNames({ context, schema, pointer }: SchemaPlace, base: JsonObject): Part[] {
  if (!isObject(schema.propertyNames)) return [];
  const { additionalProperties } = schema;
  const [member = 'text0'] = isObject(additionalProperties)
    ? instancesOf(context, child(pointer, 'additionalProperties'), 1)
    : [];
  // Nothing else is a name, so that this can't be violated.
  const put = (name: Json) => (typeof name === 'string' ? { ...base, [name]: member } : base);
  return [{ pointer: child(pointer, 'propertyNames'), base: undefined, at: '', put }];
}

/** What `dependentSchemas` describes is the object, once it has the property. */
function inDependents(place: SchemaPlace, base: JsonObject): Part[] {
  const properties = new Map(propertiesAt(place));
  return mappedAt(place, 'dependentSchemas').flatMap(([name, pointer]) => {
    const at = properties.get(name);
    const member = base[name] ?? (at === undefined ? 'text0' : instancesOf(place.context, at, 1)[0]);
    if (member === undefined) return [];
    const [needed] = instancesOf(place.context, pointer, 1);
    return [{ pointer, base: merged({ ...base, [name]: member }, needed ?? {}), at: '', put: same }];
  });
}

function inItems(place: SchemaPlace, base: Json[]): Part[] {
  const { context, pointer, schema } = place;
  const prefix = listedAt(place, 'prefixItems');
  const parts = prefix.map((at, index) => ({ pointer: at, index }));
  for (const keyword of ['items', 'unevaluatedItems']) {
    if (isObject(schema[keyword])) parts.push({ pointer: child(pointer, keyword), index: prefix.length });
  }
  // What comes before has to be there.
  const filled = (length: number) =>
    prefix.slice(base.length, length).flatMap((at) => instancesOf(context, at, 1));
  return parts.map(({ pointer: at, index }) => ({
    pointer: at,
    base: base[index],
    at: `/${index}`,
    put: (value) => Object.assign([...base, ...filled(index)], { [index]: value }),
  }));
}

/** Both where both are objects, else the second. */
function merged(base: Json, value: Json): Json {
  return isObject(base) && isObject(value) ? { ...base, ...value } : value;
}

function same(value: Json): Json {
  return value;
}
