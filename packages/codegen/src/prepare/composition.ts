// A schema that has keywords of its own beside `anyOf` or `oneOf` has to satisfy both, where the tool would write a union; it says so
// by `allOf`.
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isAnnotation, takeConstraints } from './schema.ts';

/** Keywords that say no more than the branches do, as far as types go. */
const SILENT = new Set(['type', 'required']);

export function splitComposition(schema: JsonObject): void {
  const unions = (['anyOf', 'oneOf'] as const).filter((keyword) => Array.isArray(schema[keyword]));
  if (typeof schema.$ref === 'string') return splitReference(schema);
  if (unions.length === 0) {
    if (Array.isArray(schema.allOf) && !isPlainObject(schema)) split(schema);
    return;
  }
  const own = Object.keys(schema).filter(
    (keyword) => !isAnnotation(keyword) && !unions.includes(keyword as never),
  );
  if (unions.length === 1 && own.every((keyword) => SILENT.has(keyword)) && isObjectType(schema.type)) {
    delete schema.type;
  } else split(schema);
}

/** Beside a reference nothing else is read. */
function splitReference(schema: JsonObject): void {
  const { $ref, ...constraints } = takeConstraints(schema);
  if (Object.keys(constraints).length === 0) schema.$ref = $ref as Json;
  else {
    schema.allOf = [{ $ref: $ref as Json }, constraints];
    splitComposition(constraints);
  }
}

function split(schema: JsonObject): void {
  const { allOf, anyOf, oneOf, ...core } = takeConstraints(schema);
  const branches: Json[] = [core, ...itemsOf(allOf)];
  for (const [keyword, union] of Object.entries({ anyOf, oneOf })) {
    if (union !== undefined) branches.push({ [keyword]: union });
  }
  const parts = branches.filter((part) => !isObject(part) || Object.keys(part).length > 0);
  // What else may stand for an object, null most often, may do so in each part.
  if (Array.isArray(core.type)) for (const part of parts) allowTypes(part, core.type);
  Object.assign(schema, parts.length === 1 ? parts[0] : { allOf: parts });
}

function allowTypes(schema: Json, types: Json[]): void {
  if (isObject(schema) && schema.type === undefined && isObject(schema.properties)) schema.type = types;
}

function isObjectType(type: Json | undefined): boolean {
  return type === undefined || type === 'object';
}

/** The tool reads `allOf` rightly beside the keywords of objects. */
function isPlainObject(schema: JsonObject): boolean {
  return isObjectType(schema.type) && schema.enum === undefined && schema.const === undefined;
}
