// The mock's 422 and the client's check of the same request say the same, whatever keyword of JSON Schema is violated.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validationErrors } from '@agentsource/client/fastapi';
import { requestProblems } from '@agentsource/client/validate';
import { renderRequestValidators } from '@agentsource/codegen/validators';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { describe, expect, test } from 'vitest';
import { startMock } from '../src/index.ts';
import { call, ENROLLMENTS, enrollment, start } from './support.ts';

const closed = { properties: { a: {} }, additionalProperties: false };

/** A schema, a value that violates it, and the `type`s that are said of it. */
const VIOLATIONS: Record<string, [schema: object | boolean, value: unknown, types: string[]]> = {
  type: [{ type: 'string' }, 1, ['string_type']],
  'type, several': [{ type: ['integer', 'null'] }, 'a', ['int_type']],
  enum: [{ enum: ['a', 'b, c', 1, null] }, 2, ['enum']],
  const: [{ const: { a: 1 } }, { a: 2 }, ['literal_error']],
  minimum: [{ minimum: 1.5 }, 1, ['greater_than_equal']],
  maximum: [{ maximum: -2 }, 0, ['less_than_equal']],
  exclusiveMinimum: [{ exclusiveMinimum: 1 }, 1, ['greater_than']],
  exclusiveMaximum: [{ exclusiveMaximum: 1 }, 1, ['less_than']],
  multipleOf: [{ multipleOf: 0.5 }, 0.7, ['multiple_of']],
  minLength: [{ minLength: 2 }, '😀', ['string_too_short']],
  maxLength: [{ maxLength: 1 }, 'ab', ['string_too_long']],
  pattern: [{ pattern: '^"(a|b)"$' }, 'c', ['string_pattern_mismatch']],
  minItems: [{ minItems: 2 }, ['a'], ['too_short']],
  maxItems: [{ maxItems: 1 }, ['a', 'b', 'c'], ['too_long']],
  uniqueItems: [{ uniqueItems: true }, ['a', 'b', 'a'], ['not_unique']],
  items: [{ items: { type: 'string' } }, ['a', 1, 'b', 2], ['string_type', 'string_type']],
  prefixItems: [{ prefixItems: [{ type: 'string' }], items: false }, ['a', 'b'], ['items']],
  contains: [{ contains: { const: 1 } }, [2], ['literal_error', 'contains']],
  unevaluatedItems: [{ prefixItems: [{}], unevaluatedItems: false }, [1, 2], ['unevaluatedItems']],
  required: [{ required: ['a', 'b'] }, {}, ['missing', 'missing']],
  additionalProperties: [closed, { b: 1, "it's": 2 }, ['extra_forbidden', 'extra_forbidden']],
  unevaluatedProperties: [{ unevaluatedProperties: false }, { 'a/b': 1 }, ['extra_forbidden']],
  properties: [
    { properties: { 'a~/b': { items: { type: 'null' } } } },
    { 'a~/b': [null, 0] },
    ['none_required'],
  ],
  'properties that look like items': [{ properties: { 0: { type: 'object' } } }, { 0: [] }, ['dict_type']],
  'properties without a name': [{ properties: { '': { type: 'boolean' } } }, { '': 'no' }, ['bool_type']],
  patternProperties: [{ patternProperties: { '^x-': { type: 'number' } } }, { 'x-a': '1' }, ['float_type']],
  propertyNames: [{ propertyNames: { maxLength: 1 } }, { ab: 1 }, ['string_too_long', 'propertyNames']],
  minProperties: [{ minProperties: 1 }, {}, ['minProperties']],
  maxProperties: [{ maxProperties: 1 }, { a: 1, b: 2 }, ['maxProperties']],
  dependentRequired: [{ dependentRequired: { a: ['b'] } }, { a: 1 }, ['missing']],
  dependentSchemas: [{ dependentSchemas: { a: { required: ['b'] } } }, { a: 1 }, ['missing']],
  anyOf: [{ anyOf: [{ type: 'string' }, { type: 'array' }] }, 1, ['string_type', 'list_type']],
  'oneOf, none': [
    { oneOf: [{ type: 'string' }, { minimum: 5 }] },
    1,
    ['string_type', 'greater_than_equal', 'oneOf'],
  ],
  'oneOf, both': [{ oneOf: [{ type: 'integer' }, { minimum: 5 }] }, 6, ['oneOf']],
  allOf: [{ allOf: [{ type: 'string' }, { pattern: '^a' }] }, 'b', ['string_pattern_mismatch']],
  not: [{ not: { type: 'string' } }, 'a', ['not']],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  if: [{ if: { type: 'string' }, then: { minLength: 2 }, else: {} }, 'a', ['string_too_short']],
  false: [false, 1, ['false schema']],
  $ref: [{ $ref: '#/components/schemas/Closed' }, { b: 1 }, ['extra_forbidden']],
};

