// `$defs`, and whatever else a reference may lead to within a document: the tool knows components alone, so each such place becomes
// one, named by its pointer.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { get, keysOf } from '@agentsource/openapi/pointer';
import { walk } from '@agentsource/openapi/walk';
import { componentOf, referenceTo, schemasOf } from './schema.ts';

export function nameDefinitions(document: OpenApiDocument): void {
  const names = new Map<string, string>();
  walk(document, {
    schema: (schema) => {
      const { $ref } = schema;
      if (typeof $ref !== 'string' || componentOf($ref) !== undefined) return;
      const name = names.get($ref) ?? freeName(document, $ref, names);
      names.set($ref, name);
      schema.$ref = referenceTo(name);
    },
  });
  const definitions = [...names].map(([reference, name]) => [name, get(document, reference)] as const);
  for (const [name, schema] of definitions) addComponent(document, name, schema);
  walk(document, {
    schema: (schema) => {
      delete schema.$defs;
      delete schema.definitions;
    },
  });
}

function addComponent(document: OpenApiDocument, name: string, schema: unknown): void {
  const components = isObject(document.components) ? document.components : {};
  document.components = components;
  components.schemas = { ...schemasOf(document), [name]: structuredClone(schema ?? {}) as JsonObject };
}

function freeName(document: OpenApiDocument, reference: string, names: ReadonlyMap<string, string>): string {
  const taken = new Set([...Object.keys(schemasOf(document)), ...names.values()]);
  let name = keysOf(reference.replace('#/components/schemas/', '#/')).join('.');
  while (taken.has(name)) name += '_';
  return name;
}
