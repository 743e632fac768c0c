// Lists whose items are the list again, which TypeScript refuses in an interface: there the items may be anything. Within a property
// a schema may refer to itself, and nothing else that does passes the gate.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { referredComponent, schemasOf } from './schema.ts';

export function breakCycles(document: OpenApiDocument): void {
  const schemas = schemasOf(document);
  const done = new Set<string>();
  /** Follows what the compiler has to resolve at once, with the components on the way to it. */
  const visit = (schema: Json | undefined, way: readonly string[]): void => {
    if (!isObject(schema)) return;
    const component = referredComponent(schema);
    if (component !== undefined) visitComponent(component, way);
    for (const keyword of ['allOf', 'anyOf', 'oneOf', 'prefixItems']) {
      for (const part of itemsOf(schema[keyword])) visit(part, way);
    }
    openItems(schema, way);
    visit(schema.items, way);
  };
  const visitComponent = (component: string, way: readonly string[]): void => {
    if (done.has(component)) return;
    visit(schemas[component], [...way, component]);
    done.add(component);
  };
  for (const component of Object.keys(schemas)) visitComponent(component, []);
}

function openItems(schema: JsonObject, way: readonly string[]): void {
  const isOnWay = (item: Json) => way.includes(referredComponent(item) ?? '');
  if (isObject(schema.items) && isOnWay(schema.items)) schema.items = {};
  if (!Array.isArray(schema.prefixItems)) return;
  schema.prefixItems = schema.prefixItems.map((item) => (isOnWay(item) ? {} : item));
}
