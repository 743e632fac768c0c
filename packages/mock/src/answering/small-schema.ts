// A schema in the small, for a generator: references written out, counts and texts bounded, and what is optional left out where
// there would be too much of it. What satisfies it satisfies the document's, but for bounds that no answer here could meet.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { get } from '@agentsource/openapi/pointer';
import { isGenerable, withFewRepetitions } from './patterns.ts';

/** Values in one answer, and characters in all its texts. */
const MOST = { values: 2_000, characters: 20_000 };

/** Levels of what is optional, and items of a list, at most; tried one after the other until the answer is small enough. */
const BOUNDS = [Number.POSITIVE_INFINITY, 8, 4, 3, 2, 1, 0].map((levels) => ({ levels, items: 1_000 }));
BOUNDS.push({ levels: 1, items: 100 }, { levels: 1, items: 10 }, { levels: 0, items: 1 });

/** References within references, which only a schema without end comes to. */
const DEEPEST = 100;

/** Generators know older drafts, and not all that these had. */
const LEFT_OUT =
  /^(?:\$defs|definitions|discriminator|dependentSchemas|propertyNames|contentSchema|unevaluated.*|\$schema|faker|chance|x-.*)$/;

/** Keywords that ask nothing of a value. */
const ANNOTATION = /^(?:title|description|default|deprecated|examples?|readOnly|writeOnly)$/;

class TooLarge extends Error {}

export interface SmallSchema {
  schema: JsonObject;
  /** Whether it asks for less than the document's, so that no value of it satisfies that one. */
  isLess: boolean;
}

/** Undefined where all that is required is too much. */
export function smallSchema(document: OpenApiDocument, pointer: string): SmallSchema | undefined {
  for (const { levels, items } of BOUNDS) {
    try {
      const start = { levels, times: 1, within: [] };
      const writer = new Writer(document, items);
      const small = writer.write(get(document, pointer), start);
      return { schema: isObject(small) ? small : {}, isLess: writer.isLess };
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
    }
  }
  return undefined;
}

/** Where a schema stands in what is written. */
interface Place {
  /** How many levels of what is optional there may be below. */
  levels: number;
  /** How often its value is in the answer. */
  times: number;
  /** The references that led here. */
  within: readonly string[];
}

