// As much of a document as types are to be made of: the operations that are compared, without what is only read by people.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { walk } from '@agentsource/openapi/walk';
import type { OperationPair } from '../operations.ts';

/** A copy; components stay, since what one says may count in another. */
export function typedDocument(
  document: OpenApiDocument,
  operations: readonly OperationPair[],
  version: 'before' | 'after',
): OpenApiDocument {
  const typed = structuredClone({ ...document, paths: pathsOf(document, operations, version) });
  walk(typed, {
    schema: without('title description default example examples externalDocs xml $comment'),
    exampled: without('description example examples'),
    operation: without('summary description externalDocs tags'),
    requestBody: without('description'),
  });
  return typed;
}

function pathsOf(
  document: OpenApiDocument,
  operations: readonly OperationPair[],
  version: 'before' | 'after',
): JsonObject {
  const paths: JsonObject = {};
  for (const { [version]: place } of operations) {
    if (!place) continue;
    const { [place.path]: item } = document.paths;
    const { [place.path]: known = isObject(item) && item.parameters ? { parameters: item.parameters } : {} } =
      paths;
    paths[place.path] = { ...(known as JsonObject), [place.method]: place.operation };
  }
  return paths;
}

function without(keywords: string): (holder: JsonObject) => void {
  const names = keywords.split(' ');
  return (holder) => {
    for (const name of names) delete holder[name];
  };
}
