// What the document says about a page's operation, in the terms in which examples are checked.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { operationsOf } from '@agentsource/openapi/walk';

export interface PageOperation {
  /** `POST /v1/things`. */
  name: string;
  method: string;
  path: string;
  /** JSON Pointers of the JSON schemas of the request body. */
  request: string[];
  /** The same of every response, by status. */
  responses: Map<string, string[]>;
  queryParameters: string[];
  /** Names in lower case. */
  keyHeaders: string[];
  servers: string[];
}

export function operationAt(
  document: OpenApiDocument,
  method: string,
  path: string,
): PageOperation | undefined {
  const place = operationsOf(document).find((other) => other.method === method && other.path === path);
  if (!place) return undefined;
  const { operation, pointer } = place;
  const responses = isObject(operation.responses) ? Object.keys(operation.responses) : [];
  const pathItem = get(document, child('/paths', path));
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    request: jsonSchemas(document, child(pointer, 'requestBody')),
    responses: new Map(
      responses.map((status) => [status, jsonSchemas(document, child(child(pointer, 'responses'), status))]),
    ),
    queryParameters: [operation, pathItem].flatMap((holder) => queryParameters(document, holder)),
    keyHeaders: keyHeaders(document),
    servers: (Array.isArray(document.servers) ? document.servers : []).flatMap((server) =>
      isObject(server) && typeof server.url === 'string' ? [server.url] : [],
    ),
  };
}

function resolve(
  document: OpenApiDocument,
  pointer: string,
): { value: JsonObject; pointer: string } | undefined {
  const value = get(document, pointer);
  if (!isObject(value)) return undefined;
  return typeof value.$ref === 'string'
    ? resolve(document, value.$ref.replace(/^#/, ''))
    : { value, pointer };
}

function jsonSchemas(document: OpenApiDocument, at: string): string[] {
  const found = resolve(document, at);
  if (!found || !isObject(found.value.content)) return [];
  return Object.entries(found.value.content)
    .filter(([type, media]) => /\bjson\b/i.test(type) && isObject(media) && media.schema !== undefined)
    .map(([type]) => child(child(child(found.pointer, 'content'), type), 'schema'));
}

function queryParameters(document: OpenApiDocument, holder: Json | undefined): string[] {
  if (!isObject(holder) || !Array.isArray(holder.parameters)) return [];
  return holder.parameters.flatMap((entry) => {
    const parameter = isObject(entry) && typeof entry.$ref === 'string' ? get(document, entry.$ref) : entry;
    return isObject(parameter) && parameter.in === 'query' ? [String(parameter.name)] : [];
  });
}

function keyHeaders(document: OpenApiDocument): string[] {
  const schemes = get(document, '/components/securitySchemes');
  return Object.values(isObject(schemes) ? schemes : {}).flatMap((scheme) =>
    isObject(scheme) && scheme.in === 'header' ? [String(scheme.name).toLowerCase()] : [],
  );
}
