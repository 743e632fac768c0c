// Schemas: every keyword of JSON Schema 2020-12 and OpenAPI, in a request and in its answer, and 3.0's spellings.
import type { JsonObject } from '../../src/json.ts';
import { json, operation, type Shape, text } from './write.ts';

const integer: JsonObject = { type: 'integer' };

/** A component of its own, sent and answered. */
function schema(name: string, body: JsonObject, others: JsonObject = {}): Shape {
  const component = `Shape${name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const id = `echo_${name.replaceAll('-', '_')}`;
  const reference = { $ref: `#/components/schemas/${component}` };
  return {
    name: `schema: ${name}`,
    paths: {
      [`/echo-${name}`]: {
        post: operation(id, {
          requestBody: { required: true, content: json(reference) },
          responses: { 200: { description: 'OK', content: json(reference) } },
        }),
      },
    },
    components: { schemas: { [component]: body, ...others } },
  };
}

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const inner = (keyword: JsonObject): JsonObject => object({ a: keyword }, { required: ['a'] });

const cat = object({ kind: { type: 'string', const: 'cat' }, lives: integer }, { required: ['kind'] });
const dog = object({ kind: { type: 'string', const: 'dog' }, tricks: integer }, { required: ['kind'] });
const union = {
  oneOf: [{ $ref: '#/components/schemas/ShapeCat' }, { $ref: '#/components/schemas/ShapeDog' }],
  discriminator: { propertyName: 'kind' },
};
const animals = { ShapeCat: cat, ShapeDog: dog };

