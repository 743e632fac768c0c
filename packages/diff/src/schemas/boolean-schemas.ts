// The schemas that accept nothing and anything, however they are written.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import type { Place } from './place.ts';

const ANNOTATIONS = new Set(
  'title description default deprecated example examples externalDocs xml $comment'.split(' '),
);

/** `false`, or `{ not: {} }`, which is how a schema says it where it has to be an object. */
export function isNever(schema: Json): boolean {
  return schema === false || (isObject(schema) && schema.not !== undefined && isAnything(schema.not));
}

function isAnything(schema: Json): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).every(isAnnotation));
}

export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith('x-');
}

/** The schema of a place as an object; `false` is spelled out. */
export function schemaAt({ schema }: Place): JsonObject {
  if (isObject(schema)) return schema;
  return schema === false ? { not: {} } : {};
}
