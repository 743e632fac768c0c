// The little of the OpenAPI object model that is touched here; everything else stays plain JSON.
import { isObject, type JsonObject } from './json.ts';

/** A parsed OpenAPI document. Its shape is only trusted after validation. */
export interface OpenApiDocument extends JsonObject {
  openapi: string;
  info: JsonObject & { title: string; version: string };
  paths: JsonObject;
}

/** The components of one sort, by name; empty where the document has none. */
export function componentsOf(
  { components }: OpenApiDocument,
  sort: 'schemas' | 'securitySchemes',
): JsonObject {
  const named = isObject(components) ? components[sort] : undefined;
  return isObject(named) ? named : {};
}

/** Something a step did to a document, for the report: which rule, where, and what. */
export interface Hit {
  rule: string;
  pointer: string;
  detail: string;
}

/** Tells of a hit; a rule that changes nothing tells nothing. */
export type Report = (rule: string, pointer: string, detail: string) => void;

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
