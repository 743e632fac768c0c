// The rules about what tells alternatives apart.

import type { JsonObject } from '@agentsource/openapi/json';
import { holding, object } from '../../testing/documents.ts';
import { type SchemaRule, text } from './rule.ts';

const cat = object({ kind: text, meows: { type: 'boolean' } }, ['kind']);
const dog = object({ kind: text, barks: { type: 'boolean' } }, ['kind']);
export const ANIMALS = { Cat: cat, Dog: dog };
const reference = (name: string) => `#/components/schemas/${name}`;

export function animal(mapping?: Record<string, string>, propertyName = 'kind'): JsonObject {
  return holding({
    oneOf: [{ $ref: reference('Cat') }, { $ref: reference('Dog') }],
    discriminator: { propertyName, ...(mapping && { mapping }) },
  });
}

const told = (name: string): JsonObject =>
  object({ kind: { const: name }, species: { const: `${name}s` } }, ['kind', 'species']);
const mapped = { cat: reference('Cat'), dog: reference('Dog') };

export const DISCRIMINATOR_RULES: SchemaRule[] = [
  {
    row: 'discriminator property changed',
    kind: 'discriminator-changed',
    before: animal(undefined, 'kind'),
    after: animal(undefined, 'species'),
    marks: 'B† B',
    components: { Cat: told('cat'), Dog: told('dog') },
    documentOnly: true,
  },
  {
    row: 'discriminator value changed',
    kind: 'discriminator-changed',
    before: animal(mapped),
    after: animal({ kitty: reference('Cat'), dog: reference('Dog') }),
    marks: 'B† B',
    components: ANIMALS,
  },
  {
    row: 'discriminator value named, implicit before',
    kind: 'discriminator-changed',
    before: animal(),
    after: animal({ cat: 'Cat', Dog: 'Dog' }),
    marks: 'B† B',
    components: ANIMALS,
  },
  {
    row: 'second discriminator value added',
    kind: 'enum-value-added',
    before: animal(mapped),
    after: animal({ ...mapped, kitty: reference('Cat') }),
    marks: 'F B (F)',
    components: ANIMALS,
  },
  {
    row: 'second discriminator value removed',
    kind: 'enum-value-removed',
    before: animal({ ...mapped, kitty: reference('Cat') }),
    after: animal(mapped),
    marks: 'B† F',
    components: ANIMALS,
  },
];

/** Spellings of one discriminator. */
export const DISCRIMINATOR_SPELLINGS: [row: string, one: JsonObject, other: JsonObject][] = [
  ['mapping by name ↔ by reference', animal({ cat: 'Cat', dog: 'Dog' }), animal(mapped)],
  ['implicit discriminator values ↔ the same in a mapping', animal(), animal({ Cat: 'Cat', Dog: 'Dog' })],
];
