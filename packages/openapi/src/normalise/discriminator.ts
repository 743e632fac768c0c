// A discriminator without a mapping makes openapi-typescript put schema names where the values belong.

import type { OpenApiDocument, Report } from '../document.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { child, get } from '../pointer.ts';

/** Adds the mapping that the branches themselves spell: each one's `const` or only `enum` value of the property. */
export function normaliseDiscriminator(
  schema: JsonObject,
  pointer: string,
  report: Report,
  document: OpenApiDocument,
): void {
  const { discriminator } = schema;
  if (!isObject(discriminator) || isObject(discriminator.mapping)) return;
  const property = discriminator.propertyName;
  const branches = schema.oneOf ?? schema.anyOf;
  if (typeof property !== 'string' || !Array.isArray(branches)) return;
  const mapping: JsonObject = {};
  for (const branch of branches) {
    const reference = isObject(branch) ? branch.$ref : undefined;
    if (typeof reference !== 'string') continue;
    for (const value of valuesOf(get(document, reference), property)) mapping[value] = reference;
  }
  if (Object.keys(mapping).length === 0) return;
  discriminator.mapping = mapping;
  report(
    'discriminator-mapping',
    child(pointer, 'discriminator'),
    `mapping added: ${Object.keys(mapping).join(', ')}`,
  );
}

function valuesOf(target: Json | undefined, property: string): string[] {
  const schema = isObject(target) && isObject(target.properties) ? target.properties[property] : undefined;
  if (!isObject(schema)) return [];
  const values = schema.const !== undefined ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : [];
  return values.filter((value): value is string => typeof value === 'string');
}
