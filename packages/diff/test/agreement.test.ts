// The two comparators agree on schemas that nobody thought of: each checks that no rule of the other is missing.

import type { Json, JsonObject } from '@agentsource/openapi/json';
import { normalise } from '@agentsource/openapi/normalise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../src/judge.ts';
import { documentWithSchema, holding, type Side } from '../testing/documents.ts';

const NAMES = ['a', 'b', 'c'];

const { schema } = fc.letrec<{ schema: JsonObject; object: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<JsonObject>(
      { type: 'string' },
      { type: 'boolean' },
      { type: 'integer' },
      { type: ['string', 'null'] },
      { type: ['string', 'integer'] },
      { enum: ['x', 'y'] },
      { enum: ['x', 'y', 'z'] },
      { const: 'x' },
      { $ref: '#/components/schemas/Tag' },
      {},
      { type: 'object' },
    ),
    tie('object'),
    tie('schema').map((items) => ({ type: 'array', items })),
    tie('schema').map((value) => ({ type: 'object', additionalProperties: value })),
    tie('schema').map((one) => ({ anyOf: [one, { type: 'null' }] })),
    fc.tuple(tie('schema'), tie('schema')).map((anyOf) => ({ anyOf })),
    fc.tuple(tie('schema'), tie('schema')).map((oneOf) => ({ oneOf })),
    fc
      .tuple(tie('schema'), tie('schema'))
      .map((prefixItems) => ({ type: 'array', prefixItems, items: false, minItems: 2 })),
    tie('object').map((one) => ({ allOf: [one, { $ref: '#/components/schemas/Tag' }] })),
    tie('object').map((one) => ({ allOf: [one], description: 'wrapped' })),
  ),
  object: fc
    .record({
      properties: fc.dictionary(fc.constantFrom(...NAMES), tie('schema'), { minKeys: 1, maxKeys: 3 }),
      required: fc.subarray(NAMES),
      additional: fc.constantFrom<JsonObject>(
        {},
        { additionalProperties: false },
        { additionalProperties: true },
      ),
    })
    .map(({ properties, required, additional }) => ({
      type: 'object',
      properties,
      required: required.filter((name) => name in properties),
      ...additional,
    })),
}));

const COMPONENTS: JsonObject = { Tag: { type: 'object', properties: { name: { type: 'string' } } } };

async function disagreements(side: Side, before: Json, after: Json) {
  const document = (value: Json) => normalise(documentWithSchema(side, holding(value), COMPONENTS)).document;
  return (await judge(document(before), document(after))).disagreements;
}

describe.each(['request', 'response'] as const)('in a %s', { timeout: 120_000 }, (side) => {
  it('any two schemas', async () => {
    await fc.assert(
      fc.asyncProperty(schema, schema, async (before, after) => {
        expect(await disagreements(side, before, after)).toEqual([]);
      }),
      { numRuns: 40, seed: 20261124 },
    );
  });
});
