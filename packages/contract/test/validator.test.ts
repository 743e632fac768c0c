// Data in a document is data to the validator too, whatever its keys are called.
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
  const validator = createValidator(documentOf(closed));
  expect(validator.isValid(BODY, value)).toBe(valid);
  expect(validator.problem(BODY, value) === undefined).toBe(valid);
});
