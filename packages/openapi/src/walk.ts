// Visits what an OpenAPI document holds by meaning, so that a property named "pattern" is never taken for the keyword.

import { METHODS } from './document.ts';
import { entriesOf, isObject, type Json, type JsonObject } from './json.ts';
import { child } from './pointer.ts';
import { FIELDS, type Field, type Kind, REFERENCEABLE } from './structure.ts';

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

/**
 * What a visitor may want to see, by kind; each gets the object itself (to change in place) and its JSON Pointer. What is inside
 * an object comes before the object.
 */
export interface Visitor extends Partial<Record<Exclude<Kind, 'data'>, Visit>> {
  /** Media types, parameters and headers: whatever pairs a schema with examples. */
  exampled?: Visit;
  /** `{ "$ref": … }` in place of an object. Nothing beside the `$ref` counts, but for a path item's. */
  reference?: Visit;
  /** A member whose name begins with `x-`: what holds it, its name, and the holder's JSON Pointer. */
  extension?: (holder: JsonObject, name: string, pointer: string) => void;
  /** A value that is data: what holds it, under which key, and its JSON Pointer. */
  data?: (holder: JsonObject | Json[], key: string | number, pointer: string) => void;
}

const EXAMPLED: ReadonlySet<Kind> = new Set<Kind>(['mediaType', 'parameter', 'header']);

/** Visits everything in a document that the visitor asks for. */
export function walk(document: JsonObject, visitor: Visitor): void {
  visitObject('document', document, '', visitor);
}

/** Visits a schema and every schema within it, the inner ones first. */
export function walkSchema(value: Json | undefined, pointer: string, visit: Visit): void {
  if (isObject(value)) visitObject('schema', value, pointer, { schema: visit });
}

function visitObject(
  kind: Exclude<Kind, 'data'>,
  value: JsonObject,
  pointer: string,
  visitor: Visitor,
): void {
  const isReference = REFERENCEABLE.has(kind) && typeof value.$ref === 'string';
  if (!isReference || kind === 'pathItem') visitFields(kind, value, pointer, visitor);
  if (isReference) visitor.reference?.(value, pointer);
  if (isReference && kind !== 'pathItem') return;
  visitor[kind]?.(value, pointer);
  if (EXAMPLED.has(kind)) visitor.exampled?.(value, pointer);
}

function visitFields(kind: Kind, value: JsonObject, pointer: string, visitor: Visitor): void {
  const fields = FIELDS[kind];
  for (const key of Object.keys(value)) {
    if (key.startsWith('x-')) {
      visitor.extension?.(value, key, pointer);
      continue;
    }
    const field = Object.hasOwn(fields, key) ? fields[key] : fields['*'];
    if (field !== undefined) visitField(field, value, key, child(pointer, key), visitor);
  }
}

function visitField(
  field: Field,
  holder: JsonObject | Json[],
  key: string | number,
  pointer: string,
  visitor: Visitor,
): void {
  const value = (holder as JsonObject)[key];
  if (field === 'data') visitor.data?.(holder, key, pointer);
  else if (typeof field !== 'string') visitMembers(field, value, pointer, visitor);
  else if (isObject(value)) visitObject(field, value, pointer, visitor);
  else if (Array.isArray(value)) visitMembers({ list: field }, value, pointer, visitor);
}

function visitMembers(
  field: Exclude<Field, Kind>,
  value: Json | undefined,
  pointer: string,
  visitor: Visitor,
): void {
  const member = 'list' in field ? field.list : field.map;
  if (!isObject(value) && !Array.isArray(value)) return;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) visitField(member, value, key, child(pointer, key), visitor);
}
