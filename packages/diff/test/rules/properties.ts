// The rules about the properties of an object, named and additional.

import type { Json, JsonObject } from '@agentsource/openapi/json';
import { object } from '../../testing/documents.ts';
import { type SchemaRule, text } from './rule.ts';

const closed = { additionalProperties: false };

export const PROPERTY_RULES: SchemaRule[] = [
  {
    row: 'optional property removed',
    kind: 'property-removed',
    before: object({ a: text, b: text }),
    after: object({ a: text }),
    marks: 'B B',
  },
  {
    row: 'required property removed',
    kind: 'property-removed',
    before: object({ a: text, b: text }, ['b']),
    after: object({ a: text }),
    marks: 'B B',
  },
  {
    row: 'property removed from a closed schema',
    kind: 'closed-property-removed',
    before: object({ a: text, b: text }, [], closed),
    after: object({ a: text }, [], closed),
    marks: 'B† B',
  },
  {
    row: 'optional property added',
    kind: 'property-added',
    before: object({ a: text }),
    after: object({ a: text, b: text }),
    marks: 'F F',
  },
  {
    row: 'required property added',
    kind: 'required-property-added',
    before: object({ a: text }),
    after: object({ a: text, b: text }, ['b']),
    marks: 'B† F',
  },
  {
    row: 'property optional → required',
    kind: 'property-became-required',
    before: object({ a: text }),
    after: object({ a: text }, ['a']),
    marks: 'B† F',
  },
  {
    row: 'property required → optional',
    kind: 'property-became-optional',
    before: object({ a: text }, ['a']),
    after: object({ a: text }),
    marks: 'F B (F)',
  },
];

const map = (value: Json): JsonObject => ({ type: 'object', additionalProperties: value });
const open = (value: Json): JsonObject => object({ a: text }, [], { additionalProperties: value });

export const MAP_RULES: SchemaRule[] = [
  {
    row: 'map value type narrowed',
    kind: 'map-value-narrowed',
    before: map(true),
    after: map(text),
    marks: 'B† F',
  },
  {
    row: 'map value type widened',
    kind: 'map-value-widened',
    before: map(text),
    after: map({}),
    marks: 'F B (F)',
  },
  {
    row: 'map value type narrowed, from two types to one',
    kind: 'branch-removed',
    before: map({ type: ['string', 'integer'] }),
    after: map(text),
    marks: 'B† F',
  },
  {
    row: 'map value type widened, from one type to two',
    kind: 'branch-added',
    before: map(text),
    after: map({ type: ['string', 'integer'] }),
    marks: 'F B (F)',
  },
  {
    row: 'additionalProperties: false added, nothing said before',
    kind: 'additional-properties-refused',
    before: object({ a: text }),
    after: open(false),
    marks: 'B† -',
    documentOnly: true,
  },
  {
    row: 'additionalProperties: false added, true before',
    kind: 'map-removed',
    before: open(true),
    after: open(false),
    marks: 'B† B',
  },
  {
    row: 'additionalProperties: false added, a schema before',
    kind: 'map-removed',
    before: map(text),
    after: object({}, [], closed),
    marks: 'B† B',
  },
  {
    row: 'additionalProperties: false removed',
    kind: 'additional-properties-allowed',
    before: open(false),
    after: object({ a: text }),
    marks: 'F -',
    documentOnly: true,
  },
  {
    row: 'unevaluatedProperties: false added',
    kind: 'additional-properties-refused',
    before: object({ a: text }),
    after: object({ a: text }, [], { unevaluatedProperties: false }),
    marks: 'B† -',
    documentOnly: true,
  },
  {
    row: 'additionalProperties described, not mentioned before',
    kind: 'additional-properties-described',
    before: object({ a: text }),
    after: open(text),
    marks: 'F F',
  },
  {
    row: 'additionalProperties no longer mentioned',
    kind: 'map-unmentioned',
    before: open(true),
    after: object({ a: text }),
    marks: 'B B',
  },
];
