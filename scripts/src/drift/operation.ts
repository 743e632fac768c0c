// What the document says about a page's operation, in the terms in which examples are checked.

import { componentsOf, type OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { child, get } from '@agentsource/openapi/pointer';
import { resolve } from '@agentsource/openapi/references';
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
  const pathItem = get(document, child('/paths', path));
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    request: jsonSchemas(document, child(pointer, 'requestBody')),
    responses: new Map(
      entriesOf(operation.responses).map(([status]) => [
        status,
        jsonSchemas(document, child(child(pointer, 'responses'), status)),
      ]),
    ),
    queryParameters: [operation, pathItem].flatMap((holder) => queryParameters(document, holder)),
    keyHeaders: keyHeaders(document),
    servers: itemsOf(document.servers).flatMap((server) =>
      isObject(server) && typeof server.url === 'string' ? [server.url] : [],
    ),
  };
}

function jsonSchemas(document: OpenApiDocument, at: string): string[] {
  const found = resolve(document, get(document, at), at);
  return entriesOf(found?.value.content)
    .filter(([type, media]) => isJsonMediaType(type) && isObject(media) && media.schema !== undefined)
    .map(([type]) => child(child(child(found?.pointer ?? at, 'content'), type), 'schema'));
}

function queryParameters(document: OpenApiDocument, holder: Json | undefined): string[] {
  return itemsOf(isObject(holder) ? holder.parameters : undefined).flatMap((entry) => {
    const parameter = resolve(document, entry)?.value;
    return parameter?.in === 'query' ? [String(parameter.name)] : [];
  });
}

function keyHeaders(document: OpenApiDocument): string[] {
  return Object.values(componentsOf(document, 'securitySchemes')).flatMap((scheme) =>
    isObject(scheme) && scheme.in === 'header' ? [String(scheme.name).toLowerCase()] : [],
  );
}
