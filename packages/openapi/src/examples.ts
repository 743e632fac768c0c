// Lists every example in a document with the schema that it is an example of.

import type { OpenApiDocument } from './document.ts';
import { isObject, itemsOf, type Json } from './json.ts';
import { child, keysOf } from './pointer.ts';
import { type Located, resolve } from './references.ts';
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
    schema: (value, pointer) => {
      places.push(...singleExample({ value, pointer }, pointer), ...listedExamples({ value, pointer }));
    },
    exampled: (value, pointer) => {
      if (value.schema === undefined || isOfOtherText(pointer)) return;
      const schemaPointer = child(pointer, 'schema');
      places.push(...singleExample({ value, pointer }, schemaPointer));
      places.push(...namedExamples(document, { value, pointer }, schemaPointer));
    },
  });
  return places;
}

/** Examples of a media type such as XML show it as text, which its schema describes only once it is parsed. */
function isOfOtherText(pointer: string): boolean {
  const [holder, key = ''] = keysOf(pointer).slice(-2);
  return holder === 'content' && /[/+]xml\b|^multipart\//i.test(key);
}

function singleExample({ value: holder, pointer }: Located, schemaPointer: string): ExamplePlace[] {
  const { example } = holder;
  if (example === undefined) return [];
  const remove = () => {
    delete holder.example;
  };
  return [{ pointer: child(pointer, 'example'), schemaPointer, value: example, remove }];
}

function listedExamples({ value: schema, pointer }: Located): ExamplePlace[] {
  const at = child(pointer, 'examples');
  return itemsOf(schema.examples).map((value, index) => {
    const remove = () => {
      const rest = itemsOf(schema.examples).filter((other) => other !== value);
      if (rest.length > 0) schema.examples = rest;
      else delete schema.examples;
    };
    return { pointer: child(at, index), schemaPointer: pointer, value, remove };
  });
}

function namedExamples(
  document: OpenApiDocument,
  { value: holder, pointer }: Located,
  schemaPointer: string,
): ExamplePlace[] {
  const at = child(pointer, 'examples');
  const { examples } = holder;
  if (!isObject(examples)) return [];
  return Object.entries(examples).flatMap(([name, entry]) => {
    const value = resolve(document, entry)?.value.value;
    if (value === undefined) return [];
    const remove = () => {
      delete examples[name];
      if (Object.keys(examples).length === 0) delete holder.examples;
    };
    return [{ pointer: child(at, name), schemaPointer, value, remove }];
  });
}