/** Keywords whose schemas are for the same value. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'] as const;

class Writer {
  isLess = false;
  readonly #document: OpenApiDocument;
  readonly #mostItems: number;
  #count = 0;

  constructor(document: OpenApiDocument, mostItems: number) {
    this.#document = document;
    this.#mostItems = mostItems;
  }

  write(schema: Json | undefined, place: Place): JsonObject | boolean {
    if (!isObject(schema)) return schema === false ? false : {};
    this.#count += place.times;
    if (this.#count > MOST.values || place.within.length > DEEPEST) throw new TooLarge();
    const { $ref, ...rest } = schema;
    if (typeof $ref !== 'string') return this.#keywords(schema, place);
    const own = this.#keywords(rest, place);
    const target = this.write(get(this.#document, $ref), { ...place, within: [...place.within, $ref] });
    if (!isObject(target)) return target;
    const overlaps = Object.keys(own).some((keyword) => keyword in target && !ANNOTATION.test(keyword));
    return overlaps ? { allOf: [target, own] } : { ...target, ...own };
  }

  #keywords(schema: JsonObject, place: Place): JsonObject {
    const small: JsonObject = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (!LEFT_OUT.test(keyword)) small[keyword] = value;
    }
    for (const keyword of IN_PLACE) {
      const value = schema[keyword];
      if (Array.isArray(value)) small[keyword] = this.#alternatives(keyword, value, place);
      else if (value !== undefined) small[keyword] = this.write(value, place);
    }
    this.#text(small, place);
    this.#items(small, schema, place);
    this.#properties(small, schema, place);
    this.#names(small, schema);
    return small;
  }

  /** Of alternatives, those that can be written; a generator takes the first, or any. */
  #alternatives(keyword: string, schemas: readonly Json[], place: Place): (JsonObject | boolean)[] {
    if (keyword === 'allOf') return schemas.map((one) => this.write(one, place));
    const open = schemas.filter((one) => !this.#isClosed(one, place));
    return (open.length > 0 ? open : schemas).map((one) => this.write(one, place));
  }

  /** A tuple is a list of schemas to the generators, which know older drafts. */
  #items(small: JsonObject, schema: JsonObject, place: Place): void {
    const { items, prefixItems, contains } = schema;
    const least = Math.max(Number(schema.minItems ?? 0), Number(schema.minContains ?? 0));
    const count = Math.min(Math.max(least, 1), this.#mostItems, Math.ceil(MOST.values / place.times));
    const inside = {
      ...place,
      times: place.times * count,
      levels: least > 0 ? place.levels : place.levels - 1,
    };
    this.#atLeast(small, 'minItems', count);
    if (schema.maxItems !== undefined) small.maxItems = Math.min(Number(schema.maxItems), count + 2);
    this.#atLeast(small, 'minContains', count);
    const needed = contains === undefined ? [] : Array(Number(small.minContains ?? 1)).fill(contains);
    const first = [...(Array.isArray(prefixItems) ? prefixItems : []), ...needed];
    if (first.length > 0) {
      const more = Array(Math.max(0, count - first.length)).fill(items ?? true);
      const once = { ...inside, times: place.times };
      small.items = [...first, ...(least > 0 ? more : [])].map((item) => this.write(item, once));
      if (items !== undefined) small.additionalItems = this.write(items, once);
      for (const keyword of ['prefixItems', 'contains']) delete small[keyword];
    } else if (items !== undefined && least === 0 && this.#isClosed(items, inside)) {
      delete small.items;
      small.maxItems = 0;
    } else if (items !== undefined) small.items = this.write(items, inside);
  }

  #properties(small: JsonObject, schema: JsonObject, place: Place): void {
    const required = new Set(Array.isArray(schema.required) ? schema.required : []);
    const inside = { ...place, levels: place.levels - 1 };
    for (const keyword of ['properties', 'patternProperties'] as const) {
      if (!isObject(schema[keyword])) continue;
      const written = Object.entries(schema[keyword]).flatMap(([name, property]) => {
        if (keyword === 'patternProperties' && !isGenerable(name)) return [];
        if (required.has(name)) return [[name, this.write(property, place)] as const];
        return this.#isClosed(property, inside) ? [] : [[name, this.write(property, inside)] as const];
      });
      small[keyword] = Object.fromEntries(written);
    }
    this.#atLeast(small, 'minProperties', 100);
    if (schema.maxProperties !== undefined) small.maxProperties = Math.min(Number(schema.maxProperties), 100);
    const { additionalProperties } = schema;
    if (!isObject(additionalProperties)) return;
    delete small.additionalProperties;
    const several = { ...inside, times: place.times * 2 };
    if (!this.#isClosed(additionalProperties, several)) {
      small.additionalProperties = this.write(additionalProperties, several);
    }
  }

  /** A name by its pattern is what the generators make of `patternProperties`. */
  #names(small: JsonObject, { propertyNames, additionalProperties }: JsonObject): void {
    const { pattern } = isObject(propertyNames) ? propertyNames : {};
    if (typeof pattern !== 'string' || small.patternProperties || !isGenerable(pattern)) return;
    if (additionalProperties === false) return;
    small.patternProperties = { [pattern]: small.additionalProperties ?? { type: 'string' } };
    small.additionalProperties = false;
  }

  /** Whether nothing more is written there: it is too deep, or contains itself once more. */
  #isClosed(schema: Json, place: Place): boolean {
    if (!isObject(schema)) return false;
    const { $ref, allOf, anyOf, oneOf } = schema;
    if (typeof $ref === 'string' && place.within.includes($ref)) return true;
    const isStructured = [$ref, schema.properties, schema.items, allOf, anyOf, oneOf].some(
      (one) => one !== undefined,
    );
    if (place.levels < 0 && isStructured) return true;
    const parts = [...(Array.isArray(allOf) ? allOf : []), ...needed(schema)];
    if (parts.some((one) => this.#isClosed(one, place))) return true;
    const alternatives = [anyOf, oneOf].find(Array.isArray);
    return alternatives?.every((one) => this.#isClosed(one, place)) ?? false;
  }

  /** At least so much of it, as far as that goes. */
  #atLeast(small: JsonObject, keyword: string, most: number): void {
    const least = small[keyword];
    if (typeof least !== 'number' || least <= most) return;
    small[keyword] = most;
    this.isLess = true;
  }

  #text(small: JsonObject, { times }: Place): void {
    const most = Math.max(100, Math.trunc(MOST.characters / times));
    this.#atLeast(small, 'minLength', most);
    if (small.maxLength !== undefined) small.maxLength = Math.min(Number(small.maxLength), most);
    if (typeof small.pattern !== 'string') return;
    if (isGenerable(small.pattern)) {
      small.pattern = withFewRepetitions(small.pattern);
      return;
    }
    delete small.pattern;
    this.isLess = true;
  }
}

/** The schemas of what cannot be left out of a value. */
function needed({ properties, required, items, minItems }: JsonObject): Json[] {
  const names = Array.isArray(required) ? required.map(String) : [];
  const members = isObject(properties) ? names.map((name) => properties[name] ?? true) : [];
  return typeof minItems === 'number' && minItems > 0 ? [...members, items ?? true] : members;
}
