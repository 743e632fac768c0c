// The rules about parameters, bodies, statuses and the document as a whole, row by row.

import type { Change, Referee } from '../../src/diff/change.ts';
import type { Kind } from '../../src/diff/kinds.ts';
import type { Json, JsonObject, OpenApiDocument } from '../../src/document/openapi.ts';
import { answers, documentOf, documentWithSchema, holding, json, object } from './documents.ts';
import type { Mark } from './schema-rules.ts';

export interface DocumentRule {
  row: string;
  mark: Mark;
  kind?: Kind;
  before: OpenApiDocument;
  after: OpenApiDocument;
  operation: string | null;
  direction: Change['direction'];
  referees: Referee[];
}

const text = { type: 'string' };
const BOTH: Referee[] = ['types', 'document'];
const DOCUMENT: Referee[] = ['document'];

type Where = Partial<Pick<DocumentRule, 'operation' | 'direction' | 'referees'>>;

function rule(
  row: string,
  mark: Mark,
  kind: Kind | undefined,
  before: OpenApiDocument,
  after: OpenApiDocument,
  where: Where = {},
): DocumentRule {
  return {
    row,
    mark,
    before,
    after,
    operation: 'POST /things',
    direction: 'request',
    referees: BOTH,
    ...(kind === undefined ? {} : { kind }),
    ...where,
  };
}

/** The same change read in both orders. */
function both(
  rows: [string, string],
  marks: [Mark, Mark],
  kinds: [Kind, Kind],
  one: OpenApiDocument,
  other: OpenApiDocument,
  where: Where = {},
): DocumentRule[] {
  return [
    rule(rows[0], marks[0], kinds[0], one, other, where),
    rule(rows[1], marks[1], kinds[1], other, one, where),
  ];
}

const query = (more: JsonObject = {}): JsonObject => ({ name: 'limit', in: 'query', schema: text, ...more });
const parameters = (...list: JsonObject[]) => documentOf({ operation: { parameters: list } });
const identified = (name: string) =>
  documentOf({
    path: `/things/{${name}}`,
    operation: { parameters: [{ name, in: 'path', required: true, schema: text }] },
  });

const PARAMETERS: DocumentRule[] = [
  ...both(
    ['optional parameter added', 'optional parameter removed'],
    ['F', 'B'],
    ['parameter-added', 'parameter-removed'],
    parameters(),
    parameters(query()),
  ),
  rule(
    'required parameter added',
    'B†',
    'required-parameter-added',
    parameters(),
    parameters(query({ required: true })),
  ),
  rule(
    'query parameter renamed',
    'B',
    'parameter-removed',
    parameters(query()),
    parameters(query({ name: 'size' })),
  ),
  rule('path parameter renamed', 'B', 'path-parameter-renamed', identified('id'), identified('thing_id'), {
    operation: 'POST /things/{thing_id}',
  }),
  rule(
    'parameter retyped',
    'B†',
    'type-changed',
    parameters(query()),
    parameters(query({ schema: { type: 'integer' } })),
  ),
  ...both(
    ['parameter became required', 'parameter became optional'],
    ['B†', 'F'],
    ['parameter-became-required', 'parameter-became-optional'],
    parameters(query()),
    parameters(query({ required: true })),
  ),
  rule(
    'explode changed',
    'X†',
    'parameter-style-changed',
    parameters(query({ schema: { type: 'array', items: text } })),
    parameters(query({ schema: { type: 'array', items: text }, explode: false })),
    { referees: DOCUMENT },
  ),
  rule(
    'style changed',
    'X†',
    'parameter-style-changed',
    parameters(query({ schema: { type: 'array', items: text }, explode: false })),
    parameters(query({ schema: { type: 'array', items: text }, explode: false, style: 'pipeDelimited' })),
    { referees: DOCUMENT },
  ),
];

const body = (required: boolean, content: JsonObject = json({ type: 'object' })) =>
  documentOf({ operation: { requestBody: { required, content } } });
const xml = { 'application/xml': { schema: text } };
const answer = (content: JsonObject) =>
  documentOf({ operation: { responses: { '200': { description: 'Added', content } } } });
const response: Where = { direction: 'response' };

