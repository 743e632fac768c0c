// What a document lets its callers keep: things that one operation makes, and others list, read, change and end by their name. Derived
// from methods, paths and the names that operations take and return, and from nothing else.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { get } from '@agentsource/openapi/pointer';
import type { Operation } from '../operation/operation.ts';
import { responseFor, successOf } from '../operation/responses.ts';

export type Role = 'make' | 'list' | 'read' | 'change' | 'end' | 'use';

export interface Resource {
  /** What a thing is known by, such as `enrollment_id`. */
  key: string;
  /** Whether the service names it; otherwise who makes it does. */
  isGiven: boolean;
  roles: ReadonlyMap<Operation, Role>;
  /** The property of a listing that holds the things; undefined where there is none. */
  listed: string | undefined;
}

/** Each has an operation that makes it and one that ends it: without an end, nothing is known of it. */
export function resourcesOf(document: OpenApiDocument, operations: readonly Operation[]): Resource[] {
  const ends = operations.filter(({ method }) => method === 'delete');
  return ends.flatMap((end) => {
    for (const make of operations.filter((one) => one.method === 'post' && isAtOrAbove(one.path, end.path))) {
      const returned = Object.keys(answered(document, make));
      // What the service returns and nobody sent names a thing more exactly than what was sent.
      const candidates = [...taken(document, end)].filter(
        (name) => returned.includes(name) || sends(document, make, name),
      );
      const [key] = candidates;
      if (key === undefined) continue;
      const roles = rolesOf(document, operations, { key, make, end });
      const list = [...roles].find(([, role]) => role === 'list')?.[0];
      return [
        { key, isGiven: !sends(document, make, key), roles, listed: list && listOf(document, list, key) },
      ];
    }
    return [];
  });
}

function rolesOf(
  document: OpenApiDocument,
  operations: readonly Operation[],
  { key, make, end }: { key: string; make: Operation; end: Operation },
): Map<Operation, Role> {
  const roles = new Map<Operation, Role>([
    [make, 'make'],
    [end, 'end'],
  ]);
  for (const operation of operations) {
    if (roles.has(operation)) continue;
    const { method, path } = operation;
    const takes = taken(document, operation).has(key);
    if (takes && method === 'get') roles.set(operation, 'read');
    else if (takes && (method === 'patch' || method === 'put')) roles.set(operation, 'change');
    else if (takes) roles.set(operation, 'use');
    else if (method === 'get' && path === make.path && listOf(document, operation, key))
      roles.set(operation, 'list');
  }
  return roles;
}

/** `/a` is above `/a/{id}`, and not above `/ab`. */
function isAtOrAbove(path: string, other: string): boolean {
  return other === path || other.startsWith(`${path}/`);
}

/** What an operation takes a thing by: its path's parameters and what its body must have. */
function taken(document: OpenApiDocument, { parameters, body }: Operation): Set<string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const schema = resolved(document, body?.contents[0]?.schema);
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  return new Set([...inPath, ...required]);
}

function sends(document: OpenApiDocument, { body }: Operation, name: string): boolean {
  const { properties } = resolved(document, body?.contents[0]?.schema);
  return isObject(properties) && Object.hasOwn(properties, name);
}

/** The properties of a success. */
function answered(document: OpenApiDocument, { responses }: Operation): JsonObject {
  const status = successOf(responses);
  const response = status === undefined ? undefined : responseFor(responses, status);
  const { properties } = resolved(document, response?.contents[0]?.schema);
  return isObject(properties) ? properties : {};
}

/** The property of the answer that is a list of things with that key. */
function listOf(document: OpenApiDocument, operation: Operation, key: string): string | undefined {
  return Object.entries(answered(document, operation)).find(([, property]) => {
    const { items } = resolvedValue(document, property);
    const { properties } = resolvedValue(document, items);
    return isObject(properties) && Object.hasOwn(properties, key);
  })?.[0];
}

function resolved(document: OpenApiDocument, pointer: string | undefined): JsonObject {
  return pointer === undefined ? {} : resolvedValue(document, get(document, pointer));
}

function resolvedValue(document: OpenApiDocument, value: unknown, depth = 0): JsonObject {
  if (!isObject(value as never) || depth > 20) return {};
  const schema = value as JsonObject;
  return typeof schema.$ref === 'string'
    ? resolvedValue(document, get(document, schema.$ref), depth + 1)
    : schema;
}
