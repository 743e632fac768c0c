// Schemas whose types say all that they say, one for each keyword that means something to TypeScript, and values to try on them.
import type { Json, JsonObject } from '@agentsource/openapi/json';

const text = { type: 'string' };
const number = { type: 'number' };
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});

/** What most schemas refuse; each is tried on every schema. */
export const VALUES: Json[] = [
  null,
  true,
  0,
  1.5,
  'a',
  'c',
  [],
  ['a'],
  ['a', 1],
  [1, 'a'],
  ['a', 1, true],
  ['a', 1, 'b'],
  { a: 'x' },
  { a: 1 },
];

/** Each with values of its own. */
export const EXACT: Record<string, [schema: JsonObject, ...values: Json[]]> = {
  type: [text],
  'type, integer': [{ type: 'integer', enum: [0, 1] }],
  'type, several': [{ type: ['string', 'number'] }],
  'type, or null': [{ type: ['string', 'null'] }],
  'type, object or null': [{ type: ['object', 'null'], properties: { a: text }, required: ['a'] }],
  const: [{ const: 'a' }],
  'const, null': [{ const: null }],
  'const, object': [{ const: { a: 1 } }, { a: 2 }, {}],
  enum: [{ type: 'string', enum: ['a', 'b'] }, 'b'],
  'enum, mixed': [{ enum: ['a', 1.5, null, true] }, false],
  'enum, objects': [{ type: 'object', enum: [{ a: 1 }, { b: [] }] }, { b: [] }, { b: ['x'] }],
  properties: [object({ a: text, b: number }), { a: 'x', b: 1 }, { b: 'x' }],
  required: [object({ a: text, b: number }, { required: ['b'] }), { b: 1 }, { a: 'x', b: 1 }],
  'properties, false': [object({ a: false, b: true }), { b: 1 }],
  'additionalProperties, false': [object({ a: text }, { additionalProperties: false }), {}, { a: 'x', b: 1 }],
  'additionalProperties, false, nothing else': [{ type: 'object', additionalProperties: false }, {}],
  'additionalProperties, a schema': [{ type: 'object', additionalProperties: text }, { z: 'z' }, { z: 1 }],
  items: [{ type: 'array', items: text }, ['a', 'b']],
  'items, false': [{ type: 'array', items: false }],
  'items, of lists': [{ type: 'array', items: { type: 'array', items: number } }, [[1], []], [['a']]],
  prefixItems: [{ type: 'array', prefixItems: [text, number], minItems: 2, items: false }],
  'prefixItems, and a rest': [
    { type: 'array', prefixItems: [text, number], minItems: 1, items: { type: 'boolean' } },
  ],
  'prefixItems, open': [{ type: 'array', prefixItems: [text, number] }],
  'prefixItems, at most one': [{ type: 'array', prefixItems: [text, number], maxItems: 1 }],
  $ref: [ref('properties')],
  '$ref, and more': [
    { ...ref('properties'), required: ['a'] },
    { a: 'x', b: 1 },
  ],
  '$ref, into a component': [{ $ref: '#/components/schemas/items/items' }],
  $defs: [
    object(
      { a: { $ref: '#/components/schemas/$defs/$defs/Node' } },
      {
        $defs: {
          Node: object(
            { n: { $ref: '#/components/schemas/$defs/$defs/Node' } },
            { additionalProperties: false },
          ),
        },
        additionalProperties: false,
      },
    ),
    {},
    { a: { n: { n: {} } } },
    { a: { n: 1 } },
  ],
  anyOf: [{ anyOf: [text, { type: 'array', items: number }] }, [1]],
  'anyOf, beside properties': [
    object({ a: text, b: number }, { anyOf: [{ required: ['a'] }, { required: ['b'] }] }),
    { b: 1 },
  ],
  'oneOf, with a type': [{ type: 'string', oneOf: [{ const: 'a' }, { const: 'b' }] }, 'b'],
  allOf: [
    { allOf: [object({ a: text }, { required: ['a'] }), object({ b: number }, { required: ['b'] })] },
    { a: 'x', b: 1 },
  ],
  'allOf, true': [{ allOf: [true, text] }],
  'allOf, false': [{ allOf: [false, text] }],
  'allOf, requiring what another declares': [{ allOf: [ref('properties'), { required: ['b'] }] }, { b: 1 }],
  'allOf, or null': [{ type: ['object', 'null'], allOf: [{ properties: { a: text }, required: ['a'] }] }],
  not: [{ not: {} }],
  nothing: [{}],
};

