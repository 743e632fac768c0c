// Values that satisfy a schema, derived from it: deterministic, distinct, each one checked.
import type { Json, JsonObject } from '../document.ts';
import { type Context, child, isObject, listAt, propertiesAt, schemaAt, typesOf } from './schema.ts';
import { stringsFor } from './strings.ts';

/** Deep enough for any real body; a schema that contains itself ends here. */
const MAX_DEPTH = 12;

/** Up to `count` distinct valid values, the likeliest first; empty when none could be derived. */
export function instancesOf(context: Context, pointer: string, count: number, depth = 0): Json[] {
  if (depth > MAX_DEPTH) return [];
  const distinct = new Map<string, Json>();
  for (const value of candidates(context, pointer, count, depth)) {
    const key = JSON.stringify(value);
    if (!distinct.has(key) && context.validator.isValid(pointer, value)) distinct.set(key, value);
    if (distinct.size === count) break;
  }
  return [...distinct.values()];
}

function* candidates(context: Context, pointer: string, count: number, depth: number): Generator<Json> {
  const schema = schemaAt(context, pointer);
  if (Array.isArray(schema.examples)) yield* schema.examples;
  // A null given as an example says that null is allowed, not what a value looks like.
  if (schema.example !== undefined && schema.example !== null) yield schema.example;
  if (schema.const !== undefined) yield schema.const;
  if (Array.isArray(schema.enum)) yield* schema.enum;
  if (schema.default !== undefined && schema.default !== null) yield schema.default;
  if (typeof schema.$ref === 'string') yield* instancesOf(context, schema.$ref.slice(1), count, depth + 1);
  if (Array.isArray(schema.allOf)) yield* merged(context, pointer, schema, count, depth);
  for (const branch of [...listAt(pointer, 'anyOf', schema), ...listAt(pointer, 'oneOf', schema)]) {
    yield* instancesOf(context, branch, count, depth + 1);
  }
  for (const type of impliedTypes(schema)) yield* ofType(context, pointer, schema, type, count, depth);
}

/** The types named, or the one that the keywords are about; a schema may leave it to another to say. */
function impliedTypes(schema: JsonObject): string[] {
  const types = typesOf(schema);
  if (types.length > 0) return types;
  const about = (keywords: string) => keywords.split(' ').some((keyword) => schema[keyword] !== undefined);
  if (about('properties required additionalProperties minProperties maxProperties')) return ['object'];
  if (about('items prefixItems minItems maxItems uniqueItems')) return ['array'];
  if (about('minimum maximum exclusiveMinimum exclusiveMaximum multipleOf')) return ['number'];
  return ['string'];
}

function* merged(
  context: Context,
  pointer: string,
  schema: JsonObject,
  count: number,
  depth: number,
): Generator<Json> {
  const parts = listAt(pointer, 'allOf', schema).map((branch) =>
    instancesOf(context, branch, count, depth + 1),
  );
  for (const part of parts) yield* part;
  const objects = parts.flatMap(([first]) => (isObject(first) ? [first] : []));
  if (objects.length > 0) yield Object.assign({}, ...objects) as JsonObject;
}

function* ofType(
  context: Context,
  pointer: string,
  schema: JsonObject,
  type: string,
  count: number,
  depth: number,
): Generator<Json> {
  if (type === 'string') yield* stringsFor(schema, count);
  else if (type === 'integer' || type === 'number') yield* numbers(schema, count);
  else if (type === 'boolean') yield* [true, false];
  else if (type === 'null') yield null;
  else if (type === 'array') yield* arrays(context, pointer, schema, count, depth);
  else if (type === 'object') yield* objects(context, pointer, schema, count, depth);
}

function* numbers(schema: JsonObject, count: number): Generator<number> {
  const step = typeof schema.multipleOf === 'number' ? schema.multipleOf : 1;
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  const most = [maximum, exclusiveMaximum].find((bound) => typeof bound === 'number') as number | undefined;
  const least = [minimum, exclusiveMinimum].find((bound) => typeof bound === 'number') as number | undefined;
  const start = least ?? (most !== undefined && most < 1 ? most - count * step : step);
  for (let index = 0; index <= count + 1; index += 1) yield Math.ceil(start / step) * step + index * step;
  if (least !== undefined && most !== undefined) yield (least + most) / 2;
}

