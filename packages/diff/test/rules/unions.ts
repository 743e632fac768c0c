// The rules about unions: what each accepts as a set, however it is written.

import type { JsonObject } from '@agentsource/openapi/json';
import { holding, object } from '../../testing/documents.ts';
import { count, type SchemaRule, text } from './rule.ts';

const tagged = (values: string[], more: JsonObject = {}): JsonObject =>
  object({ type: { type: 'string', enum: values }, ...more }, ['type']);
const oneOf = (...schemas: JsonObject[]): JsonObject => ({ oneOf: schemas });
const anyOf = (...schemas: JsonObject[]): JsonObject => ({ anyOf: schemas });
const a = object({ a: text, b: count }, ['a']);
const b = object({ a: text, b: count }, ['b']);
const scalars = anyOf(text, count);

export const UNION_RULES: SchemaRule[] = [
  {
    row: 'one schema → oneOf of overlapping ones',
    kind: 'overlapping-branch-added',
    before: holding(a),
    after: holding(oneOf(a, b)),
    marks: 'F† B (F)',
  },
  {
    row: 'overlapping branch added to oneOf',
    kind: 'overlapping-branch-added',
    before: holding(oneOf(text, a)),
    after: holding(oneOf(text, a, b)),
    marks: 'F† B (F)',
  },
  {
    row: 'overlapping branch added to anyOf',
    kind: 'branch-added',
    before: holding(anyOf(a, text)),
    after: holding(anyOf(a, text, b)),
    marks: 'F B (F)',
  },
  {
    row: 'branch with a value of its own added to oneOf',
    kind: 'branch-added',
    before: holding(oneOf(tagged(['a']), tagged(['b']))),
    after: holding(oneOf(tagged(['a']), tagged(['b']), tagged(['c']))),
    marks: 'F B (F)',
  },
  ...(['anyOf', 'oneOf'] as const).flatMap((keyword): SchemaRule[] => {
    const together = holding({ [keyword]: [tagged(['a', 'b']), tagged(['x'])] });
    const apart = holding({ [keyword]: [tagged(['a']), tagged(['x']), tagged(['b'])] });
    return [
      {
        row: `a value moves to another alternative of ${keyword}`,
        kind: 'branches-rearranged',
        before: together,
        after: apart,
        marks: 'X X',
        documentOnly: true,
      },
      {
        row: `a value moves back to another alternative of ${keyword}`,
        kind: 'branches-rearranged',
        before: apart,
        after: together,
        marks: 'X X',
        documentOnly: true,
      },
    ];
  }),
  {
    row: 'a value that no other alternative accepts is removed',
    kind: 'enum-value-removed',
    before: holding(oneOf(tagged(['a', 'b']), tagged(['x']))),
    after: holding(oneOf(tagged(['a']), tagged(['x']))),
    marks: 'B† F',
  },
  {
    row: 'a second union of one schema gets a branch',
    kind: 'branch-added',
    before: holding({ allOf: [anyOf(a, b), anyOf(object({ c: text }, ['c']), object({ d: text }, ['d']))] }),
    after: holding({
      allOf: [
        anyOf(a, b),
        anyOf(object({ c: text }, ['c']), object({ d: text }, ['d']), object({ e: text }, ['e'])),
      ],
    }),
    marks: 'F B (F)',
  },
  {
    row: 'a second union added',
    kind: 'union-added',
    before: holding({ allOf: [anyOf(a, b)] }),
    after: holding({ allOf: [anyOf(a, b), anyOf(object({ c: text }, ['c']), object({ d: text }, ['d']))] }),
    marks: 'B† F',
  },
  {
    row: 'a second union removed',
    kind: 'union-removed',
    before: holding({ allOf: [anyOf(a, b), anyOf(object({ c: text }, ['c']), object({ d: text }, ['d']))] }),
    after: holding({ allOf: [anyOf(a, b)] }),
    marks: 'B B',
  },
  {
    row: 'one of several has to be there now',
    kind: 'condition-added',
    before: holding(object({ a: text, b: text })),
    after: holding({ ...object({ a: text, b: text }), anyOf: [{ required: ['a'] }, { required: ['b'] }] }),
    marks: 'B† F',
  },
  {
    row: 'one of several no longer has to be there',
    kind: 'condition-removed',
    before: holding({ ...object({ a: text, b: text }), anyOf: [{ required: ['a'] }, { required: ['b'] }] }),
    after: holding(object({ a: text, b: text })),
    marks: 'F B (F)',
  },
  {
    row: 'a union → something else altogether',
    kind: 'type-changed',
    before: holding(scalars),
    after: holding(object({ a: text })),
    marks: 'B† B',
  },
];
