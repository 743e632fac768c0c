// Every keyword of a schema, with and without it, or with two values of it: a change of each, in either order.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { object } from '../../testing/documents.ts';

export interface Mutation {
  name: string;
  before: Json;
  after: Json;
  /** It says nothing: no verdict is the right one. */
  isNothing?: true;
}

const text: JsonObject = { type: 'string' };
const count: JsonObject = { type: 'integer' };
const list: JsonObject = { type: 'array', items: text };
const a = object({ a: text, b: count }, ['a']);
const b = object({ c: text }, ['c']);
const kinds = (...values: string[]) => object({ kind: { enum: values }, name: text }, ['kind']);

function added(base: JsonObject, keywords: Record<string, Json>): Mutation[] {
  return Object.entries(keywords).map(([keyword, value]) => ({
    name: keyword,
    before: base,
    after: { ...base, [keyword]: value },
  }));
}

function replaced(name: string, before: Json, after: Json): Mutation {
  return { name, before, after };
}

function nothing(name: string, before: Json, after: Json): Mutation {
  return { name, before, after, isNothing: true };
}

// biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
const then = (schema: Json): JsonObject => ({ if: { required: ['b'] }, then: schema });

/** What types can't show, or only people read. */
export const BESIDE_TYPES: Mutation[] = [
  ...added(text, {
    title: 'Name',
    description: 'A name',
    default: 'x',
    examples: ['x'],
    deprecated: true,
    externalDocs: { url: 'https://things.example' },
    xml: { name: 'x' },
    $comment: 'why',
    pattern: '^x',
    format: 'email',
    minLength: 1,
    maxLength: 9,
    contentEncoding: 'base64',
    contentMediaType: 'image/png',
    not: { enum: ['z'] },
  }),
  ...added(count, {
    minimum: 1,
    maximum: 9,
    exclusiveMinimum: 0,
    exclusiveMaximum: 10,
    multipleOf: 2,
  }),
  ...added(list, { minItems: 1, maxItems: 9, uniqueItems: true, contains: { minLength: 1 } }),
  ...added(a, {
    minProperties: 1,
    maxProperties: 9,
    propertyNames: { pattern: '^[a-z]' },
    dependentRequired: { a: ['b'] },
    dependentSchemas: { b: { required: ['a'] } },
    unevaluatedProperties: false,
  }),
  replaced('integer → number', count, { type: 'number' }),
  replaced('then', { ...a, if: { required: ['b'] } }, { ...a, ...then({ required: ['a'] }) }),
  replaced('anyOf → oneOf', { anyOf: [a, b] }, { oneOf: [a, b] }),
  replaced(
    'a value that moves',
    { oneOf: [kinds('a', 'b'), kinds('x')] },
    { oneOf: [kinds('a'), kinds('x'), kinds('b')] },
  ),
  nothing('items of any type', { type: 'array' }, { type: 'array', items: {} }),
  nothing('pattern that everything matches', text, { ...text, pattern: '.*' }),
  nothing('$defs', a, { ...a, $defs: { part: text } }),
  nothing('allOf of one', a, { allOf: [a] }),
  nothing('order', { anyOf: [a, b] }, { anyOf: [b, a] }),
];

/** What types show. */
export const IN_TYPES: Mutation[] = [
  replaced('type', text, count),
  replaced('two types', text, { type: ['string', 'integer'] }),
  replaced('null', text, { type: ['string', 'null'] }),
  replaced('any', {}, text),
  replaced('enum', text, { ...text, enum: ['a', 'b'] }),
  replaced('enum value', { enum: ['a', 'b'] }, { enum: ['a', 'b', 'c'] }),
  replaced('const', { const: 'a' }, { const: 'b' }),
  replaced('null alone', { type: 'null' }, { type: ['string', 'null'] }),
  replaced('property', a, object({ a: text }, ['a'])),
  replaced('required', a, object({ a: text, b: count }, ['a', 'b'])),
  replaced('required property', a, object({ a: text, b: count, c: text }, ['a', 'c'])),
  replaced('property name', object({ constructor: text }), object({ toString: text })),
  replaced('readOnly', object({ a: text, b: text }), object({ a: text, b: { ...text, readOnly: true } })),
  replaced('writeOnly', object({ a: text, b: text }), object({ a: text, b: { ...text, writeOnly: true } })),
  replaced('additionalProperties: false', a, { ...a, additionalProperties: false }),
  replaced('additionalProperties: true', a, { ...a, additionalProperties: true }),
  replaced('additionalProperties', a, { ...a, additionalProperties: text }),
  replaced('map', { type: 'object' }, { type: 'object', additionalProperties: text }),
  replaced('patternProperties', a, { ...a, patternProperties: { '^x-': text } }),
  replaced('items', { type: 'array' }, list),
  replaced('items: false', list, { type: 'array', items: false }),
  replaced('prefixItems', list, { type: 'array', prefixItems: [text, text], items: false, minItems: 2 }),
  replaced(
    'rest of a tuple',
    { type: 'array', prefixItems: [text] },
    { type: 'array', prefixItems: [text], items: text },
  ),
  replaced(
    'minItems of a tuple',
    { type: 'array', prefixItems: [text], minItems: 1 },
    { type: 'array', prefixItems: [text] },
  ),
  replaced('allOf', { allOf: [a] }, { allOf: [a, object({ d: text })] }),
  replaced('anyOf', { anyOf: [a, text] }, { anyOf: [a, text, count] }),
  replaced('oneOf', { oneOf: [a, b] }, { oneOf: [a, b, object({ d: text }, ['d'])] }),
  replaced('one → oneOf', a, { oneOf: [a, b] }),
  replaced('one of them required', object({ a: text, b: text }), {
    ...object({ a: text, b: text }),
    anyOf: [{ required: ['a'] }, { required: ['b'] }],
  }),
  replaced('property of a condition', a, { ...a, ...then(object({ d: text })) }),
  replaced('dependentSchemas', a, { ...a, dependentSchemas: { b: object({ d: text }) } }),
  replaced('nothing', text, { not: {} }),
];
