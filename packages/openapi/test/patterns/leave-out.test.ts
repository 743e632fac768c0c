// A document without some of its patterns accepts whatever it accepted before, and refuses for other reasons only.
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { leaveOutPatterns } from '../../src/patterns/leave-out.ts';
import { createSchemaValidator } from '../../src/schema-validator.ts';
import { documentWith } from '../../testing/support.ts';

const slow = { pattern: '^(a+)+$' };

test.each<[string, JsonObject, { taken: Json[]; refused?: Json[] }]>([
  ['by itself', { type: 'string', maxLength: 3, ...slow }, { taken: ['a', 'b'], refused: ['bbbb', 1] }],
  [
    'of property names',
    { type: 'object', propertyNames: { ...slow, maxLength: 3 } },
    { taken: [{ a: 1, b: 1 }], refused: [{ bbbb: 1 }] },
  ],
  [
    'as a key, where others are closed',
    {
      type: 'object',
      properties: { n: { type: 'integer' } },
      patternProperties: { '^(a+)+$': { type: 'string' }, '^x': { type: 'boolean' } },
      additionalProperties: false,
    },
    { taken: [{ a: 'b' }, { a: 1 }, { y: 1 }], refused: [{ n: 'x' }, { x: 1 }] },
  ],
  [
    'as a key, where the rest is closed further out',
    {
      type: 'object',
      allOf: [{ patternProperties: { '^(a+)+$': { type: 'string' } } }],
      unevaluatedProperties: false,
    },
    { taken: [{ a: 'b' }] },
  ],
  ['that is excluded', { type: 'string', not: slow }, { taken: ['a', 'b'], refused: [1] }],
  [
    'in one of several alternatives',
    { oneOf: [{ type: 'string', ...slow }, { const: 'b' }, { type: 'integer' }] },
    { taken: ['a', 'b', 1], refused: [null] },
  ],
  [
    'in an alternative, beside others and behind a reference',
    {
      allOf: [{ minLength: 1 }],
      oneOf: [{ $ref: '#/components/schemas/Slow' }, { type: 'string', pattern: '^b' }],
    },
    { taken: ['a', 'b'], refused: ['', 1] },
  ],
  [
    'in a condition',
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    { type: 'string', if: slow, then: { const: 'a' }, else: { const: 'b' } },
    { taken: ['a', 'b'], refused: [1] },
  ],
  [
    'that may be contained so many times',
    { type: 'array', contains: { type: 'string', ...slow }, maxContains: 1 },
    { taken: [['a'], ['a', 'b']], refused: [[], [1]] },
  ],
  [
    'within itself',
    { type: 'object', properties: { inner: { $ref: '#/components/schemas/Thing' }, name: slow } },
    { taken: [{ inner: { name: 'b' } }], refused: [{ inner: 1 }] },
  ],
])('%s', (_, Thing, { taken, refused = [] }) => {
  const document = documentWith({ Thing, Slow: { type: 'string', ...slow } });
  const validator = createSchemaValidator(leaveOutPatterns(document, new Set([slow.pattern])));
  const isTaken = (value: Json) => validator.violations('/components/schemas/Thing', value).length === 0;
  expect(taken.filter((value) => !isTaken(value))).toEqual([]);
  expect(refused.filter(isTaken)).toEqual([]);
});

test('what has no such pattern stays as strict as it is, and the document itself as it was', () => {
  const document = documentWith({
    Thing: { oneOf: [{ type: 'string', pattern: '^a' }, { const: 'a' }], not: { pattern: '^b' } },
    Other: slow,
  });
  const before = structuredClone(document);
  const without = leaveOutPatterns(document, new Set([slow.pattern]));
  expect(document).toEqual(before);
  expect(without.components).toEqual({
    schemas: { ...((before.components as JsonObject).schemas as JsonObject), Other: {} },
  });
  expect(leaveOutPatterns(document, new Set())).toBe(document);
});
