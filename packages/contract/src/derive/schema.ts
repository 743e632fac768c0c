// What deriving needs at hand everywhere: the document, its validator, and schemas by pointer.

import { isObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { type Json, type JsonObject, type OpenApiDocument, resolve } from '../document.ts';
import type { Validator } from '../validator.ts';

export interface Context {
  document: OpenApiDocument;
  validator: Validator;
}

export { child, isObject };

/** The schema at a pointer; `true` and `{}` are alike. */
export function schemaAt({ document }: Context, pointer: string): JsonObject {
  const schema = get(document, pointer);
  if (schema === true) return {};
  if (!isObject(schema)) throw new Error(`no schema at ${pointer}`);
  return schema;
}

/** Where a `$ref` leads, or the pointer itself. */
export function target(context: Context, pointer: string): string {
  return resolve(context.document, pointer)?.pointer ?? pointer;
}

export function listAt(pointer: string, keyword: string, schema: JsonObject): string[] {
  const list = schema[keyword];
  return Array.isArray(list) ? list.map((_, index) => child(child(pointer, keyword), index)) : [];
}

export function propertiesAt(pointer: string, schema: JsonObject): [name: string, pointer: string][] {
  const names = isObject(schema.properties) ? Object.keys(schema.properties) : [];
  return names.map((name) => [name, child(child(pointer, 'properties'), name)]);
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
