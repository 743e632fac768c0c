// What the steps of the preparation ask of schemas.
import { componentsOf, type OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, keysOf } from '@agentsource/openapi/pointer';
import { walkSchema } from '@agentsource/openapi/walk';

/** What a schema says about itself, and not about values. */
const ANNOTATIONS: ReadonlySet<string> = new Set(
  `title description default deprecated readOnly writeOnly examples example externalDocs xml $comment $id $anchor
  $schema`.split(/\s+/),
);

export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith('x-');
}

export function schemasOf(document: OpenApiDocument): Record<string, Json> {
  return componentsOf(document, 'schemas');
}

export function referenceTo(component: string): string {
  return `#${child('/components/schemas', component)}`;
}

/** The component that a reference names; undefined where it leads to anything else. */
export function componentOf(reference: Json | undefined): string | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#/components/schemas/')) return undefined;
  const [, , name, ...more] = keysOf(reference);
  return more.length === 0 ? name : undefined;
}

/** The component that a schema is by its `$ref`. */
export function referredComponent(schema: Json | undefined): string | undefined {
  return isObject(schema) ? componentOf(schema.$ref) : undefined;
}

/** The names of all components that a schema names anywhere within it. */
export function componentsWithin(schema: Json | undefined): Set<string> {
  const names = new Set<string>();
  walkSchema(schema, '', (inner) => {
    const name = componentOf(inner.$ref);
    if (name !== undefined) names.add(name);
  });
  return names;
}

/** What a schema consists of by `allOf`, itself first: references followed, each component once. */
export function partsOf(document: OpenApiDocument, schema: Json | undefined): JsonObject[] {
  const parts: JsonObject[] = [];
  const seen = new Set<Json>();
  const visit = (value: Json | undefined): void => {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    parts.push(value);
    const name = componentOf(value.$ref);
    if (name !== undefined) visit(schemasOf(document)[name]);
    for (const inner of itemsOf(value.allOf)) visit(inner);
  };
  visit(schema);
  return parts;
}

/** Moves everything but annotations out of a schema into one of its own. */
export function takeConstraints(schema: JsonObject): JsonObject {
  const constraints: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (isAnnotation(keyword)) continue;
    constraints[keyword] = value;
    delete schema[keyword];
  }
  return constraints;
}
