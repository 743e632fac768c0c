// Lists every example in a document with the schema that it is an example of.

import type { OpenApiDocument } from './document.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { child, get } from './pointer.ts';
import { walk } from './walk.ts';

export interface ExamplePlace {
  pointer: string;
  schemaPointer: string;
  value: Json;
  /** Takes the example out of the document. */
  remove(): void;
}

/** Schema examples (`example`, `examples`) and those of media types, parameters and headers, `$ref`s followed. */
export function examplesOf(document: OpenApiDocument): ExamplePlace[] {
  const places: ExamplePlace[] = [];
  walk(document, {
    schema: (schema, pointer) => {
      pushSingle(places, schema, pointer, pointer);
      pushList(places, schema, pointer);
    },
    exampled: (holder, pointer) => {
      if (holder.schema === undefined) return;
      const schemaPointer = child(pointer, 'schema');
      pushSingle(places, holder, pointer, schemaPointer);
      pushNamed(places, holder, pointer, schemaPointer, document);
    },
  });
  return places;
}

function pushSingle(
  places: ExamplePlace[],
  holder: JsonObject,
  pointer: string,
  schemaPointer: string,
): void {
  if (!('example' in holder)) return;
  const remove = () => {
    delete holder.example;
  };
  places.push({ pointer: child(pointer, 'example'), schemaPointer, value: holder.example as Json, remove });
}

function pushList(places: ExamplePlace[], schema: JsonObject, pointer: string): void {
  if (!Array.isArray(schema.examples)) return;
  const at = child(pointer, 'examples');
  for (const [index, value] of schema.examples.entries()) {
    const remove = () => {
      const rest = (schema.examples as Json[] | undefined)?.filter((other) => other !== value) ?? [];
      if (rest.length > 0) schema.examples = rest;
      else delete schema.examples;
    };
    places.push({ pointer: child(at, index), schemaPointer: pointer, value, remove });
  }
}

function pushNamed(
  places: ExamplePlace[],
  holder: JsonObject,
  pointer: string,
  schemaPointer: string,
  document: OpenApiDocument,
): void {
  const { examples } = holder;
  if (!isObject(examples)) return;
  for (const [name, entry] of Object.entries(examples)) {
    const named = isObject(entry) && typeof entry.$ref === 'string' ? get(document, entry.$ref) : entry;
    if (!isObject(named) || named.value === undefined) continue;
    const remove = () => {
      delete examples[name];
      if (Object.keys(examples).length === 0) delete holder.examples;
    };
    places.push({
      pointer: child(child(pointer, 'examples'), name),
      schemaPointer,
      value: named.value,
      remove,
    });
  }
}
