// The rules about lists whose items are listed one by one.

import type { Json, JsonObject } from '@agentsource/openapi/json';
import { holding } from '../../testing/documents.ts';
import { count, type SchemaRule, text } from './rule.ts';

const tuple = (items: Json[], more: JsonObject = {}): JsonObject =>
  holding({ type: 'array', prefixItems: items, ...more });
const closed = (items: Json[], minItems = items.length): JsonObject =>
  tuple(items, { items: false, minItems });
const ANSWERS = ['response', 'error'] as const;

export const ITEM_RULES: SchemaRule[] = [
  {
    row: 'rest of a tuple retyped',
    kind: 'type-changed',
    before: tuple([text], { items: count }),
    after: tuple([text], { items: { type: 'boolean' } }),
    marks: 'B† B',
  },
  {
    row: 'item of a tuple retyped',
    kind: 'type-changed',
    before: closed([text, text]),
    after: closed([text, count]),
    marks: 'B† B',
  },
  {
    row: 'rest of a tuple allowed',
    kind: 'item-allowed',
    before: closed([text]),
    after: tuple([text], { minItems: 1 }),
    marks: 'F B (F)',
  },
  {
    row: 'rest of a tuple refused',
    kind: 'item-refused',
    before: tuple([text], { minItems: 1 }),
    after: closed([text]),
    marks: 'B† B',
    documentOnly: ANSWERS,
  },
  {
    row: 'one more item of a tuple allowed',
    kind: 'item-allowed',
    before: closed([text], 1),
    after: closed([text, text], 1),
    marks: 'F B (F)',
  },
  {
    row: 'item of a tuple became required',
    kind: 'item-became-required',
    before: closed([text, text], 1),
    after: closed([text, text], 2),
    marks: 'B† F',
  },
  {
    row: 'item of a tuple became optional',
    kind: 'item-became-optional',
    before: closed([text, text], 2),
    after: closed([text, text], 1),
    marks: 'F B (F)',
  },
  {
    row: 'rest of a tuple described',
    kind: 'became-typed',
    before: tuple([text]),
    after: tuple([text], { items: count }),
    marks: 'B† F',
  },
];
