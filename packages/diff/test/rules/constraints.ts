// The rules about constraints that types don't show.

import type { JsonObject } from '@agentsource/openapi/json';
import { holding } from '../../testing/documents.ts';
import { count, type SchemaRule, text } from './rule.ts';

/** Looser first, tighter second. */
const CONSTRAINTS: [name: string, looser: JsonObject, tighter: JsonObject][] = [
  ['pattern', text, { ...text, pattern: '^[a-f]+$' }],
  ['format', text, { ...text, format: 'email' }],
  ['minLength', { ...text, minLength: 1 }, { ...text, minLength: 2 }],
  ['maxLength', { ...text, maxLength: 9 }, { ...text, maxLength: 8 }],
  ['minimum', { ...count, minimum: 0 }, { ...count, minimum: 1 }],
  ['maximum', { ...count, maximum: 10.0 }, { ...count, maximum: 9 }],
  ['exclusiveMinimum', count, { ...count, exclusiveMinimum: 0 }],
  ['minItems', { type: 'array', items: text }, { type: 'array', items: text, minItems: 1 }],
  ['maxItems', { type: 'array', items: text, maxItems: 40 }, { type: 'array', items: text, maxItems: 20 }],
  ['uniqueItems', { type: 'array', items: text }, { type: 'array', items: text, uniqueItems: true }],
  ['pattern that everything matches', { ...text, pattern: '.*' }, { ...text, pattern: '^[a-f]+$' }],
  [
    'propertyNames',
    { type: 'object', propertyNames: { enum: ['a', 'b'] } },
    { type: 'object', propertyNames: { enum: ['a'] } },
  ],
  ['not', text, { ...text, not: { const: 'a' } }],
  ['contains', { type: 'array' }, { type: 'array', contains: text }],
  ['a bound of two', { allOf: [{ ...count, minimum: 1 }, { minimum: 2 }] }, { ...count, minimum: 3 }],
  ['multipleOf', { ...count, multipleOf: 2 }, { ...count, multipleOf: 4 }],
];

export const CONSTRAINT_RULES: SchemaRule[] = [
  ...CONSTRAINTS.flatMap(([name, looser, tighter]): SchemaRule[] => [
    {
      row: `${name} tightened`,
      kind: 'constraint-tightened',
      before: holding(looser),
      after: holding(tighter),
      marks: 'X† X',
      documentOnly: true,
    },
    {
      row: `${name} loosened`,
      kind: 'constraint-loosened',
      before: holding(tighter),
      after: holding(looser),
      marks: 'X X',
      documentOnly: true,
    },
  ]),
  {
    row: 'the schema of a constraint changed',
    kind: 'constraint-tightened',
    before: holding({ ...text, not: { enum: ['a'] } }),
    after: holding({ ...text, not: { enum: ['a', 'b'] } }),
    marks: 'X† X',
    documentOnly: true,
  },
  {
    row: 'one of two patterns replaced',
    kind: 'constraint-tightened',
    before: holding({ allOf: [{ ...text, pattern: 'a' }, { pattern: 'b' }] }),
    after: holding({ allOf: [{ ...text, pattern: 'a' }, { pattern: 'c' }] }),
    marks: 'X† X',
    documentOnly: true,
  },
  {
    row: 'pattern replaced by another',
    kind: 'constraint-tightened',
    before: holding({ ...text, pattern: 'a' }),
    after: holding({ ...text, pattern: 'b' }),
    marks: 'X† X',
    documentOnly: true,
  },
];
