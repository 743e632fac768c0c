// The rules about schemas, row by row: what is compared, and what it means in a request and in a response.

import type { Json, JsonObject } from '@agentsource/openapi/json';
import type { Kind } from '../../src/policy.ts';
import { holding, object } from '../../testing/documents.ts';

export type Mark = 'B†' | 'B' | 'F' | 'X†' | 'X' | '-';

export interface SchemaRule {
  row: string;
  kind: Kind;
  before: Json;
  after: Json;
  request: Mark;
  response: Mark;
  /** The compiler can't see it. */
  documentOnly?: boolean;
  components?: JsonObject;
}

const text = { type: 'string' };
const count = { type: 'integer' };
const closed = { additionalProperties: false };

function rule(
  row: string,
  kind: Kind,
  before: Json,
  after: Json,
  request: Mark,
  response: Mark,
  more: Pick<SchemaRule, 'documentOnly' | 'components'> = {},
): SchemaRule {
  return { row, kind, before, after, request, response, ...more };
}

const document = { documentOnly: true };

const PROPERTIES: SchemaRule[] = [
  rule(
    'optional property removed',
    'property-removed',
    object({ a: text, b: text }),
    object({ a: text }),
    'B',
    'B',
  ),
  rule(
    'required property removed',
    'property-removed',
    object({ a: text, b: text }, ['b']),
    object({ a: text }),
    'B',
    'B',
  ),
  rule(
    'property removed from a closed schema',
    'closed-property-removed',
    object({ a: text, b: text }, [], closed),
    object({ a: text }, [], closed),
    'B†',
    'B',
  ),
  rule(
    'optional property added',
    'property-added',
    object({ a: text }),
    object({ a: text, b: text }),
    'F',
    'F',
  ),
  rule(
    'required property added',
    'required-property-added',
    object({ a: text }),
    object({ a: text, b: text }, ['b']),
    'B†',
    'F',
  ),
  rule(
    'property optional → required',
    'property-became-required',
    object({ a: text }),
    object({ a: text }, ['a']),
    'B†',
    'F',
  ),
  rule(
    'property required → optional',
    'property-became-optional',
    object({ a: text }, ['a']),
    object({ a: text }),
    'F',
    'B',
  ),
];

const ab = { type: 'string', enum: ['a', 'b'] };
const abc = { type: 'string', enum: ['a', 'b', 'c'] };

const VALUES: SchemaRule[] = [
  rule('enum value added', 'enum-value-added', holding(ab), holding(abc), 'F', 'B'),
  rule('enum value removed', 'enum-value-removed', holding(abc), holding(ab), 'B†', 'F'),
  rule('became an enum', 'became-enum', holding(text), holding(ab), 'B†', 'F'),
  rule('stopped being an enum', 'stopped-being-enum', holding(ab), holding(text), 'F', 'B'),
  rule('type changed', 'type-changed', holding(text), holding(count), 'B†', 'B'),
  rule(
    'type changed, of items',
    'type-changed',
    holding({ type: 'array', items: text }),
    holding({ type: 'array', items: count }),
    'B†',
    'B',
  ),
  rule('const changed', 'type-changed', holding({ const: 'a' }), holding({ const: 'b' }), 'B†', 'B'),
  rule(
    'integer → number',
    'integer-to-number',
    holding(count),
    holding({ type: 'number' }),
    'X',
    'X',
    document,
  ),
  rule(
    'number → integer',
    'number-to-integer',
    holding({ type: 'number' }),
    holding(count),
    'X†',
    'X',
    document,
  ),
  rule('null added', 'null-added', holding(text), holding({ type: ['string', 'null'] }), 'F', 'B'),
  rule('null removed', 'null-removed', holding({ type: ['string', 'null'] }), holding(text), 'B†', 'F'),
  rule(
    'null added to the type of an enum that does not list it',
    'null-added',
    holding(ab),
    holding({ ...ab, type: ['string', 'null'] }),
    'F',
    'B',
  ),
  rule(
    'null added beside a reference',
    'null-added',
    holding({ $ref: '#/components/schemas/Name' }),
    holding({ anyOf: [{ $ref: '#/components/schemas/Name' }, { type: 'null' }] }),
    'F',
    'B',
    { components: { Name: text } },
  ),
  ...(['anyOf', 'oneOf'] as const).flatMap((keyword) => [
    rule(
      `${keyword} branch added`,
      'branch-added',
      holding({ [keyword]: [text, count] }),
      holding({ [keyword]: [text, count, { type: 'boolean' }] }),
      'F',
      'B',
    ),
    rule(
      `${keyword} branch removed`,
      'branch-removed',
      holding({ [keyword]: [text, count, { type: 'boolean' }] }),
      holding({ [keyword]: [text, count] }),
      'B†',
      'F',
    ),
  ]),
  rule(
    'one type → two types',
    'branch-added',
    holding(text),
    holding({ type: ['string', 'integer'] }),
    'F',
    'B',
  ),
  rule('any value → a described one', 'became-typed', holding({}), holding(text), 'B†', 'F'),
  rule('a described value → any', 'stopped-being-typed', holding(text), holding({}), 'F', 'B'),
  rule(
    'list → tuple',
    'became-tuple',
    holding({ type: 'array', items: text }),
    holding({ type: 'array', prefixItems: [text, text] }),
    'B†',
    'F',
  ),
  rule(
    'tuple → list',
    'stopped-being-tuple',
    holding({ type: 'array', prefixItems: [text, text] }),
    holding({ type: 'array', items: text }),
    'F',
    'B',
  ),
];