export const schemas: Shape[] = [
  schema(
    'types',
    object({ a: text, b: integer, c: { type: 'number' }, d: { type: 'boolean' }, e: { type: 'null' } }),
  ),
  schema('type-list', inner({ type: ['string', 'integer', 'null'] })),
  schema('enum', inner({ enum: ['a', 1, null, true] })),
  schema('const', object({ a: { const: 'x' }, b: { const: null }, c: { const: 3 } })),
  schema('strings', inner({ type: 'string', minLength: 2, maxLength: 4, pattern: '^[a-z]+$' })),
  schema('numbers', inner({ type: 'number', minimum: 1, maximum: 9, multipleOf: 0.5 })),
  schema('exclusive', inner({ type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 10 })),
  schema(
    'formats',
    object(
      Object.fromEntries(
        [
          'date',
          'date-time',
          'time',
          'duration',
          'email',
          'uri',
          'uuid',
          'ipv4',
          'ipv6',
          'hostname',
          'byte',
          'password',
          'unheard-of',
        ].map((format, index) => [`p${index}`, { type: 'string', format }]),
      ),
    ),
  ),
  schema(
    'integer-formats',
    object({ a: { type: 'integer', format: 'int32' }, b: { type: 'integer', format: 'int64' } }),
  ),
  schema(
    'encoding',
    object({
      a: { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
      b: { type: 'string', contentMediaType: 'application/json', contentSchema: { type: 'object' } },
    }),
  ),
  schema('array', inner({ type: 'array', items: text, minItems: 1, maxItems: 3, uniqueItems: true })),
  schema('tuple', inner({ type: 'array', prefixItems: [text, integer], items: { type: 'boolean' } })),
  schema('closed-tuple', inner({ type: 'array', prefixItems: [text, integer], items: false, minItems: 2 })),
  schema('contains', inner({ type: 'array', contains: integer, minContains: 1, maxContains: 2 })),
  schema('unevaluated-items', inner({ type: 'array', prefixItems: [text], unevaluatedItems: integer })),
  schema('closed', object({ a: text }, { additionalProperties: false })),
  schema('closed-empty', { type: 'object', additionalProperties: false }),
  schema('map', { type: 'object', additionalProperties: integer }),
  schema('sized-map', {
    type: 'object',
    minProperties: 1,
    maxProperties: 3,
    propertyNames: { pattern: '^[a-z]+$' },
  }),
  schema('pattern-properties', {
    type: 'object',
    patternProperties: { '^x_': integer },
    additionalProperties: false,
  }),
  schema(
    'dependent',
    object(
      { a: text, b: text },
      { dependentRequired: { a: ['b'] }, dependentSchemas: { b: { minProperties: 2 } } },
    ),
  ),
  schema('unevaluated', {
    allOf: [object({ a: text })],
    properties: { b: integer },
    unevaluatedProperties: false,
  }),
  schema(
    'all-of',
    { allOf: [{ $ref: '#/components/schemas/ShapeBase' }, object({ b: integer }, { required: ['b'] })] },
    { ShapeBase: object({ a: text }, { required: ['a'] }) },
  ),
  schema('any-of', { anyOf: [inner(text), object({ b: integer }, { required: ['b'] })] }),
  schema('one-of', { oneOf: [inner(text), inner(integer)] }),
  schema('not', inner({ type: 'string', not: { enum: ['x'] } })),
  schema(
    'conditional',
    object(
      { a: text, b: text },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      { if: { properties: { a: { const: 'x' } }, required: ['a'] }, then: { required: ['b'] }, else: {} },
    ),
  ),
  schema('discriminated', union, animals),
  schema(
    'mapped',
    {
      ...union,
      discriminator: {
        propertyName: 'kind',
        mapping: { cat: 'ShapeCat', dog: '#/components/schemas/ShapeDog' },
      },
    },
    animals,
  ),
  schema('union-in-all-of', { allOf: [union, object({ owner: text })] }, animals),
  schema(
    'inherited',
    {
      oneOf: [{ $ref: '#/components/schemas/ShapeCar' }, { $ref: '#/components/schemas/ShapeBike' }],
      discriminator: {
        propertyName: 'vehicle',
        mapping: { car: '#/components/schemas/ShapeCar', bike: '#/components/schemas/ShapeBike' },
      },
    },
    {
      ShapeVehicle: object(
        { vehicle: text },
        {
          required: ['vehicle'],
          discriminator: {
            propertyName: 'vehicle',
            mapping: { car: '#/components/schemas/ShapeCar', bike: '#/components/schemas/ShapeBike' },
          },
        },
      ),
      ShapeCar: {
        allOf: [
          { $ref: '#/components/schemas/ShapeVehicle' },
          object({ doors: integer, vehicle: { const: 'car' } }),
        ],
      },
      ShapeBike: {
        allOf: [
          { $ref: '#/components/schemas/ShapeVehicle' },
          object({ gears: integer, vehicle: { const: 'bike' } }),
        ],
      },
    },
  ),
  schema(
    'recursive',
    object(
      { name: text, children: { type: 'array', items: { $ref: '#/components/schemas/ShapeRecursive' } } },
      { required: ['name'] },
    ),
  ),
  schema(
    'defs',
    object(
      { a: { $ref: '#/components/schemas/ShapeDefs/$defs/part' } },
      { $defs: { part: { type: 'string', maxLength: 3 } } },
    ),
  ),
  schema(
    'anchored',
    object({ a: { $ref: '#shape_part' } }, { $defs: { part: { $anchor: 'shape_part', type: 'integer' } } }),
  ),
  schema(
    'beside-a-reference',
    object({
      a: { $ref: '#/components/schemas/ShapePlain', description: 'Here', default: 'x', maxLength: 5 },
    }),
    { ShapePlain: text },
  ),
  schema(
    'true-and-false',
    object({ a: true, b: text } as JsonObject, { not: false as unknown as JsonObject }),
  ),
  schema(
    'one-way',
    object(
      { id: { type: 'string', readOnly: true }, secret: { type: 'string', writeOnly: true }, name: text },
      { required: ['id', 'secret', 'name'] },
    ),
  ),
  schema(
    'annotated',
    object({
      a: {
        type: 'string',
        title: 'A',
        description: 'An a',
        default: 'x',
        deprecated: true,
        examples: ['y'],
        $comment: 'why',
        externalDocs: { url: 'https://things.example' },
        xml: { name: 'a', attribute: true },
      },
    }),
  ),
  schema(
    'nullable',
    object({
      a: { type: 'string', nullable: true },
      b: { nullable: true, allOf: [{ $ref: '#/components/schemas/ShapePlain' }] },
    }),
    { ShapePlain: text },
  ),
  schema(
    'odd-names',
    object({
      constructor: text,
      toString: integer,
      $ref: text,
      'a b': text,
      'x-y': text,
      __proto: text,
    } as JsonObject),
  ),
  schema(
    'built-in-names',
    object({
      r: { $ref: '#/components/schemas/Record' },
      p: { $ref: '#/components/schemas/Promise' },
      n: { $ref: '#/components/schemas/NonNullable' },
      d: { $ref: '#/components/schemas/DocumentVersion' },
    }),
    {
      Record: object({ a: text }),
      Promise: object({ b: text }),
      NonNullable: object({ c: text }),
      DocumentVersion: text,
      Blob: object({ d: text }),
      Readable: text,
      Error: object({ e: text }),
      Date: text,
      Array: object({ f: text }),
    },
  ),
  schema('taken-names', object({ a: { $ref: '#/components/schemas/EchoTakenNamesRequest' } }), {
    EchoTakenNamesRequest: text,
    EchoTakenNamesResponse: integer,
  }),
];
