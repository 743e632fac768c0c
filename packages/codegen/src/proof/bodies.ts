// The bodies of all requests and answers, and all component schemas, with their types.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { resolve } from '@agentsource/openapi/references';
import { operationsOf, walk } from '@agentsource/openapi/walk';
import { spellOutBooleans } from '../prepare/booleans.ts';
import { referredComponent, schemasOf } from '../prepare/schema.ts';
import { typeAt } from './place.ts';

export interface Body {
  pointer: string;
  /** As TypeScript. */
  type: string;
}

/** But for those that accept nothing by their schemas. */
export function bodiesOf(built: OpenApiDocument): Body[] {
  const document = structuredClone(built);
  walk(document, { schema: spellOutBooleans });
  return placesOf(document)
    .filter(({ schema }) => !acceptsNothing(document, schema))
    .flatMap(({ pointer }) => {
      const type = typeAt(document, pointer);
      return type === undefined ? [] : [{ pointer, type }];
    });
}

interface Place {
  pointer: string;
  schema: Json | undefined;
}

function placesOf(document: OpenApiDocument): Place[] {
  const components = Object.entries(schemasOf(document)).map(([name, schema]) => ({
    pointer: child('/components/schemas', name),
    schema,
  }));
  const bodies = operationsOf(document).flatMap(({ operation, pointer }) => [
    ...contentsOf(document, operation.requestBody, child(pointer, 'requestBody')),
    ...entriesOf(operation.responses).flatMap(([status, response]) =>
      contentsOf(document, response, child(child(pointer, 'responses'), status)),
    ),
  ]);
  return [...components, ...bodies];
}

function contentsOf(document: OpenApiDocument, holder: Json | undefined, pointer: string): Place[] {
  const { content } = resolve(document, holder)?.value ?? ({} as JsonObject);
  return entriesOf(content).map(([mediaType, media]) => ({
    pointer: child(child(child(pointer, 'content'), mediaType), 'schema'),
    schema: isObject(media) ? media.schema : undefined,
  }));
}

function acceptsNothing(document: OpenApiDocument, schema: Json | undefined): boolean {
  const component = referredComponent(schema);
  if (component !== undefined) return acceptsNothing(document, schemasOf(document)[component]);
  return schema === false || (isObject(schema) && Array.isArray(schema.enum) && schema.enum.length === 0);
}