const map = (value: Json): JsonObject => ({ type: 'object', additionalProperties: value });
const open = (value: Json): JsonObject => object({ a: text }, [], { additionalProperties: value });

const MAPS: SchemaRule[] = [
  rule('map value type narrowed', 'map-value-narrowed', map(true), map(text), 'B†', 'F'),
  rule('map value type widened', 'map-value-widened', map(text), map({}), 'F', 'B'),
  rule(
    'map value type narrowed, from two types to one',
    'branch-removed',
    map({ type: ['string', 'integer'] }),
    map(text),
    'B†',
    'F',
  ),
  rule(
    'map value type widened, from one type to two',
    'branch-added',
    map(text),
    map({ type: ['string', 'integer'] }),
    'F',
    'B',
  ),
  rule(
    'additionalProperties: false added, nothing said before',
    'additional-properties-refused',
    object({ a: text }),
    open(false),
    'B†',
    '-',
    document,
  ),
  rule('additionalProperties: false added, true before', 'map-removed', open(true), open(false), 'B†', 'B'),
  rule(
    'additionalProperties: false added, a schema before',
    'map-removed',
    map(text),
    object({}, [], closed),
    'B†',
    'B',
  ),
  rule(
    'additionalProperties: false removed',
    'additional-properties-allowed',
    open(false),
    object({ a: text }),
    'F',
    '-',
    document,
  ),
  rule(
    'additionalProperties no longer mentioned',
    'map-unmentioned',
    open(true),
    object({ a: text }),
    'B',
    'B',
  ),
];

const cat = object({ kind: { const: 'cat' }, species: { const: 'felis' } }, ['kind', 'species']);
const dog = object({ kind: { const: 'dog' }, species: { const: 'canis' } }, ['kind', 'species']);
const animal = (propertyName: string): JsonObject =>
  holding({
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName },
  });

const SWITCHES: SchemaRule[] = [
  rule(
    'discriminator property changed',
    'discriminator-changed',
    animal('kind'),
    animal('species'),
    'B',
    'B',
    {
      components: { Cat: cat, Dog: dog },
      documentOnly: true,
    },
  ),
  rule(
    'readOnly switched on',
    'became-read-only',
    holding(text),
    holding({ ...text, readOnly: true }),
    'B†',
    '-',
    document,
  ),
  rule(
    'readOnly switched off',
    'stopped-being-read-only',
    holding({ ...text, readOnly: true }),
    holding(text),
    'F',
    '-',
    document,
  ),
  rule(
    'writeOnly switched on',
    'became-write-only',
    holding(text),
    holding({ ...text, writeOnly: true }),
    '-',
    'B',
    document,
  ),
  rule(
    'writeOnly switched off',
    'stopped-being-write-only',
    holding({ ...text, writeOnly: true }),
    holding(text),
    '-',
    'F',
    document,
  ),
];

/** Looser first, tighter second. */
const CONSTRAINTS: [name: string, looser: JsonObject, tighter: JsonObject][] = [
  ['pattern', text, { ...text, pattern: '^[a-f]+$' }],
  ['format', text, { ...text, format: 'email' }],
  ['minLength', { ...text, minLength: 1 }, { ...text, minLength: 2 }],
  ['maxLength', { ...text, maxLength: 9 }, { ...text, maxLength: 8 }],
  ['minimum', { ...count, minimum: 0 }, { ...count, minimum: 1 }],
  ['maximum', { ...count, maximum: 10.0 }, { ...count, maximum: 9 }],
  ['exclusiveMinimum', count, { ...count, exclusiveMinimum: 0 }],
  ['minItems', { type: 'array', items: text }, { type: 'array', items: text, minItems: 1 }],
  ['maxItems', { type: 'array', items: text, maxItems: 40 }, { type: 'array', items: text, maxItems: 20 }],
  ['uniqueItems', { type: 'array', items: text }, { type: 'array', items: text, uniqueItems: true }],
  ['multipleOf', { ...count, multipleOf: 2 }, { ...count, multipleOf: 4 }],
];

const BEHAVIOUR: SchemaRule[] = [
  ...CONSTRAINTS.flatMap(([name, looser, tighter]) => [
    rule(`${name} tightened`, 'constraint-tightened', holding(looser), holding(tighter), 'X†', 'X', document),
    rule(`${name} loosened`, 'constraint-loosened', holding(tighter), holding(looser), 'X', 'X', document),
  ]),
  rule(
    'pattern replaced by another',
    'constraint-tightened',
    holding({ ...text, pattern: 'a' }),
    holding({ ...text, pattern: 'b' }),
    'X†',
    'X',
    document,
  ),
  rule(
    'default changed',
    'default-changed',
    holding({ ...text, default: 'a' }),
    holding({ ...text, default: 'b' }),
    'X',
    'X',
    document,
  ),
  rule(
    'default dropped',
    'default-changed',
    holding({ ...text, default: 'a' }),
    holding(text),
    'X',
    'X',
    document,
  ),
  rule('deprecated', 'deprecated', holding(text), holding({ ...text, deprecated: true }), 'X', 'X', document),
  ...['title', 'description', 'example'].map((key) =>
    rule(
      key,
      'documentation-changed',
      holding({ ...text, [key]: 'old' }),
      holding({ ...text, [key]: 'new' }),
      'X',
      'X',
      document,
    ),
  ),
];

export const SCHEMA_RULES: SchemaRule[] = [...PROPERTIES, ...VALUES, ...MAPS, ...SWITCHES, ...BEHAVIOUR];
