// What deriving needs at hand everywhere: the document, its validator, and schemas where they stand.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import type { Validator } from '../validator.ts';

export interface Context {
  document: OpenApiDocument;
  validator: Validator;
}

export interface SchemaPlace {
  context: Context;
  /** JSON Pointer into the document. */
  pointer: string;
  schema: JsonObject;
}

/** The schema at a pointer; `true` and `{}` are alike. */
export function schemaAt(context: Context, pointer: string): SchemaPlace {
  const schema = get(context.document, pointer);
  if (schema === true) return { context, pointer, schema: {} };
  if (!isObject(schema)) throw new Error(`no schema at ${pointer}`);
  return { context, pointer, schema };
}

/** Pointers of the schemas that a keyword such as `anyOf` lists. */
export function listedAt({ pointer, schema }: SchemaPlace, keyword: string): string[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list.map((_, index) => child(child(pointer, keyword), index)) : [];
}

export function propertiesAt({ pointer, schema }: SchemaPlace): [name: string, pointer: string][] {
  const names = isObject(schema.properties) ? Object.keys(schema.properties) : [];
  return names.map((name) => [name, child(child(pointer, 'properties'), name)]);
}

export function requiredBy({ required }: JsonObject): string[] {
  return Array.isArray(required) ? required.map(String) : [];
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
