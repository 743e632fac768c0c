// The rules about properties that are described by a pattern, or only if others are there.

import type { Json, JsonObject } from '@agentsource/openapi/json';
import { object } from '../../testing/documents.ts';
import { count, type SchemaRule, text } from './rule.ts';

const matching = (schema: Json, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  patternProperties: { '^x-': schema },
  ...more,
});
const closed = { additionalProperties: false };
const named = (more: JsonObject = {}): JsonObject => object({ a: text }, [], more);
const condition = (schema: Json): JsonObject => ({ dependentSchemas: { a: object({ b: schema }) } });

export const PATTERN_RULES: SchemaRule[] = [
  {
    row: 'pattern described, any key before',
    kind: 'pattern-properties-narrowed',
    before: { type: 'object' },
    after: matching(text),
    marks: 'B† F',
    documentOnly: true,
  },
  {
    row: 'pattern no longer described, any key now',
    kind: 'pattern-properties-widened',
    before: matching(text),
    after: { type: 'object' },
    marks: 'F B (F)',
    documentOnly: true,
  },
  {
    row: 'pattern described, beside named properties',
    kind: 'pattern-properties-narrowed',
    before: named(),
    after: named({ patternProperties: { '^x-': text } }),
    marks: 'B† F',
    documentOnly: ['request'],
  },
  {
    row: 'pattern no longer described, beside named properties',
    kind: 'pattern-properties-unmentioned',
    before: named({ patternProperties: { '^x-': text } }),
    after: named(),
    marks: 'B B',
  },
  {
    row: 'pattern described in a closed schema',
    kind: 'pattern-properties-allowed',
    before: named(closed),
    after: named({ ...closed, patternProperties: { '^x-': text } }),
    marks: 'F F',
  },
  {
    row: 'pattern no longer described in a closed schema',
    kind: 'pattern-properties-refused',
    before: named({ ...closed, patternProperties: { '^x-': text } }),
    after: named(closed),
    marks: 'B† B',
  },
  {
    row: 'what matches a pattern retyped',
    kind: 'type-changed',
    before: matching(text, closed),
    after: matching(count, closed),
    marks: 'B† B',
  },
  {
    row: 'conditional property added',
    kind: 'conditional-property-added',
    before: named(condition({})),
    after: named({ dependentSchemas: { a: object({ b: {}, c: text }) } }),
    marks: 'F F',
  },
  {
    row: 'conditional property removed',
    kind: 'conditional-property-removed',
    before: named({ dependentSchemas: { a: object({ b: {}, c: text }) } }),
    after: named(condition({})),
    marks: 'B B',
  },
  {
    row: 'conditional property retyped',
    kind: 'type-changed',
    before: named(condition(text)),
    after: named(condition(count)),
    marks: 'B† B',
  },
];
