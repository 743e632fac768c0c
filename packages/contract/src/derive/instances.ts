// Values that satisfy a schema, derived from it: deterministic, distinct, each one checked.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { numbersFor } from '@agentsource/openapi/values/numbers';
import { combinedValues } from './combined.ts';
import { LIMITS } from './limits.ts';
import { type Named, namesFor } from './names.ts';
import {
  type Context,
  listedAt,
  propertiesAt,
  requiredBy,
  type SchemaPlace,
  schemaAt,
  typesOf,
} from './schema.ts';
import { stringsFor } from './strings.ts';
import { weightOf } from './weight.ts';

/** Texts beyond those that are wanted. */
const SPARE = 4;

interface Wanted {
  /** How many distinct values. */
  count: number;
  /** How many schemas around this one are being derived. */
  depth: number;
}

/** Up to `count` distinct valid values, the likeliest first; empty when none could be derived. */
export function instancesOf(context: Context, pointer: string, count: number, depth = 0): Json[] {
  if (depth > LIMITS.depth) return [];
  const question = JSON.stringify([pointer, count, depth]);
  const known = context.known.get(question);
  if (known) return known;
  const distinct = new Map<string, Json>();
  for (const value of candidates(schemaAt(context, pointer), { count, depth })) {
    if (weightOf(value) > LIMITS.values) continue;
    const key = JSON.stringify(value);
    if (!distinct.has(key) && context.validator.isValid(pointer, value)) distinct.set(key, value);
    if (distinct.size === count) break;
  }
  if (distinct.size === 0) {
    const together = combinedValues(context, pointer, instancesOf, depth).filter(
      (value) => weightOf(value) <= LIMITS.values && context.validator.isValid(pointer, value),
    );
    for (const value of together.slice(0, count)) distinct.set(JSON.stringify(value), value);
  }
  const found = [...distinct.values()];
  context.known.set(question, found);
  return found;
}

function* candidates(place: SchemaPlace, wanted: Wanted): Generator<Json> {
  const { context, schema } = place;
  const { count, depth } = wanted;
  if (Array.isArray(schema.examples)) yield* schema.examples;
  // A null given as an example says that null is allowed, not what a value looks like.
  if (schema.example !== undefined && schema.example !== null) yield schema.example;
  if (schema.const !== undefined) yield schema.const;
  if (Array.isArray(schema.enum)) yield* schema.enum;
  if (schema.default !== undefined && schema.default !== null) yield schema.default;
  if (typeof schema.$ref === 'string') yield* instancesOf(context, schema.$ref.slice(1), count, depth + 1);
  if (Array.isArray(schema.allOf)) yield* merged(place, wanted);
  for (const branch of [...listedAt(place, 'anyOf'), ...listedAt(place, 'oneOf')]) {
    yield* instancesOf(context, branch, count, depth + 1);
  }
  for (const type of impliedTypes(schema)) yield* ofType(place, type, wanted);
}

/** The types named, or the one that the keywords are about, else any; a schema may leave it to another to say. */
function impliedTypes(schema: JsonObject): string[] {
  const types = typesOf(schema);
  if (types.length > 0) return types;
  const about = (keywords: string) => keywords.split(' ').some((keyword) => schema[keyword] !== undefined);
  if (
    about(
      'properties required additionalProperties minProperties maxProperties patternProperties propertyNames',
    ) ||
    about('dependentRequired dependentSchemas unevaluatedProperties')
  )
    return ['object'];
  if (about('items prefixItems minItems maxItems uniqueItems contains unevaluatedItems')) return ['array'];
  if (about('minimum maximum exclusiveMinimum exclusiveMaximum multipleOf')) return ['number'];
  return ['string', 'integer', 'boolean', 'object', 'array', 'null'];
}

function* merged(place: SchemaPlace, { count, depth }: Wanted): Generator<Json> {
  const parts = listedAt(place, 'allOf').map((branch) =>
    instancesOf(place.context, branch, count, depth + 1),
  );
  for (const part of parts) yield* part;
  const objects = parts.flatMap(([first]) => (isObject(first) ? [first] : []));
  if (objects.length > 0) yield Object.assign({}, ...objects) as JsonObject;
}

/** The first valid value of a type. */
export function instanceOfType(place: SchemaPlace, type: string): Json | undefined {
  const { context, pointer } = place;
  for (const value of ofType(place, type, { count: 1, depth: 0 })) {
    if (context.validator.isValid(pointer, value)) return value;
  }
  return undefined;
}

