// The rules about what a schema says without restricting types.

import type { JsonObject } from '@agentsource/openapi/json';
import { holding, object } from '../../testing/documents.ts';
import { type SchemaRule, text } from './rule.ts';

/** An optional property with a flag, beside one that always travels. */
const flagged = (flags: JsonObject): JsonObject =>
  object({ name: text, value: { ...text, ...flags } }, ['name']);
const cat = object({ kind: { const: 'cat' }, species: { const: 'felis' } }, ['kind', 'species']);
const dog = object({ kind: { const: 'dog' }, species: { const: 'canis' } }, ['kind', 'species']);
const animal = (propertyName: string): JsonObject =>
  holding({
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName },
  });

export const ANNOTATION_RULES: SchemaRule[] = [
  {
    row: 'discriminator property changed',
    kind: 'discriminator-changed',
    before: animal('kind'),
    after: animal('species'),
    marks: 'B B',
    components: { Cat: cat, Dog: dog },
    documentOnly: true,
  },
  {
    row: 'readOnly switched on',
    kind: 'became-read-only',
    before: flagged({}),
    after: flagged({ readOnly: true }),
    marks: 'B† -',
    documentOnly: true,
  },
  {
    row: 'readOnly switched off',
    kind: 'stopped-being-read-only',
    before: flagged({ readOnly: true }),
    after: flagged({}),
    marks: 'F -',
    documentOnly: true,
  },
  {
    row: 'writeOnly switched on',
    kind: 'became-write-only',
    before: flagged({}),
    after: flagged({ writeOnly: true }),
    marks: '- B',
    documentOnly: true,
  },
  {
    row: 'writeOnly switched off',
    kind: 'stopped-being-write-only',
    before: flagged({ writeOnly: true }),
    after: flagged({}),
    marks: '- F',
    documentOnly: true,
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
