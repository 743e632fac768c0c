// The rules about the document as a whole, row by row.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { documentOf } from '../../testing/documents.ts';
import { BOTH, both, DOCUMENT, type DocumentRule, rule, text, type Where } from './rule.ts';

const second = {
  '/others': { get: { operationId: 'get_others', responses: { '200': { description: 'Others' } } } },
};
export const secured = (
  security: Json,
  scheme: JsonObject = { type: 'apiKey', in: 'header', name: 'api_key' },
) =>
  documentOf({
    operation: { security },
    components: { securitySchemes: { key: scheme, token: { type: 'http', scheme: 'bearer' } } },
  });
const servers = (...urls: string[]) => documentOf({ document: { servers: urls.map((url) => ({ url })) } });
const whole: Where = { operation: null, direction: null, comparators: DOCUMENT };
const operationWide: Where = { direction: null, comparators: DOCUMENT };
const components = (schemas: JsonObject) => documentOf({ components: { schemas } });

export const DOCUMENT_RULES: DocumentRule[] = [
  ...both({
    rows: ['operation added', 'operation removed'],
    marks: ['F', 'B†'],
    kinds: ['operation-added', 'operation-removed'],
    before: documentOf({}),
    after: documentOf({ paths: second }),
    operation: 'GET /others',
    direction: null,
  }),
  rule({
    row: 'operation deprecated',
    mark: 'X',
    kind: 'deprecated',
    before: documentOf({}),
    after: documentOf({ operation: { deprecated: true } }),
    ...operationWide,
  }),
  rule({
    row: 'operationId renamed',
    mark: 'B',
    kind: 'operation-id-renamed',
    before: documentOf({}),
    after: documentOf({ operation: { operationId: 'create_thing' } }),
    direction: null,
  }),
  rule({
    row: 'tag changed',
    mark: 'X',
    kind: 'tags-changed',
    before: documentOf({ operation: { tags: ['a'] } }),
    after: documentOf({ operation: { tags: ['b'] } }),
    ...operationWide,
  }),
  ...both({
    rows: ['component removed', 'component added'],
    marks: ['B', 'F'],
    kinds: ['component-removed', 'component-added'],
    before: components({ Thing: text }),
    after: components({}),
    ...whole,
    comparators: BOTH,
  }),
  rule({
    row: 'component renamed',
    mark: 'B',
    kind: 'component-removed',
    before: components({ Thing: text }),
    after: components({ Item: text }),
    ...whole,
    comparators: BOTH,
  }),
  rule({
    row: 'server changed',
    mark: 'B†',
    kind: 'server-changed',
    before: servers('https://a.example'),
    after: servers('https://b.example'),
    ...whole,
  }),
  ...both({
    rows: ['server removed', 'server added'],
    marks: ['B†', 'F'],
    kinds: ['server-changed', 'server-added'],
    before: servers('https://a.example', 'https://b.example'),
    after: servers('https://a.example'),
    ...whole,
  }),
  rule({
    row: 'authentication no longer required',
    mark: 'F',
    kind: 'authentication-alternative-added',
    before: documentOf({ document: { security: [{ key: [] }] } }),
    after: documentOf({}),
    ...operationWide,
  }),
  rule({
    row: 'authentication newly required',
    mark: 'B†',
    kind: 'authentication-required',
    before: secured([]),
    after: secured([{ key: [] }]),
    ...operationWide,
  }),
  rule({
    row: 'the key’s header renamed',
    mark: 'B†',
    kind: 'authentication-required',
    before: secured([{ key: [] }]),
    after: secured([{ key: [] }], { type: 'apiKey', in: 'header', name: 'x-key' }),
    ...operationWide,
  }),
  ...both({
    rows: ['authentication alternative added', 'authentication alternative dropped'],
    marks: ['F', 'X'],
    kinds: ['authentication-alternative-added', 'authentication-alternative-dropped'],
    before: secured([{ key: [] }]),
    after: secured([{ key: [] }, { token: [] }]),
    ...operationWide,
  }),
  ...['summary', 'description'].map((key) =>
    rule({
      row: `${key} of an operation`,
      mark: 'X',
      kind: 'documentation-changed',
      before: documentOf({ operation: { [key]: 'old' } }),
      after: documentOf({ operation: { [key]: 'new' } }),
      ...operationWide,
    }),
  ),
  rule({
    row: 'title of the document',
    mark: 'X',
    kind: 'documentation-changed',
    before: documentOf({}),
    after: documentOf({ document: { info: { title: 'Other things', version: '1.0.0' } } }),
    ...whole,
  }),
  rule({
    row: 'example of a body',
    mark: 'X',
    kind: 'documentation-changed',
    before: documentOf({
      operation: { requestBody: { content: { 'application/json': { schema: text, example: 'old' } } } },
    }),
    after: documentOf({
      operation: { requestBody: { content: { 'application/json': { schema: text, example: 'new' } } } },
    }),
    comparators: DOCUMENT,
  }),
];