function* arrays(
  context: Context,
  pointer: string,
  schema: JsonObject,
  count: number,
  depth: number,
): Generator<Json> {
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0;
  const length = Math.max(least, schema.maxItems === 0 ? 0 : 1);
  const head = listAt(pointer, 'prefixItems', schema).map(
    (item) => instancesOf(context, item, 1, depth + 1)[0],
  );
  if (head.some((item) => item === undefined)) return;
  const missing = Math.max(0, length - head.length);
  const rest = itemsOf(context, pointer, schema, missing + count - 1, depth);
  for (let index = 0; index < count; index += 1) {
    yield [...(head as Json[]), ...rest.slice(index, index + missing)];
  }
  yield [];
}

/** Distinct items for an array of this schema; repeated in turn when the schema has too few of them and allows it. */
export function itemsOf(
  context: Context,
  pointer: string,
  schema: JsonObject,
  count: number,
  depth = 0,
): Json[] {
  if (count <= 0) return [];
  const distinct: Json[] =
    schema.items === undefined || typeof schema.items === 'boolean'
      ? Array.from({ length: count }, (_, index) => `text${index}`)
      : instancesOf(context, child(pointer, 'items'), count, depth + 1);
  if (distinct.length === 0 || distinct.length >= count || schema.uniqueItems === true) return distinct;
  return Array.from({ length: count }, (_, index) => distinct[index % distinct.length] as Json);
}

function* objects(
  context: Context,
  pointer: string,
  schema: JsonObject,
  count: number,
  depth: number,
): Generator<Json> {
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const places = new Map(propertiesAt(pointer, schema));
  const value: JsonObject = {};
  for (const name of required) {
    const at = places.get(name);
    const inner = at === undefined ? `text0` : instancesOf(context, at, 1, depth + 1)[0];
    if (inner === undefined) return;
    value[name] = inner;
  }
  yield value;
  const fewest = typeof schema.minProperties === 'number' ? schema.minProperties : 0;
  for (const [name, at] of places) {
    if (Object.keys(value).length >= fewest) break;
    const inner = instancesOf(context, at, 1, depth + 1)[0];
    if (inner !== undefined) value[name] ??= inner;
  }
  if (fewest > required.length) yield { ...value };
  if (count > 1) yield* varied(context, places, value, count, depth);
}

/** More values like this one, by varying one property at a time. */
function* varied(
  context: Context,
  places: Map<string, string>,
  value: JsonObject,
  count: number,
  depth: number,
): Generator<Json> {
  for (const [name, at] of places) {
    for (const inner of instancesOf(context, at, count, depth + 1)) yield { ...value, [name]: inner };
  }
}

/** The value with every optional property present, at every level: what shows a type change where no example goes. */
export function fullest(context: Context, pointer: string, value: Json, depth = 0): Json {
  if (depth > MAX_DEPTH) return value;
  const schema = schemaAt(context, pointer);
  let full = value;
  const keep = (candidate: Json) => {
    if (context.validator.isValid(pointer, candidate)) full = candidate;
  };
  if (typeof schema.$ref === 'string') keep(fullest(context, schema.$ref.slice(1), full, depth + 1));
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    for (const branch of listAt(pointer, keyword, schema)) {
      if (context.validator.isValid(branch, full)) keep(fullest(context, branch, full, depth + 1));
    }
  }
  if (Array.isArray(full) && isObject(schema.items)) {
    keep(full.map((item) => fullest(context, child(pointer, 'items'), item, depth + 1)));
  }
  for (const [name, at] of isObject(full) ? propertiesAt(pointer, schema) : []) {
    const members = full as JsonObject;
    const inner = members[name] ?? instancesOf(context, at, 1, depth + 1)[0];
    if (inner !== undefined) keep({ ...members, [name]: fullest(context, at, inner, depth + 1) });
  }
  return full;
}
