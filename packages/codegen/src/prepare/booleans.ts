// Boolean schemas where the tool expects objects, and the ways to say that nothing is accepted.
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isAnnotation, takeConstraints } from './schema.ts';

export function spellOutBooleans(schema: JsonObject): void {
  const { allOf, not } = schema;
  if (Array.isArray(allOf)) {
    schema.allOf = allOf.filter((part) => !acceptsAll(part));
    if (schema.allOf.length === 0) delete schema.allOf;
  }
  const isImpossible =
    (not !== undefined && acceptsAll(not)) ||
    itemsOf(allOf).some(acceptsNone) ||
    ['anyOf', 'oneOf'].some(
      (keyword) => Array.isArray(schema[keyword]) && schema[keyword].every(acceptsNone),
    );
  if (!isImpossible) return;
  takeConstraints(schema);
  schema.enum = [];
}

function acceptsAll(schema: Json): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).every(isAnnotation));
}

function acceptsNone(schema: Json): boolean {
  return schema === false || (isObject(schema) && Array.isArray(schema.enum) && schema.enum.length === 0);
}
