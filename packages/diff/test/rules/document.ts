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
const whole: Where = { operation: null, direction: null, referees: DOCUMENT };
const operationWide: Where = { direction: null, referees: DOCUMENT };
const components = (schemas: JsonObject) => documentOf({ components: { schemas } });

export const DOCUMENT_RULES: DocumentRule[] = [
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
    'authentication no longer required',
    'F',
    'authentication-alternative-added',
    documentOf({ document: { security: [{ key: [] }] } }),
    documentOf({}),
    operationWide,
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
