// Boolean schemas where the tool expects objects, and the ways to say that nothing is accepted.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { acceptNothing, isAnnotation } from './schema.ts';

export function spellOutBooleans(schema: JsonObject): void {
  if (Array.isArray(schema.allOf)) {
    const parts = schema.allOf.filter((part) => !acceptsAll(part));
    if (parts.some(acceptsNone)) return acceptNothing(schema);
    if (parts.length > 0) schema.allOf = parts;
    else delete schema.allOf;
  }
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) continue;
    const possible = branches.filter((branch) => !acceptsNone(branch));
    if (possible.length === 0) return acceptNothing(schema);
    schema[keyword] = possible;
  }
  if (schema.not !== undefined && acceptsAll(schema.not)) acceptNothing(schema);
}

function acceptsAll(schema: Json): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).every(isAnnotation));
}

function acceptsNone(schema: Json): boolean {
  return schema === false || (isObject(schema) && Array.isArray(schema.enum) && schema.enum.length === 0);
}
