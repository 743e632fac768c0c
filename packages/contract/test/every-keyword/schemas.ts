// Schemas: every keyword of JSON Schema 2020-12 and OpenAPI 3.1, as a body.
import type { JsonObject } from '@agentsource/openapi/json';

const text = { type: 'string' };
const cases: Record<string, JsonObject> = {
  string: { type: 'string', minLength: 2, maxLength: 5 },
  pattern: { type: 'string', pattern: '^(?!x)[a-z]{2,4}$' },
  format: { type: 'string', format: 'email' },
  int64: { type: 'integer', format: 'int64' },
  float: { type: 'number', format: 'float' },
  bounds: { type: 'number', minimum: 1, maximum: 9, multipleOf: 0.5 },
  'exclusive-bounds': { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 10 },
  constants: {
    type: 'object',
    properties: {
      yes: { const: true },
      none: { const: null },
      list: { enum: [[1], [2]] },
      one: { const: 1 },
    },
  },
  array: { type: 'array', items: text, minItems: 1, maxItems: 3, uniqueItems: true },
  tuple: { type: 'array', prefixItems: [text, { type: 'integer' }], items: false },
  'unevaluated-items': { type: 'array', prefixItems: [text], unevaluatedItems: false },
  contains: { type: 'array', contains: { type: 'integer', minimum: 5 }, minContains: 2, maxContains: 3 },
  object: {
    type: 'object',
    properties: { a: text, b: text },
    required: ['a'],
    minProperties: 1,
    maxProperties: 3,
    additionalProperties: { type: 'integer' },
  },
  patterned: {
    type: 'object',
    patternProperties: { '^x-': { type: 'integer' } },
    additionalProperties: false,
  },
  names: { type: 'object', propertyNames: { pattern: '^[a-z]+$', maxLength: 5 } },
  dependent: { type: 'object', properties: { card: text, cvc: text }, dependentRequired: { card: ['cvc'] } },
  'dependent-schemas': {
    type: 'object',
    properties: { card: text },
    dependentSchemas: { card: { required: ['cvc'], properties: { cvc: { type: 'string', minLength: 3 } } } },
  },
  'unevaluated-properties': {
    allOf: [{ type: 'object', properties: { a: text } }],
    properties: { b: text },
    unevaluatedProperties: false,
  },
  conditional: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: ['card', 'cash'] }, number: text, note: text },
    if: { properties: { kind: { const: 'card' } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { required: ['number'] },
    else: { required: ['note'] },
  },
  not: { type: 'string', not: { enum: ['none', 'nothing'] } },
  composed: {
    oneOf: [
      {
        type: 'object',
        required: ['kind', 'size'],
        properties: { kind: { const: 'file' }, size: { type: 'integer' } },
      },
      { type: 'object', required: ['kind'], properties: { kind: { const: 'folder' } } },
    ],
    discriminator: { propertyName: 'kind' },
  },
  any: { anyOf: [{ type: 'integer' }, { type: 'string', minLength: 3 }] },
  definitions: {
    type: 'object',
    properties: {
      it: {
        $ref: '#/paths/~1schemas~1definitions/post/requestBody/content/application~1json/schema/$defs/It',
      },
    },
    $defs: { It: { type: 'integer', minimum: 3 }, Unused: { type: 'string', maxLength: 3 } },
  },
  directed: {
    type: 'object',
    required: ['id', 'password', 'owner'],
    properties: {
      id: { type: 'integer', readOnly: true },
      password: { type: 'string', writeOnly: true, minLength: 4 },
      owner: { $ref: '#/components/schemas/Owner' },
    },
  },
  annotated: {
    type: 'string',
    title: 'Text',
    description: 'A text',
    default: 'a',
    deprecated: true,
    examples: ['a'],
    externalDocs: { url: 'https://things.example/docs' },
    $comment: 'none',
  },
  encoded: {
    type: 'object',
    properties: {
      it: {
        type: 'string',
        contentEncoding: 'base64',
        contentMediaType: 'application/json',
        contentSchema: text,
      },
    },
  },
  recursive: { $ref: '#/components/schemas/Tree' },
  forbidden: { type: 'object', properties: { never: false, always: true } },
};

export const schemas: { paths: JsonObject; components: JsonObject } = {
  paths: Object.fromEntries(
    Object.entries(cases).map(([name, schema]) => [
      `/schemas/${name}`,
      {
        post: {
          security: [{ Key: [] }],
          requestBody: { required: true, content: { 'application/json': { schema } } },
          responses: { 204: { description: 'done' } },
        },
      },
    ]),
  ),
  components: {
    Owner: {
      type: 'object',
      required: ['since'],
      properties: { since: { type: 'string', readOnly: true }, name: text },
    },
    Tree: {
      type: 'object',
      properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
    },
  },
};
