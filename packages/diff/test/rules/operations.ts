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

export const statuses = (...list: string[]) =>
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

export const OPERATION_RULES: DocumentRule[] = [...PARAMETERS, ...BODIES, ...RESPONSES];
