// The derivation on schemas of one constraint each: both sides of the boundary, and nothing that is not so.
import type { JsonObject } from '@agentsource/openapi/json';
import { expect, test } from 'vitest';
import { uncovered } from '../src/coverage.ts';
import { bodies, suiteOf } from './support.ts';

/** A body of one property, so that only its schema matters. */
const of = (schema: JsonObject) => suiteOf({ type: 'object', required: ['it'], properties: { it: schema } });
const values = (schema: JsonObject, side: 'accepted' | 'refused') =>
  bodies(of(schema), side).map((body) => (JSON.parse(body) as { it?: unknown } | null)?.it);

const BOUNDARIES: { schema: JsonObject; accepted: unknown[]; refused: unknown[] }[] = [
  {
    schema: { type: 'string', minLength: 3 },
    accepted: [expect.stringMatching(/^...$/)],
    refused: [expect.stringMatching(/^..$/)],
  },
  {
    schema: { type: 'string', maxLength: 3 },
    accepted: [expect.stringMatching(/^...$/)],
    refused: [expect.stringMatching(/^....$/)],
  },
  {
    schema: { type: 'string', pattern: '^[a-f]{3}$' },
    accepted: [expect.stringMatching(/^[a-f]{3}$/)],
    refused: [
      '',
      expect.stringMatching(/^[a-f]{2}$/),
      expect.stringMatching(/^[a-f]{4}$/),
      expect.stringMatching(/^[A-F]{3}$/),
    ],
  },
  {
    schema: { type: 'string', format: 'date-time' },
    accepted: ['2026-01-01T03:04:05Z'],
    refused: ['not a date-time'],
  },
  { schema: { enum: ['a', 'b'] }, accepted: ['a', 'b'], refused: ['a_unknown', 'A'] },
  { schema: { const: 'a' }, accepted: ['a'], refused: ['a_unknown'] },
  { schema: { type: 'integer', minimum: 5 }, accepted: [5], refused: [4, 1.5, '5', null].slice(0, 2) },
  { schema: { type: 'integer', maximum: 5 }, accepted: [5], refused: [6] },
  { schema: { type: 'integer', exclusiveMinimum: 5 }, accepted: [6], refused: [5] },
  { schema: { type: 'number', exclusiveMaximum: 5 }, accepted: [4], refused: [5] },
  { schema: { type: 'integer', multipleOf: 3 }, accepted: [6], refused: [4.5] },
  {
    schema: { type: 'array', items: { type: 'string' }, minItems: 2 },
    accepted: [[expect.any(String), expect.any(String)]],
    refused: [[expect.any(String)]],
  },
  {
    schema: { type: 'array', items: { type: 'string' }, maxItems: 1 },
    accepted: [[expect.any(String)]],
    refused: [[expect.any(String), expect.any(String)]],
  },
  {
    schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    accepted: [['text0', 'text1']],
    refused: [['text0', 'text0']],
  },
  { schema: { type: ['string', 'null'] }, accepted: [null, expect.any(String)], refused: [7, true, [], {}] },
  {
    schema: { anyOf: [{ type: 'string', minLength: 2 }, { type: 'null' }] },
    accepted: [null],
    refused: [expect.stringMatching(/^.$/)],
  },
  {
    schema: { type: 'object', additionalProperties: false },
    accepted: [{}],
    refused: [{ not_in_the_document: 'text' }],
  },
  {
    schema: { type: 'object' },
    accepted: [{}, { not_in_the_document: 'text' }],
    refused: [[], null, 'text'],
  },
  {
    schema: { type: 'object', minProperties: 1, properties: { a: { type: 'integer' } } },
    accepted: [{ a: 1 }],
    refused: [{}],
  },
  {
    schema: {
      allOf: [
        { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
        { required: ['b'] },
      ],
    },
    accepted: [{ a: 'text0', b: 'text0' }],
    refused: [{ a: 'text0' }, { b: 'text0' }],
  },
];

const card = { properties: { card: { type: 'string' }, cvc: { type: 'string', minLength: 3 } } };

/** Of keywords that look further than at one value: its other properties, its items, its schema. */
const RELATED: typeof BOUNDARIES = [
  { schema: { const: true }, accepted: [true], refused: [false, 'text'] },
  { schema: { const: null }, accepted: [null], refused: [true] },
  { schema: { enum: [[1], [2]] }, accepted: [[1], [2]], refused: ['text'] },
  { schema: { type: 'integer', format: 'int32' }, accepted: [1], refused: [2 ** 31] },
  { schema: { type: 'integer', format: 'int64' }, accepted: [1], refused: [1.5] },
  {
    schema: { type: 'string', pattern: '^(?!x)[a-c]{2}$' },
    accepted: [expect.stringMatching(/^[a-c]{2}$/)],
    refused: [''],
  },
  { schema: { type: 'string', not: { enum: ['text0'] } }, accepted: ['text1'], refused: ['text0'] },
  { schema: { not: { type: 'string' } }, accepted: [1], refused: ['text0'] },
  {
    schema: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
    accepted: [['text0']],
    refused: [['text0', 'text0', 'text0']],
  },
  {
    schema: { type: 'array', contains: { type: 'integer', minimum: 5 }, minContains: 2, maxContains: 3 },
    accepted: [
      [5, 6],
      ['text0', 5, 6, 7],
    ],
    refused: [['text0'], ['text0', 5], ['text0', 5, 6, 7, 8]],
  },
  {
    schema: { type: 'object', propertyNames: { pattern: '^[a-z]{2}$' } },
    accepted: [{}],
    refused: [{ '': 'text0' }],
  },
  {
    schema: { type: 'object', patternProperties: { '^x$': { type: 'integer' } } },
    accepted: [{ x: 1 }],
    refused: [{ x: 'text' }],
  },
  {
    schema: { type: 'object', ...card, dependentRequired: { card: ['cvc'] } },
    accepted: [{ card: 'text0', cvc: 'text0' }],
    refused: [{ card: 'text0' }],
  },
  {
    schema: { type: 'object', dependentSchemas: { card: { required: ['cvc'], ...card } } },
    accepted: [{ card: 'text0', cvc: 'text0' }],
    refused: [{ card: 'text0' }, { card: 'text0', cvc: 'te' }],
  },
  {
    schema: {
      type: 'object',
      unevaluatedProperties: false,
      allOf: [{ properties: { a: { type: 'string' } } }],
    },
    accepted: [{ a: 'text0' }],
    refused: [{ not_in_the_document: 'text' }],
  },
  {
    schema: {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: ['card', 'cash'] }, number: { type: 'string' }, note: { type: 'string' } },
      if: { properties: { kind: { const: 'card' } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { required: ['number'] },
      else: { required: ['note'] },
    },
    accepted: [{ kind: 'card', number: 'text0' }],
    refused: [{ kind: 'card' }, { kind: 'cash', number: 'text0' }],
  },
];

test.each([...BOUNDARIES, ...RELATED])('$schema has both sides', ({ schema, accepted, refused }) => {
  expect(values(schema, 'accepted')).toEqual(expect.arrayContaining(accepted));
  expect(values(schema, 'refused')).toEqual(expect.arrayContaining(refused));
  expect(uncovered(of(schema))).toEqual([]);
});

test('a required property is left out, an optional one too, and a body is sent with all of them', () => {
  const suite = suiteOf({
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string' }, b: { type: 'object', properties: { c: { type: 'integer' } } } },
  });
  expect(bodies(suite, 'accepted')).toEqual(
    expect.arrayContaining(['{"a":"text0"}', '{"a":"text0","b":{"c":1}}']),
  );
  expect(bodies(suite, 'refused')).toContain('{}');
});

test('a schema that contains itself comes to an end', () => {
  const tree = {
    type: 'object',
    properties: { value: { type: 'string' }, next: { $ref: '#/components/schemas/Tree' } },
  };
  const suite = suiteOf({ $ref: '#/components/schemas/Tree' }, { Tree: tree });
  expect(bodies(suite, 'refused')).toContain('{"next":null}');
  expect(uncovered(suite)).toEqual([]);
});

test('a branch that the others make up for is named as such, and is no gap', () => {
  const suite = of({ anyOf: [{ type: 'string', format: 'date-time' }, { type: 'string' }] });
  expect(suite.shadowed.map(({ what }) => what)).toEqual([expect.stringMatching(/anyOf\/0 format$/)]);
  expect(uncovered(suite)).toEqual([]);
});

test.each([
  [{ type: 'string', contentEncoding: 'base64' }, 'contentEncoding'],
  [{ type: 'string', pattern: '^(?=a)b$' }, 'instance'],
  [{ type: 'string', minLength: 5, maxLength: 4 }, 'instance'],
])('%j, which nothing is derived for, is declared without a case', (schema, what) => {
  expect(
    uncovered(of(schema as JsonObject))
      .map((finding) => finding.what)
      .join('\n'),
  ).toContain(what);
});