const BODIES: DocumentRule[] = [
  ...both(
    ['optional body added', 'optional body removed'],
    ['F', 'B'],
    ['body-added', 'body-removed'],
    documentOf({}),
    body(false),
  ),
  ...both(
    ['required body added', 'required body removed'],
    ['B†', 'B'],
    ['required-body-added', 'body-removed'],
    documentOf({}),
    body(true),
  ),
  ...both(
    ['body became required', 'body became optional'],
    ['B†', 'F'],
    ['body-became-required', 'body-became-optional'],
    body(false),
    body(true),
  ),
  ...both(
    ['media type added to a request', 'JSON removed from a request'],
    ['F', 'B'],
    ['media-type-added', 'media-type-removed'],
    body(true, xml),
    body(true, { ...xml, ...json({ type: 'object' }) }),
  ),
  rule('JSON replaced in a request', 'B', 'media-type-removed', body(true), body(true, xml)),
  ...both(
    ['media type added to a response', 'JSON removed from a response'],
    ['F', 'B'],
    ['media-type-added', 'media-type-removed'],
    answer(xml),
    answer({ ...xml, ...json({ type: 'object' }) }),
    response,
  ),
  rule(
    'JSON replaced in a response',
    'B',
    'media-type-removed',
    answer(json({ type: 'object' })),
    answer(xml),
    response,
  ),
];

const statuses = (...list: string[]) =>
  documentOf({ operation: answers(Object.fromEntries(list.map((status) => [status, holding(text)]))) });
const failing = (schema: Json) => documentOf({ operation: answers({ '200': holding(text), '422': schema }) });
const header = { 'X-RateLimit-Limit': { schema: { type: 'integer' } } };
const withHeaders = (headers: JsonObject) =>
  documentOf({ operation: { responses: { '200': { description: 'Added', headers } } } });

const RESPONSES: DocumentRule[] = [
  ...both(
    ['2xx status added', '2xx status removed'],
    ['B', 'B'],
    ['success-status-added', 'success-status-removed'],
    statuses('200'),
    statuses('200', '202'),
    response,
  ),
  ...['422', '500', 'default'].flatMap((status) =>
    both(
      [`status ${status} added`, `status ${status} removed`],
      ['F', 'B'],
      ['error-status-added', 'error-status-removed'],
      statuses('200'),
      statuses('200', status),
      response,
    ),
  ),
  rule(
    'an error that may be one thing more',
    'F',
    'branch-added',
    failing(holding(text)),
    failing(holding({ anyOf: [text, { type: 'integer' }] })),
    response,
  ),
  rule(
    'a name gone from an error',
    'B',
    'property-removed',
    failing(object({ a: text, b: text })),
    failing(object({ a: text })),
    response,
  ),
  ...both(
    ['response header removed', 'response header added'],
    ['X', 'X'],
    ['header-removed', 'header-added'],
    withHeaders(header),
    withHeaders({}),
    { ...response, referees: DOCUMENT },
  ),
  rule(
    'response header changed',
    'X',
    'header-changed',
    withHeaders(header),
    withHeaders({ 'x-ratelimit-limit': { schema: text } }),
    { ...response, referees: DOCUMENT },
  ),
];

const second = {
  '/others': { get: { operationId: 'get_others', responses: { '200': { description: 'Others' } } } },
};
const secured = (security: Json, scheme: JsonObject = { type: 'apiKey', in: 'header', name: 'api_key' }) =>
  documentOf({
    operation: { security },
    components: { securitySchemes: { key: scheme, token: { type: 'http', scheme: 'bearer' } } },
  });
const servers = (...urls: string[]) => documentOf({ document: { servers: urls.map((url) => ({ url })) } });
const whole: Where = { operation: null, direction: null, referees: DOCUMENT };
const operationWide: Where = { direction: null, referees: DOCUMENT };
const components = (schemas: JsonObject) => documentOf({ components: { schemas } });