const content = (schema: unknown) => ({ 'application/json': { schema } });
const responses = {
  200: { description: 'ok' },
  422: {
    description: 'invalid',
    content: content({ type: 'object', properties: { detail: { type: 'array' } } }),
  },
};
const parameters = [
  { name: 'thingId', in: 'path', required: true, schema: { type: 'string', minLength: 5 } },
  { name: 'pageSize', in: 'query', required: true, schema: { type: 'integer', maximum: 5 } },
  { name: 'Order', in: 'query', schema: { enum: ['asc', 'desc'] } },
  {
    name: 'tags',
    in: 'query',
    schema: { type: 'array', items: { type: 'string' }, minItems: 3 },
    explode: true,
  },
];

const document: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'violations', version: '1' },
  paths: {
    ...Object.fromEntries(
      Object.values(VIOLATIONS).map(([schema], index) => {
        const body = { type: 'object', properties: { value: schema } };
        const post = { requestBody: { required: true, content: content(body) }, responses };
        return [`/${index}`, { post }];
      }),
    ),
    '/things/{thingId}': { get: { parameters, responses } },
  },
  components: { schemas: { Closed: closed } },
} as OpenApiDocument;

/** The client's validators, had they been generated from that document. */
async function validators() {
  const code = renderRequestValidators(document).replace(
    /^import .*;$/m,
    "import { isDeepStrictEqual as equal } from 'node:util';\nconst codePoints = (text: string) => [...text].length;",
  );
  const directory = join(import.meta.dirname, '../reports/validators');
  const file = join(directory, 'validators.ts');
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, code);
  return (await import(pathToFileURL(file).href)).requestValidators;
}

const requestValidators = await validators();

/** What the client would say of the request. */
function clientErrors(operation: string, request: object) {
  const validate = requestValidators[operation];
  return validate(request) ? [] : validationErrors(validate.errors, request);
}

describe('a body that violates', () => {
  test.each(Object.entries(VIOLATIONS).map(([name, row], index) => [name, index, ...row] as const))(
    '%s',
    async (_, index, _schema, value, types) => {
      const { url } = await start({ spec: document });
      const { status, body } = await call(`${url}/${index}`, { json: { value } });
      expect(status).toBe(422);
      expect(body.detail).toEqual(clientErrors(`POST /${index}`, { body: { value } }));
      expect(body.detail.map(({ type }: { type: string }) => type)).toEqual(types);
    },
  );

  test('no schema, since it is missing', async () => {
    const { url } = await start({ spec: document });
    const { body } = await call(`${url}/0`, { method: 'POST' });
    expect(body.detail).toEqual([{ loc: ['body'], msg: 'Field required', type: 'missing' }]);
    expect(body.detail).toEqual(clientErrors('POST /0', {}));
  });
});

test.each([
  ['1234', {}],
  ['1234', { pageSize: 9, Order: 'up', tags: ['one', 'two'] }],
  ['12345', { pageSize: 'x', tags: ['one'] }],
])('parameters: %s, %j', async (thingId, query: Record<string, unknown>) => {
  const { url } = await start({ spec: document });
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  );
  const { status, body } = await call(`${url}/things/${thingId}?${search}`);
  expect(status).toBe(422);
  const expected = clientErrors('GET /things/{thingId}', { path: { thingId }, query });
  expect(body.detail).toHaveLength(expected.length);
  expect(body.detail).toEqual(expect.arrayContaining(expected));
});

// The client leaves formats alone, since JSON Schema 2020-12 does; Prism doesn't.
test('a format that only the mock judges', async () => {
  const schema = { type: 'string', format: 'email' };
  const post = { requestBody: { required: true, content: content(schema) }, responses };
  const { url } = await start({ spec: { ...document, paths: { '/format': { post } } } });
  const { body } = await call(`${url}/format`, { json: '"nobody"' });
  expect(body.detail).toEqual([{ loc: ['body'], msg: "Input should match format 'email'", type: 'format' }]);
});

test.each([
  { enrollment_key: 'abc' },
  { event_types: ['x'] },
  { prospect_ids: 5 },
  { prospect_ids: [] },
  { prospect_ids: ['nope'] },
  { enrollment_key: undefined },
  { request_context: 'x' },
  { ttl_days: 30 },
])('the document of both packages: %j', async (wrong) => {
  const mock = await startMock();
  const body = { ...enrollment, ...wrong };
  const { body: answer } = await call(mock.url + ENROLLMENTS, { json: body });
  await mock.close();
  expect(answer.detail).toHaveLength(1);
  expect(answer.detail).toEqual(requestProblems('POST', ENROLLMENTS, { body }));
});
