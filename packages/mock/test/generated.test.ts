// Values that are generated from a schema: what a person could write by hand, the mock writes too.
import { checkablePatterns } from '@agentsource/openapi/checkable-patterns';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { expect, test } from 'vitest';
import { Generator } from '../src/answering/generate.ts';
import { createJudge } from '../src/judging/judge.ts';

const text = { type: 'string' };
const integer = { type: 'integer' };
const one = (schema: JsonObject): JsonObject => ({
  type: 'object',
  properties: { a: schema },
  required: ['a'],
});
const self = { $ref: '#/components/schemas/it' };
const map = (more: JsonObject): JsonObject => ({ type: 'object', minProperties: 2, ...more });

function generatorFor(schema: JsonObject): Generator {
  const given = { openapi: '3.1.0', info: {}, components: { schemas: { it: schema, at: self } } };
  const { document, regExp } = checkablePatterns(given as unknown as OpenApiDocument);
  return new Generator({
    document,
    judge: createJudge(document, regExp),
    reveal: (value) => value,
    texts: 'plausible',
  });
}

test.each<[string, JsonObject]>([
  ['exclusive bounds', one({ ...integer, exclusiveMinimum: 0, exclusiveMaximum: 10 })],
  ['narrow bounds', one({ type: 'number', exclusiveMinimum: 99.5, exclusiveMaximum: 99.75 })],
  ['bounds of both kinds', one({ ...integer, minimum: 0, exclusiveMinimum: 10, exclusiveMaximum: 12 })],
  ['a large number', one({ ...integer, format: 'int64', minimum: 1e12 })],
  ['a pattern and lengths', one({ ...text, minLength: 60, maxLength: 63, pattern: '^[a-z]+(-[a-z]+)*$' })],
  ['a pattern of Unicode', one({ ...text, maxLength: 5, pattern: '^\\p{Lu}\\p{L}+$' })],
  ['a pattern and values', one({ ...text, enum: ['ab', 'cd'], pattern: '^a' })],
  ['a pattern and a format', one({ ...text, format: 'uuid', pattern: '^[0-9a-f-]{36}$' })],
  ...['duration', 'time', 'hostname', 'uri-template', 'json-pointer', 'regex', 'byte'].map(
    (format): [string, JsonObject] => [
      format,
      one({ type: 'array', minItems: 2, items: { ...text, format } }),
    ],
  ),
  ['names by a pattern', map({ propertyNames: { pattern: '^[a-z]{2,5}$' }, additionalProperties: integer })],
  ['names that are listed', map({ propertyNames: { enum: ['de', 'en'] }, additionalProperties: text })],
  ['names of a length', map({ propertyNames: { minLength: 3, maxLength: 5 }, additionalProperties: text })],
  ['names of a format', map({ propertyNames: { format: 'uuid' }, additionalProperties: integer })],
  [
    'a condition',
    {
      ...one({ const: 'x' }),
      properties: { a: { const: 'x' }, b: text },
      if: { properties: { a: { const: 'x' } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { properties: { b: { pattern: '^[0-9]{5}$' } }, required: ['b'] },
    },
  ],
  [
    'parts that hold together',
    { allOf: [one({ ...integer, minimum: 5 }), one({ maximum: 7 }), one({ multipleOf: 3 })] },
  ],
  ['a tree', { ...one({ type: 'array', items: self }), required: [] }],
  ['a tree whose branches are required', one({ type: 'array', items: self })],
  ['an expression', { oneOf: [one({ type: 'array', minItems: 1, items: self }), one({ const: 'leaf' })] }],
])('%s', (_, schema) => {
  const generator = generatorFor(schema);
  for (const draw of [{}, { dynamic: true, seed: 'a' }, { dynamic: true, seed: 'b' }, { dynamic: true }]) {
    for (const place of ['it', 'at']) {
      const { value, errors } = generator.make(`/components/schemas/${place}`, draw);
      expect(errors.map(({ message }) => `${JSON.stringify(value)}: ${message}`)).toEqual([]);
    }
  }
});

test('what is right in a generated value stays as it is', () => {
  const schema = one({ ...text, format: 'duration' });
  const both = { ...schema, properties: { ...(schema.properties as JsonObject), b: text } };
  expect(generatorFor(both).make('/components/schemas/it').value).toEqual({ a: 'P1D', b: 'string' });
});
