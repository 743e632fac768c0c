// Values for a schema whose parts only together say what is valid: `allOf`, alternatives and conditions beside other keywords.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { mergedKeywords } from '@agentsource/openapi/values/merged';
import { numbersFor } from '@agentsource/openapi/values/numbers';
import { LIMITS } from './limits.ts';
import { namesFor } from './names.ts';
import {
  type Context,
  listedAt,
  mappedAt,
  propertiesAt,
  requiredBy,
  type SchemaPlace,
  schemaAt,
  type ValuesOf,
} from './schema.ts';
import { stringsFor } from './strings.ts';
import { weightOf } from './weight.ts';

interface Combining {
  context: Context;
  depth: number;
  instancesOf: ValuesOf;
  /** Candidates that may still be made: alternatives multiply. */
  budget: { left: number };
}

const CANDIDATES = 200;

/**
 * Candidates, of which some may be valid: one at least for each alternative and for either side of a condition.
 *
 * @param instancesOf derives what is within.
 */
export function combinedValues(context: Context, pointer: string, instancesOf: ValuesOf, depth = 0): Json[] {
  const question = `${pointer} combined`;
  const known = context.known.get(question);
  if (known) return known;
  // One that contains itself finds nothing within.
  context.known.set(question, []);
  const isOutermost = context.combining === undefined;
  context.combining ??= { left: CANDIDATES };
  const combining = { context, depth, instancesOf, budget: context.combining };
  const found = [...combined(combining, [pointer], new Set())].filter(
    (value) => weightOf(value) <= LIMITS.values,
  );
  if (isOutermost) context.combining = undefined;
  context.known.set(question, found);
  return found;
}

/** Values for all of the schemas at these pointers at once. */
function* combined(
  combining: Combining,
  pointers: readonly string[],
  settled: ReadonlySet<string>,
): Generator<Json> {
  const { context, depth, budget } = combining;
  if (depth > LIMITS.depth || budget.left <= 0) return;
  budget.left -= 1;
  const places = pointers.reduce(
    (found, pointer) => withAllApplied(context, pointer, found),
    [] as SchemaPlace[],
  );
  const choice = places.flatMap(choicesAt).find(({ at }) => !settled.has(at));
  if (choice) {
    for (const chosen of choice.of)
      yield* combined(combining, [...pointers, ...chosen], new Set([...settled, choice.at]));
    return;
  }
  const merged = mergedKeywords(places.map(({ schema }) => schema));
  for (const value of ofMerged(combining, places, merged)) {
    if (budget.left <= 0) return;
    budget.left -= 1;
    yield value;
  }
}

/** The schema at a pointer, and those that it refers to and is composed of. */
function withAllApplied(context: Context, pointer: string, found: SchemaPlace[]): SchemaPlace[] {
  if (found.some((place) => place.pointer === pointer)) return found;
  const place = schemaAt(context, pointer);
  const reference = typeof place.schema.$ref === 'string' ? [place.schema.$ref.slice(1)] : [];
  return [...reference, ...listedAt(place, 'allOf')].reduce(
    (all, at) => withAllApplied(context, at, all),
    [...found, place],
  );
}

/** What has to be chosen: one of several, whether a condition is met, whether what depends on a member is there. */
function choicesAt(place: SchemaPlace): { at: string; of: string[][] }[] {
  const { pointer, schema } = place;
  const choices = ['anyOf', 'oneOf'].flatMap((keyword) => {
    const of = listedAt(place, keyword).map((at) => [at]);
    return of.length > 0 ? [{ at: child(pointer, keyword), of }] : [];
  });
  const dependent = mappedAt(place, 'dependentSchemas').map(([, at]) => at);
  if (dependent.length > 0) choices.push({ at: child(pointer, 'dependentSchemas'), of: [dependent, []] });
  const branch = (keyword: string) => (isObject(schema[keyword]) ? [child(pointer, keyword)] : []);
  if (isObject(schema.if)) {
    choices.push({ at: child(pointer, 'if'), of: [[...branch('if'), ...branch('then')], branch('else')] });
  }
  return choices;
}

