// What the document says of an operation's request, as one JSON Schema, shaped so that a violation's place reads like the
// service's own `loc`: `body`, `query`, `path`.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { resolve } from '@agentsource/openapi/references';
import type { OperationPlace } from '@agentsource/openapi/walk';
import { jsonContent } from './json-content.ts';
import { parametersIn } from './parameters.ts';

interface Part {
  schema: Json;
  required: boolean;
}

export function requestSchema(document: OpenApiDocument, place: OperationPlace): JsonObject {
  const parts = new Map<string, Part>();
  // Path and query alone: a header or a cookie may be set for the whole client, which no call shows.
  for (const location of ['path', 'query']) {
    const parameters = parametersIn(location, document, place);
    if (parameters.size === 0) continue;
    const schema = objectOf(new Map([...parameters].map(([name, parameter]) => [name, partOf(parameter)])));
    parts.set(location, { schema, required: itemsOf(schema.required).length > 0 });
  }
  const body = jsonBody(document, place);
  if (body) parts.set('body', body);
  return objectOf(parts);
}

function partOf({ schema = {}, required }: JsonObject): Part {
  return { schema, required: required === true };
}

function objectOf(parts: ReadonlyMap<string, Part>): JsonObject {
  const all = [...parts];
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, { schema }]) => [name, schema])),
    required: all.filter(([, { required }]) => required).map(([name]) => name),
  };
}

/** Required only where nothing but JSON may be sent: a form in its place is no missing body. */
function jsonBody(document: OpenApiDocument, { operation }: OperationPlace): Part | undefined {
  const schema = jsonContent(document, operation.requestBody)?.schema;
  if (schema === undefined) return undefined;
  const body = resolve(document, operation.requestBody)?.value;
  const isJsonAlone = entriesOf(body?.content).every(([mediaType]) => isJsonMediaType(mediaType));
  return { schema, required: body?.required === true && isJsonAlone };
}
