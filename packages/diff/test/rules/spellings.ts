// What means nothing: other spellings and orders of the same, row by row.
import type { Json } from '@agentsource/openapi/json';
import { documentOf, documentWithSchema, holding, object } from '../../testing/documents.ts';
import { ANIMALS, DISCRIMINATOR_SPELLINGS } from './discriminators.ts';
import { parameters, query, statuses } from './operations.ts';
import { both, type DocumentRule, rule, text } from './rule.ts';
import { oauth, secured } from './security.ts';
import { variable } from './servers.ts';

const reference = { $ref: '#/components/schemas/Name' };
const named = { Name: text, Other: text, ...ANIMALS };
const ITEM = { get: { operationId: 'get_things', responses: { '204': { description: 'None' } } } };
const inBoth = (schema: Json, openapi?: string) => ({
  request: documentWithSchema('request', schema, named, openapi),
  response: documentWithSchema('response', schema, named, openapi),
});

/** Two spellings of one schema: nothing, in either direction and either order. */
const SPELLINGS: [row: string, one: Json, other: Json, openapi?: string][] = [
  ['$ref ↔ allOf of it', holding(reference), holding({ allOf: [reference] })],
  ['inlining', holding(reference), holding(text)],
  [
    '$ref retargeted to a schema of the same shape',
    holding(reference),
    holding({ $ref: '#/components/schemas/Other' }),
  ],
  [
    'properties reordered',
    object({ a: text, b: text }, ['a', 'b']),
    object({ b: text, a: text }, ['b', 'a']),
  ],
  ['enum reordered', holding({ enum: ['a', 'b'] }), holding({ enum: ['b', 'a'] })],
  [
    'alternatives reordered',
    holding({ anyOf: [text, { type: 'boolean' }] }),
    holding({ anyOf: [{ type: 'boolean' }, text] }),
  ],
  [
    'two types ↔ anyOf',
    holding({ type: ['string', 'integer'] }),
    holding({ anyOf: [text, { type: 'integer' }] }),
  ],
  [
    'null as a type ↔ as an alternative',
    holding({ type: ['string', 'null'] }),
    holding({ anyOf: [text, { type: 'null' }] }),
  ],
  [
    'an enum ↔ its constants as alternatives',
    holding({ type: 'string', enum: ['a', 'b'] }),
    holding({ oneOf: [{ const: 'a' }, { const: 'b' }] }),
  ],
  ['const ↔ enum of one', holding({ const: 'a' }), holding({ enum: ['a'] })],
  ['nullable in 3.0', holding({ type: ['string', 'null'] }), holding({ ...text, nullable: true }), '3.0.1'],
  [
    'nullable reference in 3.0',
    holding({ anyOf: [reference, { type: 'null' }] }),
    holding({ allOf: [reference], nullable: true }),
    '3.0.1',
  ],
  [
    'exclusiveMinimum in 3.0',
    holding({ type: 'integer', exclusiveMinimum: 0 }),
    holding({ type: 'integer', minimum: 0, exclusiveMinimum: true }),
    '3.0.1',
  ],
  ...DISCRIMINATOR_SPELLINGS,
  ['items of any type', holding({ type: 'array' }), holding({ type: 'array', items: {} })],
  ['items: true', holding({ type: 'array' }), holding({ type: 'array', items: true })],
  ['a pattern that everything matches', holding(text), holding({ ...text, pattern: '.*' })],
  [
    'two names for one schema',
    holding({ anyOf: [reference, { type: 'integer' }] }),
    holding({ anyOf: [{ $ref: '#/components/schemas/Other' }, { type: 'integer' }] }),
  ],
  ['example in 3.0', holding({ ...text, examples: ['a'] }), holding({ ...text, example: 'a' }), '3.0.1'],
];

export const SPELLING_RULES: DocumentRule[] = [
  ...SPELLINGS.flatMap(([row, one, other, openapi]) =>
    (['request', 'response'] as const).flatMap((side) => [
      rule({
        row: `${row}, in a ${side}`,
        mark: '-',
        before: inBoth(one)[side],
        after: inBoth(other, openapi)[side],
      }),
      rule({
        row: `${row}, in a ${side}, back`,
        mark: '-',
        before: inBoth(other, openapi)[side],
        after: inBoth(one)[side],
      }),
    ]),
  ),
  rule({
    row: 'parameters reordered',
    mark: '-',
    before: parameters(query(), query({ name: 'offset' })),
    after: parameters(query({ name: 'offset' }), query()),
  }),
  rule({
    row: 'tags reordered',
    mark: '-',
    before: documentOf({ operation: { tags: ['a', 'b'] } }),
    after: documentOf({ operation: { tags: ['b', 'a'] } }),
  }),
  rule({
    row: 'statuses reordered',
    mark: '-',
    before: statuses('200', '422'),
    after: statuses('422', '200'),
  }),
  rule({
    row: 'alternatives of authentication reordered',
    mark: '-',
    before: secured([{ key: [] }, { token: [] }]),
    after: secured([{ token: [] }, { key: [] }]),
  }),
  rule({
    row: 'a security scheme by another name',
    mark: '-',
    before: secured([{ key: [] }]),
    after: documentOf({
      operation: { security: [{ header: [] }] },
      components: {
        securitySchemes: {
          header: { type: 'apiKey', in: 'header', name: 'API_KEY' },
          token: { type: 'http', scheme: 'Bearer' },
          oauth: oauth(),
        },
      },
    }),
  }),
  rule({
    row: 'a server variable by another name',
    mark: '-',
    before: variable(),
    after: variable({}, 'stage'),
  }),
  ...both({
    rows: ['path item put behind a reference', 'path item put in place'],
    marks: ['-', '-'],
    kinds: ['operation-removed', 'operation-removed'],
    before: documentOf({ document: { paths: { '/things': ITEM } } }),
    after: documentOf({
      components: { pathItems: { Things: ITEM } },
      document: { paths: { '/things': { $ref: '#/components/pathItems/Things' } } },
    }),
  }),
  rule({
    row: 'another version of the same',
    mark: '-',
    before: documentOf({}),
    after: documentOf({ document: { info: { title: 'Things', version: '1.0.1' } } }),
  }),
];