function* ofType(place: SchemaPlace, type: string, wanted: Wanted): Generator<Json> {
  const { schema } = place;
  // More where some of them may be excluded.
  if (type === 'string') yield* stringsFor(schema, wanted.count + (schema.not === undefined ? 0 : SPARE));
  else if (type === 'integer' || type === 'number') yield* numbersFor(schema, wanted.count);
  else if (type === 'boolean') yield* [true, false];
  else if (type === 'null') yield null;
  else if (type === 'array') yield* arrays(place, wanted);
  else if (type === 'object') yield* objects(place, wanted);
}

function* arrays(place: SchemaPlace, { count, depth }: Wanted): Generator<Json> {
  const { context, schema } = place;
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0;
  const length = Math.max(least, schema.maxItems === 0 ? 0 : 1);
  if (length > LIMITS.items) return;
  if (isObject(schema.contains)) yield* containing(place, depth);
  const head = listedAt(place, 'prefixItems').map((item) => instancesOf(context, item, 1, depth + 1)[0]);
  if (head.some((item) => item === undefined)) return;
  const missing = Math.max(0, length - head.length);
  const rest = itemsOf(place, missing + count - 1, depth);
  for (let index = 0; index < count; index += 1) {
    yield [...(head as Json[]), ...rest.slice(index, index + missing)];
  }
  yield [];
}

/** As many items of a kind as there have to be. */
function* containing({ context, pointer, schema }: SchemaPlace, depth: number): Generator<Json> {
  const { minContains = 1 } = schema;
  if (typeof minContains !== 'number' || minContains > LIMITS.items) return;
  const some = instancesOf(context, child(pointer, 'contains'), minContains, depth + 1);
  if (some.length === minContains) yield some;
}

/** Distinct items for an array of this schema; repeated in turn when the schema has too few of them and allows it. */
export function itemsOf({ context, pointer, schema }: SchemaPlace, count: number, depth = 0): Json[] {
  if (count <= 0 || schema.items === false || count > 2 * LIMITS.items) return [];
  const ofSchema = (wanted: number) => instancesOf(context, child(pointer, 'items'), wanted, depth + 1);
  const isFree = schema.items === undefined || schema.items === true;
  if (!isFree && weightOf(ofSchema(1)) * count > 2 * LIMITS.values) return [];
  const distinct: Json[] = isFree
    ? Array.from({ length: count }, (_, index) => `text${index}`)
    : ofSchema(count);
  if (distinct.length === 0 || distinct.length >= count || schema.uniqueItems === true) return distinct;
  return Array.from({ length: count }, (_, index) => distinct[index % distinct.length] as Json);
}

function* objects(place: SchemaPlace, wanted: Wanted): Generator<Json> {
  const { context, schema } = place;
  const required = requiredBy(place);
  const places = new Map(propertiesAt(place));
  const value: JsonObject = {};
  const inner = (at: string) => instancesOf(context, at, 1, wanted.depth + 1)[0];
  for (const name of required) {
    const at = places.get(name);
    const member = at === undefined ? 'text0' : inner(at);
    if (member === undefined) return;
    value[name] = member;
  }
  yield { ...value };
  const fewest = typeof schema.minProperties === 'number' ? schema.minProperties : 0;
  for (const [name, at] of places) {
    if (Object.keys(value).length >= fewest) break;
    const member = inner(at);
    if (member !== undefined) value[name] ??= member;
  }
  for (const { name, pointer } of missingNames(place, value, fewest, wanted.depth)) {
    if (Object.keys(value).length >= fewest) break;
    const member = pointer === undefined ? 'text0' : inner(pointer);
    if (member !== undefined) value[name] ??= member;
  }
  if (fewest > required.length) yield { ...value };
  yield* varied(place, value, wanted);
}

/** Enough of them, even if some are taken. */
function missingNames(place: SchemaPlace, value: JsonObject, fewest: number, depth: number): Named[] {
  const taken = Object.keys(value).length;
  return taken >= fewest || fewest > LIMITS.items ? [] : namesFor(place, fewest, instancesOf, depth);
}

/** More values like this one: with one property varied at a time, and with all of them. */
function* varied(place: SchemaPlace, value: JsonObject, { count, depth }: Wanted): Generator<Json> {
  for (const [name, at] of propertiesAt(place)) {
    for (const inner of instancesOf(place.context, at, count, depth + 1)) yield { ...value, [name]: inner };
  }
  const all = propertiesAt(place).flatMap(([name, at]) =>
    instancesOf(place.context, at, 1, depth + 1).map((inner) => [name, inner]),
  );
  yield { ...Object.fromEntries(all), ...value };
}
