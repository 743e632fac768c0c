// What a schema's value holds, as rows of a table: each property with its type, what is asked of it, and those within it.
import { constraintsOf } from '@agentsource/codegen/constraints';
import { partsOf, referredComponent } from '@agentsource/codegen/schemas';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { mergedKeywords } from '@agentsource/openapi/values/merged';

export interface Field {
  /** `body.simulation.event_name`, `enrollments[].enrollment_id`. */
  name: string;
  type: string;
  isRequired: boolean;
  isDeprecated: boolean;
  /** Markdown of the document. */
  description: string;
  /** In plain words; Markdown of ours. */
  constraints: string;
  values: Json[];
  default: Json | undefined;
  example: Json | undefined;
}

/** Properties within properties that are listed; what is deeper has its type only. */
const DEPTH = 4;

/** Rows of one table. Schemas that name each other would never end. */
const MOST_ROWS = 200;

interface Context {
  document: OpenApiDocument;
  rows: Field[];
  /** The components that are being listed: none is listed within itself. */
  within: ReadonlySet<string>;
  depth: number;
}

export function fieldsOf(document: OpenApiDocument, schema: Json | undefined): Field[] {
  const rows: Field[] = [];
  addProperties({ document, rows, within: new Set(), depth: DEPTH }, schema, '');
  return rows;
}

/** One field, and those within it. */
export function fieldRows(
  document: OpenApiDocument,
  name: string,
  schema: Json,
  isRequired: boolean,
): Field[] {
  const rows: Field[] = [];
  addField({ document, rows, within: new Set(), depth: DEPTH }, { name, schema, isRequired });
  return rows;
}

function addProperties(context: Context, schema: Json | undefined, prefix: string): void {
  const { document, within, depth } = context;
  const own = referredComponent(schema);
  if (depth === 0 || (own !== undefined && within.has(own))) return;
  const inner = {
    ...context,
    depth: depth - 1,
    within: own === undefined ? within : new Set([...within, own]),
  };
  const parts = branchesOf(document, schema);
  const required = new Set(parts.flatMap((part) => (part.isAlways ? itemsOf(part.schema.required) : [])));
  const seen = new Set<string>();
  for (const { schema: part } of parts) {
    for (const [name, property] of entriesOf(part.properties)) {
      if (seen.has(name)) continue;
      seen.add(name);
      addField(inner, { name: prefix + name, schema: property, isRequired: required.has(name) });
    }
  }
}

interface Named {
  name: string;
  schema: Json;
  isRequired: boolean;
}

function addField(context: Context, { name, schema, isRequired }: Named): void {
  const { document, rows } = context;
  if (rows.length >= MOST_ROWS) return;
  const parts = partsOf(document, schema);
  const keywords = mergedKeywords(parts);
  rows.push({
    name,
    isRequired,
    isDeprecated: parts[0]?.deprecated === true,
    type: typeName(document, schema),
    description: textOf(parts),
    constraints: constraintsOf(document, schema),
    values: valuesOf(document, schema),
    default: parts[0]?.default,
    example: exampleOf(parts),
  });
  const items = branchesOf(document, schema).find(({ schema: part }) => isObject(part.items))?.schema.items;
  if (items === undefined) addProperties(context, schema, `${name}.`);
  else if (keywords.properties === undefined) addProperties(context, items, `${name}[].`);
}

/** A schema's parts and those of its alternatives, which are not always there. */
function branchesOf(
  document: OpenApiDocument,
  schema: Json | undefined,
): { schema: JsonObject; isAlways: boolean }[] {
  const parts = partsOf(document, schema);
  const branches = parts.flatMap((part) => [...itemsOf(part.anyOf), ...itemsOf(part.oneOf)]);
  const others = branches.filter((branch) => !isObject(branch) || branch.type !== 'null');
  return [
    ...parts.map((part) => ({ schema: part, isAlways: true })),
    ...others.flatMap((branch) =>
      partsOf(document, branch).map((part) => ({ schema: part, isAlways: others.length === 1 })),
    ),
  ];
}

function textOf(parts: readonly JsonObject[]): string {
  const texts = parts.map(({ description }) => description).filter((text) => typeof text === 'string');
  return texts[0] ?? '';
}

function exampleOf(parts: readonly JsonObject[]): Json | undefined {
  const given = parts.flatMap(({ example, examples }) => [example ?? null, ...itemsOf(examples)]);
  return given.find((one) => one !== null);
}

/** What is listed for it, or for its items. */
function valuesOf(document: OpenApiDocument, schema: Json | undefined, depth = 2): Json[] {
  const parts = branchesOf(document, schema).map((branch) => branch.schema);
  const own = parts.flatMap((part) => ('const' in part ? [part.const ?? null] : itemsOf(part.enum)));
  if (own.length > 0 || depth === 0) return [...new Set(own)];
  const items = parts.find((part) => isObject(part.items))?.items;
  return items === undefined ? [] : valuesOf(document, items, depth - 1);
}

/** `string`, `string[]`, `integer or null`; an object by its component's name, where it has one. */
function typeName(document: OpenApiDocument, schema: Json | undefined, depth = 3): string {
  if (!isObject(schema) || depth === 0) return 'any';
  const parts = partsOf(document, schema);
  const { type, items, prefixItems } = mergedKeywords(parts);
  const types = itemsOf(type).map(String);
  const branches = parts.flatMap((part) => [...itemsOf(part.anyOf), ...itemsOf(part.oneOf)]);
  if (types.length === 0 && branches.length > 0) {
    return orList(branches.map((branch) => typeName(document, branch, depth - 1)));
  }
  if (types.length === 0 && items !== undefined) types.push('array');
  if (types.length === 0) return parts.some(({ properties }) => properties) ? 'object' : anyOrValues(parts);
  const list = prefixItems !== undefined ? 'list' : `${bracketed(typeName(document, items, depth - 1))}[]`;
  return orList(types.map((one) => (one === 'array' ? list : one)));
}

function anyOrValues(parts: readonly JsonObject[]): string {
  const values = parts.flatMap((part) => ('const' in part ? [part.const ?? null] : itemsOf(part.enum)));
  return values.length > 0 ? orList(values.map((value) => (value === null ? 'null' : typeof value))) : 'any';
}

function bracketed(type: string): string {
  return type.includes(' ') ? `(${type})` : type;
}

function orList(words: readonly string[]): string {
  const all = [...new Set(words)];
  return all.length > 4 ? `${all.slice(0, 3).join(', ')} …` : all.join(' or ');
}
