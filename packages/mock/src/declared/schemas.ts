// What a schema says about the very value that it describes, wherever it says it: through references, in `allOf` and alternatives.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';

/** Keywords whose schemas all hold for the value, and those of which one does. */
const ALL = ['allOf'] as const;
const SOME = ['anyOf', 'oneOf', 'if', 'then', 'else'] as const;

/** The schemas that one applies to the same value: those that all hold, or any of them. */
export function appliedBy(
  document: OpenApiDocument,
  { value, pointer }: Located,
  keywords: 'all' | 'some',
): Located[] {
  const found: Located[] = [];
  const add = (schema: Json | undefined, at: string) => {
    if (isObject(schema)) found.push({ value: schema, pointer: at });
  };
  if (keywords === 'all' && typeof value.$ref === 'string') {
    add(get(document, value.$ref), value.$ref.replace(/^#/, ''));
  }
  for (const keyword of keywords === 'all' ? ALL : SOME) {
    const at = child(pointer, keyword);
    const schema = value[keyword];
    if (Array.isArray(schema)) for (const [index, one] of schema.entries()) add(one, child(at, index));
    else add(schema, at);
  }
  return found;
}

/** The schema at a pointer and all that it applies to the same value, alternatives included. */
export function inPlace(document: OpenApiDocument, pointer: string): Located[] {
  const found = new Map<string, Located>();
  const visit = (schema: Located) => {
    if (found.has(schema.pointer)) return;
    found.set(schema.pointer, schema);
    for (const kind of ['all', 'some'] as const) appliedBy(document, schema, kind).forEach(visit);
  };
  const value = get(document, pointer);
  if (isObject(value)) visit({ value, pointer });
  return [...found.values()];
}

/** The types that a value may have; undefined where no schema says. */
export function typesOf(document: OpenApiDocument, pointer: string): ReadonlySet<string> | undefined {
  const types = inPlace(document, pointer).flatMap(({ value }) => typesSaid(value));
  return types.length > 0 ? new Set(types) : undefined;
}

/** By `type`, or by the values, or by keywords that mean nothing for others. */
export function typesSaid(schema: JsonObject): string[] {
  if (schema.type !== undefined) return [schema.type].flat().map(String);
  const values = schema.const === undefined ? itemsOf(schema.enum) : [schema.const];
  if (values.length > 0) return [...new Set(values.map(typeOf))];
  if (schema.properties !== undefined || isObject(schema.additionalProperties)) return ['object'];
  return schema.items !== undefined || schema.prefixItems !== undefined ? ['array'] : [];
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** JSON Pointers of the schemas of an object's properties, by name. */
export function propertiesOf(document: OpenApiDocument, pointer: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const { value, pointer: at } of inPlace(document, pointer)) {
    for (const [name] of entriesOf(value.properties)) {
      if (!properties.has(name)) properties.set(name, child(child(at, 'properties'), name));
    }
  }
  return properties;
}
