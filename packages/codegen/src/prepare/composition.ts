// A schema that has keywords of its own beside `anyOf` or `oneOf` has to satisfy both, where the tool would write a union; it says so
// by `allOf`.
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isAnnotation, takeConstraints } from './schema.ts';

export function splitComposition(schema: JsonObject): void {
  if (Array.isArray(schema.allOf)) {
    schema.allOf = schema.allOf.filter((part) => !isSilent(part));
    if (schema.allOf.length === 0) delete schema.allOf;
  }
  if (typeof schema.$ref === 'string') splitReference(schema);
  else if (schema.anyOf === undefined && schema.oneOf === undefined) {
    if (Array.isArray(schema.allOf) && !isPlainObject(schema)) split(schema);
  } else splitUnion(schema);
}

/** What means something to types. */
const TELLING = '$ref type enum const properties additionalProperties allOf anyOf oneOf'.split(' ');

function isSilent(schema: Json): boolean {
  return isObject(schema) && TELLING.every((keyword) => schema[keyword] === undefined);
}

/** Beside a reference nothing else is read. */
function splitReference(schema: JsonObject): void {
  const { $ref, ...constraints } = takeConstraints(schema);
  splitComposition(constraints);
  if (isSilent(constraints)) schema.$ref = $ref as Json;
  else schema.allOf = [{ $ref: $ref as Json }, constraints];
}

function splitUnion(schema: JsonObject): void {
  const branches = itemsOf(schema.anyOf ?? schema.oneOf);
  const own = Object.keys(schema).filter((keyword) => !isAnnotation(keyword));
  const isTypeAlone = own.every((keyword) => ['type', 'required', 'anyOf', 'oneOf'].includes(keyword));
  const hasTwoUnions = schema.anyOf !== undefined && schema.oneOf !== undefined;
  const isSaid = (mayBeObject(schema.type) && !branches.some(isSilent)) || branches.every(hasValues);
  if (isTypeAlone && isSaid && !hasTwoUnions) delete schema.type;
  else split(schema);
}

/** Whether a branch says by its values which type it has. */
function hasValues(schema: Json): boolean {
  return isObject(schema) && (schema.const !== undefined || schema.enum !== undefined);
}

function split(schema: JsonObject): void {
  const { allOf, anyOf, oneOf, ...core } = takeConstraints(schema);
  const branches: Json[] = [core, ...itemsOf(allOf)];
  for (const [keyword, union] of Object.entries({ anyOf, oneOf })) {
    // Of several ways one that is open to all leaves nothing to say.
    if (union !== undefined && !itemsOf(union).some(isSilent)) branches.push({ [keyword]: union });
  }
  const parts = branches.filter((part) => !isObject(part) || Object.keys(part).length > 0);
  // What else may stand for an object, null most often, may do so in each part.
  if (Array.isArray(core.type)) for (const part of parts) allowTypes(part, core.type);
  Object.assign(schema, parts.length > 1 ? { allOf: parts } : parts[0]);
}

function allowTypes(schema: Json, types: Json[]): void {
  if (!isObject(schema)) return;
  if (schema.type === undefined && isObject(schema.properties)) schema.type = types;
  for (const branch of [...itemsOf(schema.anyOf), ...itemsOf(schema.oneOf)]) allowTypes(branch, types);
}

function mayBeObject(type: Json | undefined): boolean {
  return type === undefined || type === 'object' || itemsOf(type).includes('object');
}

/** The tool reads `allOf` rightly beside the keywords of objects. */
function isPlainObject({ type, enum: values, const: value }: JsonObject): boolean {
  return (type === undefined || type === 'object') && values === undefined && value === undefined;
}
