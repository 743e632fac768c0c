// Which keywords are varied, which say nothing about what is valid, and why another one has no case.
import type { Json, JsonObject } from '@agentsource/openapi/json';

const VARIED = new Set(
  `type enum const minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
  minItems maxItems uniqueItems items prefixItems unevaluatedItems contains minContains maxContains
  minProperties maxProperties required properties additionalProperties unevaluatedProperties patternProperties propertyNames
  dependentRequired dependentSchemas $ref allOf anyOf oneOf not if then else`.split(/\s+/),
);

/** `$defs` are varied where something refers to them. */
const ANNOTATIONS = new Set(
  `title description default deprecated readOnly writeOnly example examples discriminator xml externalDocs
  $comment $schema $id $anchor $vocabulary $defs definitions`.split(/\s+/),
);

const CONTENT = 'it says what the text stands for, which no validator judges';
const WHY: Record<string, string> = {
  contentEncoding: CONTENT,
  contentMediaType: CONTENT,
  contentSchema: CONTENT,
  $dynamicRef: 'where it leads is settled only while a value is judged',
};

/** Arrange other schemas, whose own keywords are varied. */
const ARRANGING = new Set(
  '$ref allOf anyOf oneOf if then else properties items prefixItems patternProperties propertyNames dependentSchemas'.split(
    ' ',
  ),
);

/** Keywords of the schema that constrain and are not varied, and why. */
export function unvaried(schema: JsonObject): [keyword: string, why: string][] {
  return Object.keys(schema)
    .filter((key) => !VARIED.has(key) && !ANNOTATIONS.has(key) && !key.startsWith('x-'))
    .map((key) => [key, WHY[key] ?? 'the suite does not know what it asks for']);
}

/** Whether the keyword says by itself what is valid, so that it wants cases of its own. */
export function constrains(keyword: string, value: Json): boolean {
  if (ARRANGING.has(keyword) || ANNOTATIONS.has(keyword) || keyword.startsWith('x-')) return false;
  if (/^(additional|unevaluated)/.test(keyword)) return value === false;
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return !(keyword === 'uniqueItems' && value === false) && !(/equired$/.test(keyword) && isEmpty);
}
