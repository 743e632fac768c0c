// The parameters of an operation, its own and those of its path item.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { itemsOf, type JsonObject } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import type { OperationPlace } from '@agentsource/openapi/walk';

/** Those in one location (`query`, `path` …), by name. */
export function parametersIn(
  location: string,
  document: OpenApiDocument,
  { path, operation }: OperationPlace,
): Map<string, JsonObject> {
  const parameters = new Map<string, JsonObject>();
  const item = resolve(document, document.paths[path])?.value;
  // The operation's own come last: they replace the path's of the same name.
  for (const listed of [...itemsOf(item?.parameters), ...itemsOf(operation.parameters)]) {
    const parameter = resolve(document, listed)?.value;
    if (parameter?.in === location) parameters.set(String(parameter.name), parameter);
  }
  return parameters;
}
