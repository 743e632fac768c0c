// The rules about components of every sort that the types export by name.
import type { JsonObject } from '@agentsource/openapi/json';
import { documentOf, json, object } from '../../testing/documents.ts';
import { ANIMALS, animal } from './discriminators.ts';
import { BOTH, both, DOCUMENT, type DocumentRule, rule, text, type Where } from './rule.ts';

const components = (sort: string, named: JsonObject) => documentOf({ components: { [sort]: named } });
const whole: Where = { operation: null, direction: null, comparators: BOTH };
const query = { name: 'limit', in: 'query', schema: text };

/** One of every sort, and the same with another text or type in it. */
const SORTS: [sort: string, one: JsonObject, other: JsonObject][] = [
  ['schemas', text, { type: 'integer' }],
  ['parameters', query, { ...query, schema: { type: 'integer' } }],
  ['requestBodies', { content: json(text) }, { content: json({ type: 'integer' }) }],
  [
    'responses',
    { description: 'A thing', content: json(text) },
    { description: 'A thing', content: json({ type: 'integer' }) },
  ],
];
const HEADER = { schema: text };

export const COMPONENT_RULES: DocumentRule[] = [
  ...[...SORTS, ['headers', HEADER, HEADER] as const].flatMap(([sort, one]) => [
    ...both({
      rows: [`component of ${sort} removed`, `component of ${sort} added`],
      marks: ['B', 'F'],
      kinds: ['component-removed', 'component-added'],
      before: components(sort, { Thing: one }),
      after: components(sort, {}),
      ...whole,
    }),
    rule({
      row: `component of ${sort} renamed`,
      mark: 'B',
      kind: 'component-removed',
      before: components(sort, { Thing: one }),
      after: components(sort, { Item: one }),
      ...whole,
    }),
  ]),
  ...SORTS.map(([sort, one, other]) =>
    rule({
      row: `component of ${sort} changed while nothing reaches it`,
      mark: 'B',
      kind: 'type-changed',
      before: components(sort, { Thing: one }),
      after: components(sort, { Thing: other }),
      ...whole,
      comparators: DOCUMENT,
    }),
  ),
  rule({
    row: 'header changed while nothing reaches it',
    mark: 'X',
    kind: 'header-changed',
    before: components('headers', { Thing: HEADER }),
    after: components('headers', { Thing: { schema: { type: 'integer' } } }),
    ...whole,
    comparators: DOCUMENT,
  }),
  rule({
    row: 'example changed that is shared',
    mark: 'X',
    kind: 'documentation-changed',
    before: components('examples', { Thing: { value: 'a' } }),
    after: components('examples', { Thing: { value: 'b' } }),
    ...whole,
    comparators: DOCUMENT,
  }),
  ...['toString', 'constructor', '__proto__'].map((name) =>
    rule({
      row: `component named ${name} removed`,
      mark: 'B',
      kind: 'component-removed',
      before: components('schemas', JSON.parse(`{ ${JSON.stringify(name)}: { "type": "string" } }`)),
      after: components('schemas', {}),
      ...whole,
    }),
  ),
  rule({
    row: 'implicit discriminator value renamed with its component',
    mark: 'B†',
    kind: 'discriminator-changed',
    before: posted(animal(), ANIMALS),
    after: posted(JSON.parse(JSON.stringify(animal()).replaceAll('schemas/Cat', 'schemas/Kitty')), {
      Kitty: ANIMALS.Cat,
      Dog: ANIMALS.Dog,
    }),
  }),
  rule({
    row: 'component that refers to itself renamed',
    mark: 'B',
    kind: 'component-removed',
    before: components('schemas', { Tree: object({ left: { $ref: '#/components/schemas/Tree' } }) }),
    after: components('schemas', { Node: object({ left: { $ref: '#/components/schemas/Node' } }) }),
    ...whole,
  }),
];

function posted(schema: JsonObject, schemas: JsonObject) {
  return documentOf({
    operation: { requestBody: { required: true, content: json(schema) } },
    components: { schemas },
  });
}
