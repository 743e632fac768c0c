// The rules about parameters, bodies and statuses, row by row.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { answers, documentOf, holding, json, object } from '../../testing/documents.ts';
import { both, DOCUMENT, type DocumentRule, rule, text, type Where } from './rule.ts';

export const query = (more: JsonObject = {}): JsonObject => ({
  name: 'limit',
  in: 'query',
  schema: text,
  ...more,
});
export const parameters = (...list: JsonObject[]) => documentOf({ operation: { parameters: list } });
const identified = (name: string) =>
  documentOf({
    path: `/things/{${name}}`,
    operation: { parameters: [{ name, in: 'path', required: true, schema: text }] },
  });

const PARAMETERS: DocumentRule[] = [
  ...both({
    rows: ['optional parameter added', 'optional parameter removed'],
    marks: ['F', 'B'],
    kinds: ['parameter-added', 'parameter-removed'],
    before: parameters(),
    after: parameters(query()),
  }),
  rule({
    row: 'required parameter added',
    mark: 'B†',
    kind: 'required-parameter-added',
    before: parameters(),
    after: parameters(query({ required: true })),
  }),
  rule({
    row: 'query parameter renamed',
    mark: 'B',
    kind: 'parameter-removed',
    before: parameters(query()),
    after: parameters(query({ name: 'size' })),
  }),
  rule({
    row: 'path parameter renamed',
    mark: 'B',
    kind: 'path-parameter-renamed',
    before: identified('id'),
    after: identified('thing_id'),
    operation: 'POST /things/{thing_id}',
  }),
  rule({
    row: 'parameter retyped',
    mark: 'B†',
    kind: 'type-changed',
    before: parameters(query()),
    after: parameters(query({ schema: { type: 'integer' } })),
  }),
  ...both({
    rows: ['parameter became required', 'parameter became optional'],
    marks: ['B†', 'F'],
    kinds: ['parameter-became-required', 'parameter-became-optional'],
    before: parameters(query()),
    after: parameters(query({ required: true })),
  }),
  rule({
    row: 'explode changed',
    mark: 'X†',
    kind: 'parameter-style-changed',
    before: parameters(query({ schema: { type: 'array', items: text } })),
    after: parameters(query({ schema: { type: 'array', items: text }, explode: false })),
    comparators: DOCUMENT,
  }),
  rule({
    row: 'style changed',
    mark: 'X†',
    kind: 'parameter-style-changed',
    before: parameters(query({ schema: { type: 'array', items: text }, explode: false })),
    after: parameters(
      query({ schema: { type: 'array', items: text }, explode: false, style: 'pipeDelimited' }),
    ),
    comparators: DOCUMENT,
  }),
  rule({
    row: 'media type of a parameter changed',
    mark: 'X†',
    kind: 'parameter-style-changed',
    before: parameters(query({ schema: null, content: json(text) })),
    after: parameters(query({ schema: null, content: { 'text/plain': { schema: text } } })),
    comparators: DOCUMENT,
  }),
  ...both({
    rows: ['allowEmptyValue on', 'allowEmptyValue off'],
    marks: ['X', 'X†'],
    kinds: ['parameter-empty-allowed', 'parameter-style-changed'],
    before: parameters(query()),
    after: parameters(query({ allowEmptyValue: true })),
    comparators: DOCUMENT,
  }),
  rule({
    row: 'header parameter in other letters',
    mark: 'B',
    kind: 'parameter-respelled',
    before: parameters(query({ name: 'X-Trace', in: 'header' })),
    after: parameters(query({ name: 'x-trace', in: 'header' })),
  }),
];

const body = (required: boolean, content: JsonObject = json({ type: 'object' })) =>
  documentOf({ operation: { requestBody: { required, content } } });
const xml = { 'application/xml': { schema: text } };
const answer = (content: JsonObject) =>
  documentOf({ operation: { responses: { '200': { description: 'Added', content } } } });
const response: Where = { direction: 'response' };

const form = (part: JsonObject) => body(true, { 'multipart/form-data': { schema: object({ part }) } });

