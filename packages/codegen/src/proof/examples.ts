// The examples of a document, with the types of their places.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { examplesOf } from '@agentsource/openapi/examples';
import type { Json } from '@agentsource/openapi/json';
import { typeAt } from './place.ts';

export interface Example {
  pointer: string;
  /** As TypeScript. */
  type: string;
  value: Json;
}

/** Those whose place the types show. */
export function examplesIn(document: OpenApiDocument): Example[] {
  return examplesOf(document).flatMap(({ pointer, schemaPointer, value }) => {
    const type = typeAt(document, schemaPointer);
    return type === undefined ? [] : [{ pointer, type: `Known<${type}>`, value }];
  });
}
