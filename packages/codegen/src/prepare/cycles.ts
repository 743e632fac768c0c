// Schemas that consist of themselves, which TypeScript refuses in an interface: a base that is one of its own children, and a list
// whose items are the list. Such a reference is taken out; within a property anything may refer to itself.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { referredComponent, schemasOf } from './schema.ts';

type Place = 'allOf' | 'anyOf' | 'oneOf' | 'items' | 'prefixItems' | '$ref';
/** What to put for a reference to a component; undefined keeps it. */
type Replace = (component: string, place: Place) => Json | undefined;

export function breakCycles(document: OpenApiDocument): void {
  const schemas = schemasOf(document);
  // A child of a base that lists its children keeps the rest of the base.
  rewriteEach(schemas, (name) => (component, place) => {
    if (place !== 'allOf' || !reaches(schemas, component, name)) return undefined;
    return withoutUnions(schemas[component]);
  });
  const way: string[] = [];
  const done = new Set<string>();
  const visit = (name: string): void => {
    if (done.has(name)) return;
    way.push(name);
    schemas[name] = rewritten(schemas[name], '$ref', (component) => {
      if (way.includes(component)) return {};
      visit(component);
      return undefined;
    });
    way.pop();
    done.add(name);
  };
  for (const name of Object.keys(schemas)) visit(name);
}

function rewriteEach(schemas: Record<string, Json>, replaceIn: (name: string) => Replace): void {
  for (const [name, schema] of Object.entries(schemas))
    schemas[name] = rewritten(schema, '$ref', replaceIn(name));
}

/** A schema with its references replaced that the compiler would have to follow at once; those in properties can wait. */
function rewritten(schema: Json | undefined, place: Place, replace: Replace): Json {
  if (!isObject(schema)) return schema ?? {};
  const component = referredComponent(schema);
  if (component !== undefined) return replace(component, place) ?? schema;
  const result: JsonObject = { ...schema };
  for (const keyword of ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const) {
    const list = schema[keyword];
    if (!Array.isArray(list)) continue;
    const replaced = list.map((part) => rewritten(part, keyword, replace));
    // A branch that is the union itself adds nothing to it.
    const isUnion = keyword === 'anyOf' || keyword === 'oneOf';
    result[keyword] = isUnion
      ? replaced.filter((part, index) => part === list[index] || !isEmpty(part))
      : replaced;
    if (itemsOf(result[keyword]).length === 0) delete result[keyword];
  }
  if (isObject(schema.items)) result.items = rewritten(schema.items, 'items', replace);
  return result;
}

function isEmpty(schema: Json): boolean {
  return isObject(schema) && Object.keys(schema).length === 0;
}

function withoutUnions(schema: Json | undefined): Json {
  if (!isObject(schema)) return {};
  const { anyOf: _anyOf, oneOf: _oneOf, allOf, ...rest } = schema;
  // The schema's own keywords may have been moved into a part beside the union.
  const parts = itemsOf(allOf).filter(
    (part) => isObject(part) && part.anyOf === undefined && part.oneOf === undefined,
  );
  return parts.length > 0 ? { ...rest, allOf: parts } : rest;
}

function reaches(schemas: Record<string, Json>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const visit = (name: string): boolean => {
    if (name === to) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    let found = false;
    rewritten(schemas[name], '$ref', (component) => {
      found ||= visit(component);
      return undefined;
    });
    return found;
  };
  return visit(from);
}
