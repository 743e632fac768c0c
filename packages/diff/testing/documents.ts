// Small documents for the tests of the diff: one operation, with a schema in its request or in its response.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json, JsonObject } from '@agentsource/openapi/json';

export type Side = 'request' | 'response' | 'error';

/** A whole document around the operation `POST /things`; each part may be replaced. */
export function documentOf(parts: {
  operation?: JsonObject;
  path?: string;
  paths?: JsonObject;
  components?: JsonObject;
  document?: JsonObject;
}): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    servers: [{ url: 'https://things.example' }],
    paths: { [parts.path ?? '/things']: { post: operationOf(parts.operation ?? {}) }, ...parts.paths },
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'api_key' } },
      ...parts.components,
    },
    ...parts.document,
  };
}

/** Overrides whose value is null take the key out. */
function operationOf(overrides: JsonObject): JsonObject {
  const operation: JsonObject = {
    operationId: 'add_thing',
    responses: { '200': { description: 'Added', content: json({ type: 'object' }) } },
    ...overrides,
  };
  return Object.fromEntries(Object.entries(operation).filter(([, value]) => value !== null)) as JsonObject;
}

/** The schema as the body of the request, of the 200 response, or of a 422. */
export function documentWithSchema(
  side: Side,
  schema: Json,
  components: JsonObject = {},
  openapi = '3.1.0',
): OpenApiDocument {
  const operation: JsonObject = {
    request: { requestBody: { required: true, content: json(schema) } },
    response: answers({ '200': schema }),
    error: answers({ '200': {}, '422': schema }),
  }[side];
  return documentOf({ operation, components: { schemas: components }, document: { openapi } });
}

export function json(schema: Json): JsonObject {
  return { 'application/json': { schema } };
}

/** Responses by status, each with a JSON body. */
export function answers(schemas: Record<string, Json>): JsonObject {
  return {
    responses: Object.fromEntries(
      Object.entries(schemas).map(([status, schema]) => [
        status,
        { description: status, content: json(schema) },
      ]),
    ),
  };
}

export function object(properties: JsonObject, required: string[] = [], more: JsonObject = {}): JsonObject {
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), ...more };
}

/** An object with the schema as its one property, so that a rule about values is tried within something. */
export function holding(value: Json): JsonObject {
  return object({ value }, ['value']);
}
