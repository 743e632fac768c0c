// Which JSON types a value may have, as far as a command line has to know to make one of text.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { partsOf } from '../prepare/schema.ts';

/** Schemas within each other that are looked into. */
const DEPTH = 4;

export interface ValueTypes {
  /** `string`, `integer`, `array` … and `file`; empty where anything goes. */
  types: string[];
  /** The same of the items of an array. */
  items: string[];
  /** The values that are listed for it, or for its items, as text. */
  values: string[];
}

export function valueTypesOf(document: OpenApiDocument, schema: Json | undefined, depth = DEPTH): ValueTypes {
  const parts = partsOf(document, schema);
  const branches = alternativesOf(parts);
  const inner = depth === 0 ? [] : branches.map((branch) => valueTypesOf(document, branch, depth - 1));
  const items = parts
    .filter((part) => depth > 0 && part.items !== undefined)
    .map(({ items: item }) => valueTypesOf(document, item, depth - 1));
  const types = new Set([...parts.flatMap(ownTypes), ...inner.flatMap((one) => one.types)]);
  return {
    types: [...types],
    items: unique([...items.flatMap((one) => one.types), ...inner.flatMap((one) => one.items)]),
    values: unique([
      ...parts.flatMap(listedValues),
      ...inner.flatMap((one) => one.values),
      ...items.flatMap((one) => one.values),
    ]),
  };
}

/** The schemas of which a value satisfies one. */
export function alternativesOf(parts: readonly JsonObject[]): Json[] {
  return parts.flatMap(({ anyOf, oneOf }) => [...itemsOf(anyOf), ...itemsOf(oneOf)]);
}

function ownTypes(part: JsonObject): string[] {
  const { type, format, contentMediaType, properties, items } = part;
  const named = [type ?? []].flat().filter((one) => typeof one === 'string');
  const isFile =
    format === 'binary' || (contentMediaType !== undefined && part.contentEncoding === undefined);
  if (named.length > 0) return named.map((one) => (one === 'string' && isFile ? 'file' : one));
  if (isObject(properties)) return ['object'];
  if (items !== undefined) return ['array'];
  return listed(part).map((value) => (value === null ? 'null' : typeof value));
}

function listedValues(part: JsonObject): string[] {
  return listed(part)
    .filter((value) => value !== null)
    .map(String);
}

function listed({ enum: values, const: constant }: JsonObject): (string | number | boolean | null)[] {
  const all = constant === undefined ? itemsOf(values) : [constant];
  return all.filter((value) => typeof value !== 'object' || value === null) as (string | null)[];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