const BODIES: DocumentRule[] = [
  ...both({
    rows: ['optional body added', 'optional body removed'],
    marks: ['F', 'B'],
    kinds: ['body-added', 'body-removed'],
    before: documentOf({}),
    after: body(false),
  }),
  ...both({
    rows: ['required body added', 'required body removed'],
    marks: ['B†', 'B'],
    kinds: ['required-body-added', 'body-removed'],
    before: documentOf({}),
    after: body(true),
  }),
  ...both({
    rows: ['body became required', 'body became optional'],
    marks: ['B†', 'F'],
    kinds: ['body-became-required', 'body-became-optional'],
    before: body(false),
    after: body(true),
  }),
  ...both({
    rows: ['media type added to a request', 'JSON removed from a request'],
    marks: ['F', 'B†'],
    kinds: ['media-type-added', 'media-type-removed'],
    before: body(true, xml),
    after: body(true, { ...xml, ...json({ type: 'object' }) }),
  }),
  rule({
    row: 'JSON replaced in a request',
    mark: 'B†',
    kind: 'media-type-removed',
    before: body(true),
    after: body(true, xml),
  }),
  rule({
    row: 'media type in other letters',
    mark: 'B',
    kind: 'media-type-respelled',
    before: body(true),
    after: body(true, { 'application/JSON': { schema: { type: 'object' } } }),
  }),
  rule({
    row: 'text → file in a form',
    mark: 'B†',
    kind: 'file-changed',
    before: form(text),
    after: form({ ...text, format: 'binary' }),
    comparators: DOCUMENT,
  }),
  rule({
    row: 'file → text in a form',
    mark: 'B†',
    kind: 'file-changed',
    before: form({ ...text, contentMediaType: 'image/png' }),
    after: form(text),
  }),
  rule({
    row: 'encoding of a part changed',
    mark: 'X†',
    kind: 'encoding-changed',
    before: body(true, { 'multipart/form-data': { schema: object({ a: object({ b: text }) }) } }),
    after: body(true, {
      'multipart/form-data': {
        schema: object({ a: object({ b: text }) }),
        encoding: { a: { contentType: 'application/xml' } },
      },
    }),
    comparators: DOCUMENT,
  }),
  ...both({
    rows: ['media type added to a response', 'JSON removed from a response'],
    marks: ['F', 'B'],
    kinds: ['media-type-added', 'media-type-removed'],
    before: answer(xml),
    after: answer({ ...xml, ...json({ type: 'object' }) }),
    ...response,
  }),
  rule({
    row: 'JSON replaced in a response',
    mark: 'B',
    kind: 'media-type-removed',
    before: answer(json({ type: 'object' })),
    after: answer(xml),
    ...response,
  }),
];

export const statuses = (...list: string[]) =>
  documentOf({ operation: answers(Object.fromEntries(list.map((status) => [status, holding(text)]))) });
const failing = (schema: Json) => documentOf({ operation: answers({ '200': holding(text), '422': schema }) });
const header = { 'X-RateLimit-Limit': { schema: { type: 'integer' } } };
const withHeaders = (headers: JsonObject) =>
  documentOf({ operation: { responses: { '200': { description: 'Added', headers } } } });

const RESPONSES: DocumentRule[] = [
  ...both({
    rows: ['2xx status added', '2xx status removed'],
    marks: ['B', 'B'],
    kinds: ['success-status-added', 'success-status-removed'],
    before: statuses('200'),
    after: statuses('200', '202'),
    ...response,
  }),
  ...['422', '500', 'default'].flatMap((status) =>
    both({
      rows: [`status ${status} added`, `status ${status} removed`],
      marks: ['F', 'B'],
      kinds: ['error-status-added', 'error-status-removed'],
      before: statuses('200'),
      after: statuses('200', status),
      ...response,
    }),
  ),
  rule({
    row: 'an error that may be one thing more',
    mark: 'F',
    kind: 'branch-added',
    before: failing(holding(text)),
    after: failing(holding({ anyOf: [text, { type: 'integer' }] })),
    ...response,
  }),
  rule({
    row: 'a name gone from an error',
    mark: 'B',
    kind: 'property-removed',
    before: failing(object({ a: text, b: text })),
    after: failing(object({ a: text })),
    ...response,
  }),
  ...both({
    rows: ['response header removed', 'response header added'],
    marks: ['X', 'X'],
    kinds: ['header-removed', 'header-added'],
    before: withHeaders(header),
    after: withHeaders({}),
    ...response,
    comparators: DOCUMENT,
  }),
  rule({
    row: 'response header changed',
    mark: 'X',
    kind: 'header-changed',
    before: withHeaders(header),
    after: withHeaders({ 'x-ratelimit-limit': { schema: text } }),
    ...response,
    comparators: DOCUMENT,
  }),
];

export const OPERATION_RULES: DocumentRule[] = [...PARAMETERS, ...BODIES, ...RESPONSES];
