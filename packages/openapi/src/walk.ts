// Visits what an OpenAPI document holds by meaning, so that a property named "pattern" is never taken for the keyword.

import { METHODS } from './document.ts';
import { entriesOf, isObject, type Json, type JsonObject } from './json.ts';
import { child } from './pointer.ts';

export interface OperationPlace {
  method: string;
  path: string;
  pointer: string;
  operation: JsonObject;
}

export function operationsOf(document: JsonObject): OperationPlace[] {
  const places: OperationPlace[] = [];
  for (const [path, item] of entriesOf(document.paths)) {
    for (const method of METHODS) {
      const operation = isObject(item) ? item[method] : undefined;
      if (!isObject(operation)) continue;
      places.push({ method, path, pointer: child(child('/paths', path), method), operation });
    }
  }
  return places;
}

type Visit = (value: JsonObject, pointer: string) => void;

/** What a visitor may want to see; each gets the object itself (to change in place) and its JSON Pointer. */
export interface Visitor {
  schema?: Visit;
  /** Media types, parameters and headers: whatever pairs a schema with examples. */
  exampled?: Visit;
}

const SCHEMA_KEYWORDS = new Set([
  'additionalProperties',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);
const SCHEMA_LIST_KEYWORDS = new Set(['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems']);
const SCHEMA_MAP_KEYWORDS = new Set([
  '$defs',
  'definitions',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);

/** Visits a schema and every schema within it, the inner ones first. */
export function walkSchema(value: Json | undefined, pointer: string, visit: Visit): void {
  if (!isObject(value)) return;
  for (const [keyword, inner] of Object.entries(value)) {
    const at = child(pointer, keyword);
    if (Array.isArray(inner) && SCHEMA_LIST_KEYWORDS.has(keyword)) {
      inner.forEach((schema, index) => {
        walkSchema(schema, child(at, index), visit);
      });
    } else if (SCHEMA_KEYWORDS.has(keyword)) {
      walkSchema(inner, at, visit);
    } else if (SCHEMA_MAP_KEYWORDS.has(keyword)) {
      for (const [name, schema] of entriesOf(inner)) walkSchema(schema, child(at, name), visit);
    }
  }
  visit(value, pointer);
}

/** Visits everything in a document that the visitor asks for. */
export function walk(document: JsonObject, visitor: Visitor): void {
  const schema = (value: Json | undefined, at: string) => walkSchema(value, at, visitor.schema ?? (() => {}));
  const exampled = (value: Json | undefined, at: string) => {
    if (!isObject(value)) return;
    schema(value.schema, child(at, 'schema'));
    each(value.content, child(at, 'content'), exampled);
    visitor.exampled?.(value, at);
  };
  const response = (value: Json | undefined, at: string) => {
    if (!isObject(value)) return;
    each(value.headers, child(at, 'headers'), exampled);
    each(value.content, child(at, 'content'), exampled);
  };
  const operation = (value: Json | undefined, at: string) => {
    if (!isObject(value)) return;
    each(value.parameters, child(at, 'parameters'), exampled);
    if (isObject(value.requestBody)) {
      each(value.requestBody.content, child(child(at, 'requestBody'), 'content'), exampled);
    }
    each(value.responses, child(at, 'responses'), response);
    each(value.callbacks, child(at, 'callbacks'), (callback, place) => each(callback, place, pathItem));
  };
  const pathItem = (value: Json | undefined, at: string) => {
    if (!isObject(value)) return;
    each(value.parameters, child(at, 'parameters'), exampled);
    for (const method of METHODS) operation(value[method], child(at, method));
  };
  each(document.paths, '/paths', pathItem);
  each(document.webhooks, '/webhooks', pathItem);
  const components = isObject(document.components) ? document.components : {};
  each(components.schemas, '/components/schemas', schema);
  each(components.parameters, '/components/parameters', exampled);
  each(components.headers, '/components/headers', exampled);
  each(components.responses, '/components/responses', response);
  each(components.requestBodies, '/components/requestBodies', exampled);
  each(components.pathItems, '/components/pathItems', pathItem);
}

function each(value: Json | undefined, at: string, visit: (value: Json, at: string) => void): void {
  if (Array.isArray(value)) {
    value.forEach((inner, index) => {
      visit(inner, child(at, index));
    });
  } else {
    for (const [key, inner] of entriesOf(value)) visit(inner, child(at, key));
  }
}
