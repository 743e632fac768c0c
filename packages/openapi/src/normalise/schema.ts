// Rules for single schema keywords: 3.0 spellings, tuples, and keys that no vocabulary knows.

import type { Report } from '../document.ts';
import type { JsonObject } from '../json.ts';
import { child } from '../pointer.ts';

// JSON Schema 2020-12 (core, applicator, validation, unevaluated, format, content, meta-data), OpenAPI's additions,
// and the older keywords that other rules rewrite.
const KNOWN_KEYWORDS = new Set(
  `$schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs definitions additionalItems
  allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains properties patternProperties
  additionalProperties propertyNames unevaluatedItems unevaluatedProperties
  type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems
  minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired
  format contentEncoding contentMediaType contentSchema
  title description default deprecated readOnly writeOnly examples
  discriminator xml externalDocs example nullable`.split(/\s+/),
);

/** `auto_error`, `name` and their like: server framework internals that leaked into a schema. */
export function removeUnknownKeywords(schema: JsonObject, pointer: string, report: Report): void {
  for (const key of Object.keys(schema)) {
    if (KNOWN_KEYWORDS.has(key) || key.startsWith('x-')) continue;
    report('unknown-keyword', child(pointer, key), `"${key}" is no schema keyword; dropped`);
    delete schema[key];
  }
}

/** 3.0's boolean `exclusiveMinimum`/`exclusiveMaximum` beside a bound become 3.1's numbers. */
export function normaliseExclusiveBounds(schema: JsonObject, pointer: string, report: Report): void {
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    const value = schema[exclusive];
    if (typeof value !== 'boolean') continue;
    report('exclusive-bound', child(pointer, exclusive), `boolean ${value} respelled for 3.1`);
    delete schema[exclusive];
    if (!value || schema[bound] === undefined) continue;
    schema[exclusive] = schema[bound];
    delete schema[bound];
  }
}

/** `items` as an array is draft-07's tuple; 2020-12 spells it `prefixItems`, with `additionalItems` as `items`. */
export function normaliseTuple(schema: JsonObject, pointer: string, report: Report): void {
  const { additionalItems } = schema;
  delete schema.additionalItems;
  // Beside one schema for all items there are no further ones.
  if (!Array.isArray(schema.items)) return;
  report('tuple-items', child(pointer, 'items'), 'an array of schemas respelled as prefixItems');
  schema.prefixItems = schema.items;
  delete schema.items;
  if (additionalItems !== undefined) schema.items = additionalItems;
}
