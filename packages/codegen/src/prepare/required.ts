// A part of a composed schema may require what another part declares: `allOf: [{ $ref }, { required: [id] }]`, or one of several
// properties by `anyOf: [{ required: [a] }, …]`. TypeScript wants to be told again what the property is.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { partsOf } from './schema.ts';

export function declareRequired(document: OpenApiDocument, schema: JsonObject): void {
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => itemsOf(schema[keyword]));
  const lacking = parts.filter((part) => isObject(part) && undeclared(part).length > 0) as JsonObject[];
  if (lacking.length === 0) return;
  const declared = new Map<string, Json>();
  for (const { properties } of partsOf(document, schema)) {
    for (const [name, property] of Object.entries(isObject(properties) ? properties : {})) {
      if (!declared.has(name)) declared.set(name, property);
    }
  }
  for (const part of lacking) {
    const properties = undeclared(part).flatMap((name) => {
      const property = declared.get(name);
      return property === undefined ? [] : [[name, structuredClone(property)]];
    });
    if (properties.length === 0) continue;
    const own = isObject(part.properties) ? part.properties : {};
    part.properties = { ...own, ...Object.fromEntries(properties) };
  }
}

function undeclared({ required, properties }: JsonObject): string[] {
  const own = isObject(properties) ? properties : {};
  return itemsOf(required).filter(
    (name): name is string => typeof name === 'string' && !Object.hasOwn(own, name),
  );
}
