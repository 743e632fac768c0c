// The bodies of all requests and answers, and all component schemas, as one list of types.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { resolve } from '@agentsource/openapi/references';
import { operationsOf, walk } from '@agentsource/openapi/walk';
import { spellOutBooleans } from '../prepare/booleans.ts';
import { schemasOf } from '../prepare/schema.ts';
import { PLACE_HELPERS, typeAt } from './place.ts';

/** A module of one line for each place, behind a first part, and the places in the order of their lines. */
export interface Places {
  text: string;
  pointers: string[];
}

export function bodiesOf(built: OpenApiDocument): Places {
  const document = structuredClone(built);
  walk(document, { schema: spellOutBooleans });
  const pointers = placesOf(document)
    .filter(({ schema }) => !acceptsNothing(document, schema))
    .map(({ pointer }) => pointer);
  return renderPlaces(
    pointers,
    (pointer, index) => `export type Body${index} = ${typeAt(document, pointer) ?? 'unknown'};`,
  );
}

export function renderPlaces(pointers: string[], line: (pointer: string, index: number) => string): Places {
  const head = `import type { components, paths } from './openapi.ts';${PLACE_HELPERS.replaceAll('\n', ' ').replaceAll(/\/\*.*?\*\//g, '')}\n`;
  return { text: head + pointers.map(line).join('\n'), pointers };
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
  if (schema === false) return true;
  const values = resolve(document, schema)?.value.enum;
  return Array.isArray(values) && values.length === 0;
}
