// The rules about values: types, enums, null, alternatives, tuples.

import { holding } from '../../testing/documents.ts';
import { count, type SchemaRule, text } from './rule.ts';

const ab = { type: 'string', enum: ['a', 'b'] };
const abc = { type: 'string', enum: ['a', 'b', 'c'] };
const list = { type: 'array', items: text, minItems: 2 };
const pair = { type: 'array', prefixItems: [text, text], items: false, minItems: 2 };

export const VALUE_RULES: SchemaRule[] = [
  {
    row: 'enum value added',
    kind: 'enum-value-added',
    before: holding(ab),
    after: holding(abc),
    marks: 'F B (F)',
  },
  {
    row: 'enum value removed',
    kind: 'enum-value-removed',
    before: holding(abc),
    after: holding(ab),
    marks: 'B† F',
  },
  { row: 'became an enum', kind: 'became-enum', before: holding(text), after: holding(ab), marks: 'B† F' },
  {
    row: 'stopped being an enum',
    kind: 'stopped-being-enum',
    before: holding(ab),
    after: holding(text),
    marks: 'F B (F)',
  },
  { row: 'type changed', kind: 'type-changed', before: holding(text), after: holding(count), marks: 'B† B' },
  {
    row: 'type changed, of items',
    kind: 'type-changed',
    before: holding({ type: 'array', items: text }),
    after: holding({ type: 'array', items: count }),
    marks: 'B† B',
  },
  {
    row: 'const changed',
    kind: 'type-changed',
    before: holding({ const: 'a' }),
    after: holding({ const: 'b' }),
    marks: 'B† B',
  },
  {
    row: 'integer → number',
    kind: 'integer-to-number',
    before: holding(count),
    after: holding({ type: 'number' }),
    marks: 'X X',
    documentOnly: true,
  },
  {
    row: 'number → integer',
    kind: 'number-to-integer',
    before: holding({ type: 'number' }),
    after: holding(count),
    marks: 'X† X',
    documentOnly: true,
  },
  {
    row: 'null added',
    kind: 'null-added',
    before: holding(text),
    after: holding({ type: ['string', 'null'] }),
    marks: 'F B (F)',
  },
  {
    row: 'null removed',
    kind: 'null-removed',
    before: holding({ type: ['string', 'null'] }),
    after: holding(text),
    marks: 'B† F',
  },
  {
    row: 'null added to the type of an enum that does not list it',
    kind: 'null-added',
    before: holding(ab),
    after: holding({ ...ab, type: ['string', 'null'] }),
    marks: 'F B (F)',
  },
  {
    row: 'null added beside a reference',
    kind: 'null-added',
    before: holding({ $ref: '#/components/schemas/Name' }),
    after: holding({ anyOf: [{ $ref: '#/components/schemas/Name' }, { type: 'null' }] }),
    marks: 'F B (F)',
    components: { Name: text },
  },
  ...(['anyOf', 'oneOf'] as const).flatMap((keyword): SchemaRule[] => [
    {
      row: `${keyword} branch added`,
      kind: 'branch-added',
      before: holding({ [keyword]: [text, count] }),
      after: holding({ [keyword]: [text, count, { type: 'boolean' }] }),
      marks: 'F B (F)',
    },
    {
      row: `${keyword} branch removed`,
      kind: 'branch-removed',
      before: holding({ [keyword]: [text, count, { type: 'boolean' }] }),
      after: holding({ [keyword]: [text, count] }),
      marks: 'B† F',
    },
  ]),
  {
    row: 'one type → two types',
    kind: 'branch-added',
    before: holding(text),
    after: holding({ type: ['string', 'integer'] }),
    marks: 'F B (F)',
  },
  {
    row: 'any value → a described one',
    kind: 'became-typed',
    before: holding({}),
    after: holding(text),
    marks: 'B† F',
  },
  {
    row: 'a described value → any',
    kind: 'stopped-being-typed',
    before: holding(text),
    after: holding({}),
    marks: 'F B (F)',
  },
  {
    row: 'list → tuple',
    kind: 'became-tuple',
    before: holding(list),
    after: holding(pair),
    marks: 'B† F',
  },
  {
    row: 'tuple → list',
    kind: 'stopped-being-tuple',
    before: holding(pair),
    after: holding(list),
    marks: 'F B (F)',
  },
];
