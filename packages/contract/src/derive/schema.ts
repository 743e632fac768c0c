// What deriving needs at hand everywhere: the document, its validator, and schemas where they stand.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { isHidden } from '../direction.ts';
import { createValidator, type Validator } from '../validator.ts';

export interface Context {
  document: OpenApiDocument;
  /** Judges as requests are judged. */
  validator: Validator;
  /** Values derived before, by schema, number and depth. */
  known: Map<string, Json[]>;
  /** How much may still be combined for the value that is being derived; undefined outside. */
  combining: { left: number } | undefined;
}

/** Derives distinct valid values of the schema at a pointer. */
export type ValuesOf = (context: Context, pointer: string, count: number, depth?: number) => Json[];

export function contextOf(document: OpenApiDocument): Context {
  return {
    document,
    validator: createValidator(document, 'request'),
    known: new Map(),
    combining: undefined,
  };
}

export interface SchemaPlace {
  context: Context;
  /** JSON Pointer into the document. */
  pointer: string;
  schema: JsonObject;
}

/** The schema at a pointer; `true` and `{}` are alike, and so are `false` and `{ not: {} }`. */
export function schemaAt(context: Context, pointer: string): SchemaPlace {
  const schema = get(context.document, pointer);
  if (schema === true) return { context, pointer, schema: {} };
  if (schema === false) return { context, pointer, schema: { not: {} } };
  if (!isObject(schema)) throw new Error(`no schema at ${pointer}`);
  return { context, pointer, schema };
}

/** Pointers of the schemas that a keyword such as `anyOf` lists. */
export function listedAt({ pointer, schema }: SchemaPlace, keyword: string): string[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list.map((_, index) => child(child(pointer, keyword), index)) : [];
}

/** Names and pointers of the schemas that a keyword such as `properties` maps. */
export function mappedAt(
  { pointer, schema }: SchemaPlace,
  keyword: string,
): [name: string, pointer: string][] {
  return entriesOf(schema[keyword]).map(([name]) => [name, child(child(pointer, keyword), name)]);
}

/** The properties that a request may have. */
export function propertiesAt(place: SchemaPlace): [name: string, pointer: string][] {
  const { document } = place.context;
  return mappedAt(place, 'properties').filter(([, at]) => !isHidden(document, at, 'request'));
}

/** What a request must have. */
export function requiredBy({ context, pointer, schema }: SchemaPlace): string[] {
  const names = Array.isArray(schema.required) ? schema.required.map(String) : [];
  return names.filter(
    (name) => !isHidden(context.document, child(child(pointer, 'properties'), name), 'request'),
  );
}

export type TypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** The types a schema names; empty when it names none. */
export function typesOf(schema: JsonObject): TypeName[] {
  const { type } = schema;
  return (Array.isArray(type) ? type : type === undefined ? [] : [type]) as TypeName[];
}

export function typeOf(value: Json): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as TypeName;
}
