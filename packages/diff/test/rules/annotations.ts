// The rules about what a schema says without restricting types.

import type { JsonObject } from '@agentsource/openapi/json';
import { holding, object } from '../../testing/documents.ts';
import { type SchemaRule, text } from './rule.ts';

/** An optional property with a flag, beside one that always travels. */
const flagged = (flags: JsonObject): JsonObject =>
  object({ name: text, value: { ...text, ...flags } }, ['name']);
const required = (flags: JsonObject): JsonObject =>
  object({ name: text, value: { ...text, ...flags } }, ['name', 'value']);
const ANSWERS = ['response', 'error'] as const;

export const ANNOTATION_RULES: SchemaRule[] = [
  {
    row: 'readOnly switched on',
    kind: 'became-read-only',
    before: flagged({}),
    after: flagged({ readOnly: true }),
    marks: 'B† X',
    documentOnly: ANSWERS,
  },
  {
    row: 'readOnly switched on, behind a reference',
    kind: 'became-read-only',
    before: object({ name: text, value: { $ref: '#/components/schemas/Id' } }, ['name']),
    after: object({ name: text, value: { allOf: [{ $ref: '#/components/schemas/Id' }], readOnly: true } }, [
      'name',
    ]),
    marks: 'B† X',
    documentOnly: ANSWERS,
    components: { Id: text },
  },
  {
    row: 'readOnly switched off',
    kind: 'stopped-being-read-only',
    before: flagged({ readOnly: true }),
    after: flagged({}),
    marks: 'F X',
    documentOnly: ANSWERS,
  },
  {
    row: 'readOnly switched off on a required property',
    kind: 'required-stopped-being-read-only',
    before: required({ readOnly: true }),
    after: required({}),
    marks: 'B† X',
    documentOnly: ANSWERS,
  },
  {
    row: 'new required readOnly property',
    kind: 'required-property-added',
    before: object({ name: text }, ['name']),
    after: required({ readOnly: true }),
    marks: '- F',
  },
  {
    row: 'readOnly property removed',
    kind: 'property-removed',
    before: flagged({ readOnly: true }),
    after: object({ name: text }, ['name']),
    marks: '- B',
  },
  {
    row: 'readOnly property retyped',
    kind: 'type-changed',
    before: flagged({ readOnly: true }),
    after: flagged({ readOnly: true, type: 'integer' }),
    marks: '- B',
  },
  {
    row: 'writeOnly switched on',
    kind: 'became-write-only',
    before: flagged({}),
    after: flagged({ writeOnly: true }),
    marks: '- B',
  },
  {
    row: 'writeOnly switched off',
    kind: 'stopped-being-write-only',
    before: flagged({ writeOnly: true }),
    after: flagged({}),
    marks: '- F',
  },
  {
    row: 'new required writeOnly property',
    kind: 'required-property-added',
    before: object({ name: text }, ['name']),
    after: required({ writeOnly: true }),
    marks: 'B† -',
  },
  {
    row: 'default changed',
    kind: 'default-changed',
    before: holding({ ...text, default: 'a' }),
    after: holding({ ...text, default: 'b' }),
    marks: 'X X',
    documentOnly: true,
  },
  {
    row: 'default dropped',
    kind: 'default-changed',
    before: holding({ ...text, default: 'a' }),
    after: holding(text),
    marks: 'X X',
    documentOnly: true,
  },
  {
    row: 'deprecated',
    kind: 'deprecated',
    before: holding(text),
    after: holding({ ...text, deprecated: true }),
    marks: 'X X',
    documentOnly: true,
  },
  ...['title', 'description', 'example'].map(
    (key): SchemaRule => ({
      row: key,
      kind: 'documentation-changed',
      before: holding({ ...text, [key]: 'old' }),
      after: holding({ ...text, [key]: 'new' }),
      marks: 'X X',
      documentOnly: true,
    }),
  ),
];