const DOCUMENT_WIDE: DocumentRule[] = [
  ...both(
    ['operation added', 'operation removed'],
    ['F', 'B†'],
    ['operation-added', 'operation-removed'],
    documentOf({}),
    documentOf({ paths: second }),
    { operation: 'GET /others', direction: null },
  ),
  rule(
    'operation deprecated',
    'X',
    'deprecated',
    documentOf({}),
    documentOf({ operation: { deprecated: true } }),
    operationWide,
  ),
  rule(
    'operationId renamed',
    'B',
    'operation-id-renamed',
    documentOf({}),
    documentOf({ operation: { operationId: 'create_thing' } }),
    { direction: null },
  ),
  rule(
    'tag changed',
    'X',
    'tags-changed',
    documentOf({ operation: { tags: ['a'] } }),
    documentOf({ operation: { tags: ['b'] } }),
    operationWide,
  ),
  ...both(
    ['component removed', 'component added'],
    ['B', 'F'],
    ['component-removed', 'component-added'],
    components({ Thing: text }),
    components({}),
    { ...whole, referees: BOTH },
  ),
  rule(
    'component renamed',
    'B',
    'component-removed',
    components({ Thing: text }),
    components({ Item: text }),
    {
      ...whole,
      referees: BOTH,
    },
  ),
  rule(
    'server changed',
    'B†',
    'server-changed',
    servers('https://a.example'),
    servers('https://b.example'),
    whole,
  ),
  ...both(
    ['server removed', 'server added'],
    ['B†', 'F'],
    ['server-changed', 'server-added'],
    servers('https://a.example', 'https://b.example'),
    servers('https://a.example'),
    whole,
  ),
  rule(
    'authentication newly required',
    'B†',
    'authentication-required',
    secured([]),
    secured([{ key: [] }]),
    operationWide,
  ),
  rule(
    'the key’s header renamed',
    'B†',
    'authentication-required',
    secured([{ key: [] }]),
    secured([{ key: [] }], { type: 'apiKey', in: 'header', name: 'x-key' }),
    operationWide,
  ),
  ...both(
    ['authentication alternative added', 'authentication alternative dropped'],
    ['F', 'X'],
    ['authentication-alternative-added', 'authentication-alternative-dropped'],
    secured([{ key: [] }]),
    secured([{ key: [] }, { token: [] }]),
    operationWide,
  ),
  ...['summary', 'description'].map((key) =>
    rule(
      `${key} of an operation`,
      'X',
      'documentation-changed',
      documentOf({ operation: { [key]: 'old' } }),
      documentOf({ operation: { [key]: 'new' } }),
      operationWide,
    ),
  ),
  rule(
    'title of the document',
    'X',
    'documentation-changed',
    documentOf({}),
    documentOf({ document: { info: { title: 'Other things', version: '1.0.0' } } }),
    whole,
  ),
  rule(
    'example of a body',
    'X',
    'documentation-changed',
    documentOf({
      operation: { requestBody: { content: { 'application/json': { schema: text, example: 'old' } } } },
    }),
    documentOf({
      operation: { requestBody: { content: { 'application/json': { schema: text, example: 'new' } } } },
    }),
    { referees: DOCUMENT },
  ),
];

const reference = { $ref: '#/components/schemas/Name' };
const named = { Name: text, Other: text };
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
  ['example in 3.0', holding({ ...text, examples: ['a'] }), holding({ ...text, example: 'a' }), '3.0.1'],
];

const SAME: DocumentRule[] = [
  ...SPELLINGS.flatMap(([row, one, other, openapi]) =>
    (['request', 'response'] as const).flatMap((side) => [
      rule(`${row}, in a ${side}`, '-', undefined, inBoth(one)[side], inBoth(other, openapi)[side]),
      rule(`${row}, in a ${side}, back`, '-', undefined, inBoth(other, openapi)[side], inBoth(one)[side]),
    ]),
  ),
  rule(
    'parameters reordered',
    '-',
    undefined,
    parameters(query(), query({ name: 'offset' })),
    parameters(query({ name: 'offset' }), query()),
  ),
  rule(
    'tags reordered',
    '-',
    undefined,
    documentOf({ operation: { tags: ['a', 'b'] } }),
    documentOf({ operation: { tags: ['b', 'a'] } }),
  ),
  rule('statuses reordered', '-', undefined, statuses('200', '422'), statuses('422', '200')),
  rule(
    'alternatives of authentication reordered',
    '-',
    undefined,
    secured([{ key: [] }, { token: [] }]),
    secured([{ token: [] }, { key: [] }]),
  ),
  rule(
    'a component that is not exported by name removed',
    '-',
    undefined,
    documentOf({ components: { responses: { Empty: { description: 'Empty' } } } }),
    documentOf({}),
  ),
  rule(
    'another version of the same',
    '-',
    undefined,
    documentOf({}),
    documentOf({ document: { info: { title: 'Things', version: '1.0.1' } } }),
  ),
];

export const DOCUMENT_RULES: DocumentRule[] = [
  ...PARAMETERS,
  ...BODIES,
  ...RESPONSES,
  ...DOCUMENT_WIDE,
  ...SAME,
];