/** Schemas that refuse more than types can say: every value that they accept has to fit, and that is all. */
export const WIDER: Record<string, [schema: JsonObject, ...values: Json[]]> = {
  'minLength, maxLength, pattern, format': [
    { type: 'string', minLength: 2, maxLength: 3, pattern: '^b', format: 'date' },
    'bb',
  ],
  'minimum, maximum, multipleOf': [{ type: 'number', minimum: 1, exclusiveMaximum: 3, multipleOf: 0.5 }, 2],
  integer: [{ type: 'integer', format: 'int64' }, 7],
  'minItems, maxItems, uniqueItems, contains': [
    { type: 'array', items: text, minItems: 2, maxItems: 3, uniqueItems: true, contains: { const: 'b' } },
    ['a', 'b'],
  ],
  'minProperties, maxProperties': [{ type: 'object', minProperties: 1, maxProperties: 1 }, { z: 1 }],
  propertyNames: [
    { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: number },
    { b: 1 },
  ],
  'patternProperties, closed': [
    { type: 'object', patternProperties: { '^x-': text }, additionalProperties: false },
    { 'x-a': 'a' },
    { 'x-a': 1 },
  ],
  'patternProperties, open': [
    { type: 'object', patternProperties: { '^x-': text } },
    { 'x-a': 'a', b: 1 },
  ],
  'patternProperties, beside properties': [
    object({ a: number }, { patternProperties: { '^x-': text }, additionalProperties: false }),
    { a: 1, 'x-a': 'a' },
  ],
  'patternProperties, beside additionalProperties': [
    object(
      { a: number },
      { patternProperties: { '^x-': text }, additionalProperties: { type: 'boolean' }, required: ['a'] },
    ),
    { a: 1, 'x-a': 'a', z: true },
  ],
  'additionalProperties, beside properties': [
    object({ a: number }, { additionalProperties: text }),
    { a: 1, b: 'x' },
  ],
  dependentRequired: [
    object({ a: text, b: text }, { dependentRequired: { a: ['b'] } }),
    { a: 'x', b: 'y' },
    { b: 'y' },
  ],
  dependentSchemas: [
    object({ a: text }, { dependentSchemas: { a: { properties: { b: number }, required: ['b'] } } }),
    { a: 'x', b: 1 },
  ],
  'if, then, else': [
    object(
      { a: text },
      {
        if: { properties: { a: { const: 'x' } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: { properties: { b: number } },
        else: { properties: { c: text } },
      },
    ),
    { a: 'x', b: 1 },
    { a: 'y', c: 'z' },
    { a: 'y', b: 'free' },
  ],
  'not, of something': [{ type: 'string', not: { const: 'a' } }],
  'oneOf, overlapping': [
    { oneOf: [object({ a: text }), object({ b: number }, { required: ['b'] })] },
    { a: 'x' },
    { b: 1 },
  ],
  'unevaluatedProperties, false': [
    { allOf: [object({ a: text })], properties: { b: number }, type: 'object', unevaluatedProperties: false },
    { a: 'x', b: 1 },
  ],
  unevaluatedItems: [{ type: 'array', prefixItems: [text], unevaluatedItems: false }],
  'a list of itself': [{ anyOf: [number, { type: 'array', items: ref('a list of itself') }] }, [[1], 2]],
  'enum, of a type that may be null': [{ type: ['string', 'null'], enum: ['a', 'c'] }],
};

/** Schemas whose types ask for more than they do, since nobody means what they leave open. */
export const NARROWER: Record<string, [schema: JsonObject, taken: Json, refused: Json]> = {
  'properties without a type': [{ properties: { a: text } }, { a: 'x' }, 'x'],
  discriminator: [
    { anyOf: [ref('cat'), ref('dog')], discriminator: { propertyName: 'kind' } },
    { kind: 'cat' },
    { kind: 'cow' },
  ],
  cat: [object({ kind: text }, { required: ['kind'] }), { kind: 'cat' }, { kind: 'cow' }],
  dog: [object({ kind: text }, { required: ['kind'] }), { kind: 'dog' }, { kind: 'cow' }],
};
