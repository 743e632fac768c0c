// Path parameters as OpenAPI wants them: one for each `{name}` of the path, required, and none beside.
import type { OpenApiDocument, Report } from '../document.ts';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '../json.ts';
import { child } from '../pointer.ts';
import { resolve } from '../references.ts';
import { operationsOf } from '../walk.ts';

export function normalisePathParameters(document: OpenApiDocument, report: Report): void {
  for (const [path, item] of entriesOf(document.paths)) {
    if (isObject(item)) requireListed(document, item, { path, pointer: child('/paths', path), report });
  }
  for (const { path, pointer, operation } of operationsOf(document)) {
    const names = requireListed(document, operation, { path, pointer, report });
    const shared = isObject(document.paths[path]) ? document.paths[path].parameters : undefined;
    for (const one of itemsOf(shared)) names.add(pathParameterOf(document, one)?.name ?? '');
    const missing = [...namesIn(path)].filter((name) => !names.has(name));
    declareMissing(operation, missing, pointer, report);
  }
}

interface Place {
  path: string;
  pointer: string;
  report: Report;
}

/** Drops those that the path does not have, and makes the others required; gives their names. */
function requireListed(
  document: OpenApiDocument,
  holder: JsonObject,
  { path, pointer, report }: Place,
): Set<Json | undefined> {
  const names = new Set<Json | undefined>();
  if (!Array.isArray(holder.parameters)) return names;
  const at = child(pointer, 'parameters');
  holder.parameters = holder.parameters.filter((listed, index) => {
    const parameter = pathParameterOf(document, listed);
    if (parameter === undefined) return true;
    const here = child(at, index);
    if (!namesIn(path).has(String(parameter.name))) {
      report('path-parameter', here, `${JSON.stringify(parameter.name)} is not in the path; dropped`);
      return false;
    }
    names.add(parameter.name);
    if (parameter.required !== true) report('path-parameter', here, 'read as required, as all in a path are');
    parameter.required = true;
    return true;
  });
  return names;
}

function declareMissing(
  operation: JsonObject,
  missing: readonly string[],
  pointer: string,
  report: Report,
): void {
  for (const name of missing) {
    report('path-parameter', pointer, `"${name}" is not declared; read as a text`);
    operation.parameters = [
      ...itemsOf(operation.parameters),
      { name, in: 'path', required: true, schema: { type: 'string' } },
    ];
  }
}

function pathParameterOf(document: OpenApiDocument, listed: Json): JsonObject | undefined {
  const parameter = resolve(document, listed)?.value;
  return parameter?.in === 'path' ? parameter : undefined;
}

function namesIn(path: string): Set<string> {
  return new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
}
