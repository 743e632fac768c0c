// Types accept and refuse what the document does, by the word of ajv.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Sample, samplesOf } from './fits.ts';
import { EXACT, NARROWER, VALUES, WIDER } from './schemas.ts';

const told = ({ schema, value }: { schema: string; value: Json }) => `${schema}: ${JSON.stringify(value)}`;

describe('one schema for each keyword', () => {
  const table = Object.entries({ ...EXACT, ...WIDER });
  let samples: Sample[];
  beforeAll(() => {
    samples = samplesOf(
      Object.fromEntries(table.map(([name, [schema]]) => [name, schema])),
      Object.fromEntries(table.map(([name, [, ...own]]) => [name, [...VALUES, ...own]])),
    );
  });

  test('what it accepts fits its type', () => {
    expect(samples.filter(({ isValid, fits }) => isValid && !fits).map(told)).toEqual([]);
    const tried = new Set(samples.filter(({ isValid }) => isValid).map(({ schema }) => schema));
    const impossible = ['allOf, false', 'not'];
    expect(table.map(([name]) => name).filter((name) => !tried.has(name))).toEqual(impossible);
  });

  test('what compiles fits, by the rule that examples are judged by', () => {
    expect(samples.filter(({ fits, compiles }) => compiles && !fits).map(told)).toEqual([]);
  });

  test('what it refuses does not compile, where types can say so', () => {
    const exact = samples.filter(({ schema }) => Object.hasOwn(EXACT, schema));
    expect(exact.filter(({ isValid, compiles }) => !isValid && compiles).map(told)).toEqual([]);
  });
});

test('what is refused beyond the schemas is known', () => {
  const table = Object.entries(NARROWER);
  const samples = samplesOf(
    Object.fromEntries(table.map(([name, [schema]]) => [name, schema])),
    Object.fromEntries(table.map(([name, [, ...values]]) => [name, values])),
  );
  expect(samples.filter(({ isValid }) => !isValid)).toEqual([]);
  expect(samples.filter(({ fits }) => !fits).map(({ value }) => value)).toEqual(
    table.map(([, [, , refused]]) => refused),
  );
});

describe('schemas that nobody thought of', () => {
  const { schema } = fc.letrec<{ schema: JsonObject; object: JsonObject }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      fc.constantFrom<JsonObject>(
        { type: 'string' },
        { type: ['number', 'null'] },
        { enum: ['a', 1, null] },
        { const: 'a' },
        { const: null },
        { type: 'object' },
        {},
      ),
      tie('object'),
      tie('schema').map((items) => ({ type: 'array', items })),
      fc
        .record({ prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }), minItems: fc.nat(2) })
        .map((tuple) => ({ type: 'array', ...tuple })),
      fc.array(tie('schema'), { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf })),
      fc.array(tie('schema'), { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })),
      fc.tuple(tie('object'), tie('schema')).map(([one, other]) => ({ ...one, anyOf: [one, other] })),
      fc
        .tuple(tie('object'), tie('object'))
        .map(([one, other]) => ({ ...one, allOf: [other], oneOf: [one, true] })),
    ),
    object: fc.record(
      {
        type: fc.constantFrom<Json>('object', ['object', 'null']),
        properties: fc.dictionary(fc.constantFrom('a', 'b'), tie('schema'), { minKeys: 1 }),
        required: fc.subarray(['a', 'b', 'c']),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        patternProperties: fc.dictionary(fc.constantFrom('^a', '^c'), tie('schema')),
      },
      { requiredKeys: ['type'] },
    ),
  }));
  const value = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;

  test('accept nothing that does not fit their types', () => {
    const parameters = { seed: 20261126, numRuns: 40 };
    const schemas = fc
      .sample(schema, parameters)
      .map((one, index) => [`S${index}`, one] as [string, JsonObject]);
    const values = [...VALUES, ...OBJECTS, ...fc.sample(value, { seed: 1, numRuns: 20 })];
    const samples = samplesOf(
      Object.fromEntries(schemas),
      Object.fromEntries(schemas.map(([name]) => [name, values])),
    );
    const wrong = samples.filter(({ isValid, fits }) => isValid && !fits);
    expect(wrong.map((one) => `${told(one)} of ${JSON.stringify(new Map(schemas).get(one.schema))}`)).toEqual(
      [],
    );
    expect(samples.filter(({ isValid }) => isValid).length).toBeGreaterThan(150);
  });
});

const OBJECTS: Json[] = [
  {},
  { a: null },
  { b: 'a' },
  { a: 'a', b: 1 },
  { a: 1, b: null, c: 'a' },
  { c: ['a'] },
  { a: { a: 'a' } },
];