function* ofMerged(combining: Combining, places: SchemaPlace[], merged: JsonObject): Generator<Json> {
  const SOME = 3;
  if (merged.const !== undefined) yield merged.const;
  if (Array.isArray(merged.enum)) yield* merged.enum;
  const types = new Set(merged.type as string[]);
  const isAny = types.size === 0;
  if (
    types.has('object') ||
    (isAny && places.some(({ schema }) => isObject(schema.properties) || schema.required))
  ) {
    yield* objects(combining, places, merged);
  }
  if (types.has('array') || (isAny && merged.items !== undefined)) yield* arrays(combining, places, merged);
  if (types.has('string') || isAny) yield* stringsFor(merged, SOME);
  if (types.has('integer') || types.has('number') || isAny) yield* numbersFor(merged, SOME);
  if (types.has('boolean')) yield* [true, false];
  if (types.has('null')) yield null;
}

/** With what is required, and with everything. */
function* objects(combining: Combining, places: SchemaPlace[], merged: JsonObject): Generator<JsonObject> {
  const schemas = new Map<string, string[]>();
  for (const [name, at] of places.flatMap(propertiesAt))
    schemas.set(name, [...(schemas.get(name) ?? []), at]);
  const needed = new Set(places.flatMap(requiredBy));
  const members: [name: string, value: Json][] = [];
  for (const name of new Set([...needed, ...schemas.keys()])) {
    const value = memberOf(combining, schemas.get(name) ?? []);
    if (value !== undefined) members.push([name, value]);
    else if (needed.has(name)) return;
  }
  const least = typeof merged.minProperties === 'number' ? merged.minProperties : 0;
  if (least > LIMITS.items) return;
  for (const place of places) {
    for (const { name, pointer } of members.length < least
      ? namesFor(place, least, combining.instancesOf)
      : []) {
      const value = memberOf(combining, pointer === undefined ? [] : [pointer]);
      if (value !== undefined && !schemas.has(name)) members.push([name, value]);
    }
  }
  yield Object.fromEntries(members.filter(([name]) => needed.has(name)));
  yield Object.fromEntries(members.slice(0, Math.max(least, needed.size)));
  yield Object.fromEntries(members);
}

function* arrays(combining: Combining, places: SchemaPlace[], merged: JsonObject): Generator<Json[]> {
  const least = typeof merged.minItems === 'number' ? merged.minItems : 0;
  if (least > LIMITS.items) return;
  const items = places.flatMap(({ pointer, schema }) =>
    isObject(schema.items) ? [child(pointer, 'items')] : [],
  );
  const [first = []] = places.map((place) => listedAt(place, 'prefixItems')).filter((one) => one.length > 0);
  const head = first.map((at) => memberOf(combining, [at]));
  const [some] = valuesOf(combining, items, 1);
  if (some === undefined || weightOf(some) * least > LIMITS.values) return;
  const found = valuesOf(combining, items, Math.max(1, least));
  const rest = Array.from({ length: Math.max(1, least) }, (_, index) => found[index % found.length]);
  const whole = [...head, ...rest].slice(0, Math.max(least, head.length, 1));
  yield whole.filter((item) => item !== undefined);
  yield [];
}

function memberOf(combining: Combining, pointers: readonly string[]): Json | undefined {
  return valuesOf(combining, pointers, 1)[0];
}

/** Values that satisfy all of these schemas. */
function valuesOf(combining: Combining, pointers: readonly string[], count: number): Json[] {
  const { context, depth, instancesOf } = combining;
  const [first] = pointers;
  if (first === undefined) return Array.from({ length: count }, (_, index) => `text${index}`);
  const fits = (value: Json) => pointers.every((at) => context.validator.isValid(at, value));
  const single = pointers.flatMap((at) => instancesOf(context, at, count, depth + 1)).filter(fits);
  if (single.length > 0 || pointers.length === 1) return single;
  return [...combined({ ...combining, depth: depth + 1 }, pointers, new Set())].filter(fits);
}
