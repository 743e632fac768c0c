// Documents that nobody should obey: data is data to the validator too, and no pattern keeps it for ever.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { expect, test } from 'vitest';
import { createValidator } from '../src/validator.ts';
import { documentOf } from './support.ts';

const BODY = '/paths/~1things/post/requestBody/content/application~1json/schema';

/** An example for each of two properties, both by the name that the suite's document has. */
const closed: JsonObject = {
  type: 'object',
  required: ['$ref'],
  properties: {
    $ref: { type: 'string', example: { $id: 'openapi:/document' } },
    $id: { enum: ['a', { $ref: '/dev/zero' }], example: { $id: 'openapi:/document' } },
  },
  additionalProperties: false,
};

test.each<[Json, boolean]>([
  [{ $ref: 'a' }, true],
  [{ $ref: 'a', $id: { $ref: '/dev/zero' } }, true],
  [{ $ref: 'a', $id: { $ref: '/dev/null' } }, false],
  [{ $ref: 1 }, false],
  [{}, false],
])('%j', (value, valid) => {
  const validator = createValidator(documentOf(closed), 'request');
  expect(validator.isValid(BODY, value)).toBe(valid);
  expect(validator.problem(BODY, value) === undefined).toBe(valid);
});

test('a pattern that JavaScript takes for ever over is run all the same', () => {
  const validator = createValidator(documentOf({ type: 'string', pattern: '^(a+)+$' }), 'request');
  const started = performance.now();
  expect([validator.isValid(BODY, 'aaa'), validator.isValid(BODY, `${'a'.repeat(40)}!`)]).toEqual([
    true,
    false,
  ]);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test.each<[Json, boolean]>([
  [{ name: 'a' }, true],
  [{ name: 'a', secret: 'b' }, false],
  [{ name: 'a', inner: [{ secret: 'b' }] }, false],
  ['secret', true],
])('an answer of %j has nothing that is write-only: %s', (value, isShown) => {
  const secret = { type: 'string', writeOnly: true };
  const inner = { type: 'array', items: { type: 'object', properties: { secret } } };
  const document = documentOf({ type: 'object', properties: { name: { type: 'string' }, secret, inner } });
  expect(createValidator(document, 'response').isShown(BODY, value)).toBe(isShown);
});
