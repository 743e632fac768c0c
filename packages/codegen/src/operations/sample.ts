// A value for a schema that the types are made of: the document's own example where it has one, or else the least that fits.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { textOfFormat } from '@agentsource/openapi/values/formats';
import { textsMatching } from '@agentsource/openapi/values/matching';
import { mergedKeywords } from '@agentsource/openapi/values/merged';
import { numbersFor } from '@agentsource/openapi/values/numbers';
import { partsOf } from '../prepare/schema.ts';
import { FILE, type Value } from './value.ts';

/** Schemas within each other that are written out. */
const DEPTH = 8;

/** More items than that teach nobody anything. */
const MOST_ITEMS = 5;

/** Schemas looked into for one value: each may ask for several others, each of which may again. */
const MOST_SCHEMAS = 500;

interface Context {
  /** As it is prepared for types. */
  document: OpenApiDocument;
  /** Schemas that may still be looked into. */
  left: number;
}

/**
 * Undefined where none could be made.
 * @param document As it is prepared for types.
 */
export function sampleOf(document: OpenApiDocument, schema: Json | undefined): Value | undefined {
  return valueFor({ document, left: MOST_SCHEMAS }, schema, 0, DEPTH);
}

/** @param index Another value for another index, where the schema leaves a choice. */
function valueFor(
  context: Context,
  schema: Json | undefined,
  index: number,
  depth: number,
): Value | undefined {
  if (depth === 0 || context.left-- <= 0) return undefined;
  if (!isObject(schema)) return schema === false ? undefined : 'anything';
  const parts = partsOf(context.document, schema);
  const keywords = mergedKeywords(parts);
  if (parts.some((part) => part['x-agentsource-blob'] === true)) return FILE;
  const example = exampleOf(parts);
  if (example !== undefined) return known(context.document, schema, example, depth);
  const listed = keywords.const === undefined ? keywords.enum : [keywords.const];
  if (Array.isArray(listed)) return listed[index % Math.max(1, listed.length)];
  const branches = parts.flatMap((part) => itemsOf(part.anyOf ?? part.oneOf));
  const type = typeOf(keywords);
  if (branches.length > 0 && type !== 'object') return firstOf(context, branches, index, depth);
  if (type === 'object') return objectOf(context, { parts, branches }, depth);
  if (type === 'array') return arrayOf(context, keywords, depth);
  return scalarOf(keywords, type, index);
}

function exampleOf(parts: readonly JsonObject[]): Json | undefined {
  for (const { example, examples } of parts) {
    const [given] = [example ?? null, ...itemsOf(examples)].filter((one) => one !== null);
    if (given !== undefined) return given;
  }
  return undefined;
}

function typeOf({ type, properties, items, prefixItems }: JsonObject): Json | undefined {
  const own = itemsOf(type).find((one) => one !== 'null') ?? itemsOf(type)[0];
  if (own !== undefined) return own;
  if (properties !== undefined) return 'object';
  return items !== undefined || prefixItems !== undefined ? 'array' : undefined;
}

function firstOf(context: Context, branches: Json[], index: number, depth: number): Value | undefined {
  const isNull = (branch: Json) => isObject(branch) && branch.type === 'null';
  for (const branch of [...branches.filter((one) => !isNull(one)), ...branches.filter(isNull)]) {
    const value = valueFor(context, branch, index, depth - 1);
    if (value !== undefined) return value;
  }
  return undefined;
}

function objectOf(
  context: Context,
  { parts, branches }: { parts: JsonObject[]; branches: Json[] },
  depth: number,
): Value | undefined {
  const object: Record<string, Value> = {};
  const required = new Set(parts.flatMap((part) => itemsOf(part.required)));
  for (const [name, property] of parts.flatMap((part) => entriesOf(part.properties))) {
    // Every object has a `constructor` for the compiler, which is none of the schema's.
    if (!required.has(name) && !(name in {})) continue;
    const value = valueFor(context, property, 0, depth - 1);
    if (value === undefined) return undefined;
    object[name] = value;
  }
  if (branches.length === 0) return object;
  const rest = firstOf(context, branches, 0, depth);
  return typeof rest === 'object' && rest !== null && !Array.isArray(rest)
    ? { ...object, ...rest }
    : undefined;
}

function arrayOf(context: Context, schema: JsonObject, depth: number): Value | undefined {
  const { items, minItems, maxItems } = schema;
  const first = itemsOf(schema.prefixItems);
  const count = Math.max(first.length, typeof minItems === 'number' ? minItems : 1);
  const length = Math.min(count, typeof maxItems === 'number' ? maxItems : count);
  if (length > MOST_ITEMS + first.length) return undefined;
  const values = [...Array(length).keys()].map((at) =>
    valueFor(context, first[at] ?? items ?? true, at, depth - 1),
  );
  return values.includes(undefined) ? undefined : (values as Value[]);
}

function scalarOf(schema: JsonObject, type: Json | undefined, index: number): Value | undefined {
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  if (type === 'number' || type === 'integer') return [...numbersFor({ ...schema, type }, index + 1)][index];
  return type === undefined ? 'anything' : textOf(schema, index);
}

function textOf(
  { pattern, format, minLength = 0, maxLength }: JsonObject,
  index: number,
): string | undefined {
  const [least, most] = [Number(minLength), typeof maxLength === 'number' ? maxLength : undefined];
  if (typeof pattern === 'string') return textsMatching(pattern, { least, most })[index];
  const text = textOfFormat(format, index) ?? (index > 0 ? `text${index}` : 'text');
  return text.padEnd(least, '-').slice(0, most);
}

/** An example without what its schema does not know: what is not sent that way, and what the compiler would refuse in a literal. */
function known(document: OpenApiDocument, schema: Json | undefined, example: Json, depth: number): Value {
  if (depth === 0 || !isObject(schema)) return example as Value;
  const parts = partsOf(document, schema);
  const branches = parts.flatMap((part) => [...itemsOf(part.anyOf), ...itemsOf(part.oneOf)]);
  const all = [...parts, ...branches.flatMap((branch) => partsOf(document, branch))];
  if (Array.isArray(example)) {
    const items = all.find((part) => part.items !== undefined)?.items;
    return example.map((item) => known(document, items, item, depth - 1));
  }
  if (!isObject(example)) return example;
  const properties = new Map(all.flatMap((part) => entriesOf(part.properties)));
  const isOpen =
    properties.size === 0 ||
    all.some(
      ({ additionalProperties }) => additionalProperties !== undefined && additionalProperties !== false,
    );
  return Object.fromEntries(
    Object.entries(example)
      .filter(([key]) => isOpen || properties.has(key))
      .map(([key, value]) => [key, known(document, properties.get(key), value, depth - 1)]),
  );
}
