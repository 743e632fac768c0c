// The rules about authentication, row by row: what is sent counts, not what it is called.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { documentOf } from '../../testing/documents.ts';
import { both, DOCUMENT, type DocumentRule, rule, type Where } from './rule.ts';

const KEY = { type: 'apiKey', in: 'header', name: 'api_key' };
const TOKEN = { type: 'http', scheme: 'bearer' };
export const oauth = (url = 'https://things.example/token'): JsonObject => ({
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl: url, refreshUrl: url, scopes: { r: 'read', w: 'write' } } },
});

/** Authentication of the one operation; a key, a token and OAuth are declared. */
export const secured = (security: Json, schemes: JsonObject = {}) =>
  documentOf({
    operation: { security },
    components: { securitySchemes: { key: KEY, token: TOKEN, oauth: oauth(), ...schemes } },
  });
const declared = (securitySchemes: JsonObject) => documentOf({ components: { securitySchemes } });

const operationWide: Where = { direction: null, comparators: DOCUMENT };
const whole: Where = { operation: null, ...operationWide };

export const SECURITY_RULES: DocumentRule[] = [
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
    after: secured([{ key: [] }], { key: { ...KEY, name: 'x-key' } }),
    ...operationWide,
  }),
  rule({
    row: 'the header renamed of a key that no operation names',
    mark: 'B†',
    kind: 'authentication-required',
    before: declared({ key: KEY }),
    after: declared({ key: { ...KEY, name: 'x-key' } }),
    ...whole,
  }),
  ...both({
    rows: ['authentication alternative added', 'another alternative than the key dropped'],
    marks: ['F', 'X†'],
    kinds: ['authentication-alternative-added', 'authentication-alternative-dropped'],
    before: secured([{ key: [] }]),
    after: secured([{ key: [] }, { token: [] }]),
    ...operationWide,
  }),
  rule({
    row: 'the key dropped, another alternative stays',
    mark: 'B†',
    kind: 'authentication-required',
    before: secured([{ key: [] }, { oauth: ['r'] }]),
    after: secured([{ oauth: ['r'] }]),
    ...operationWide,
  }),
  ...both({
    rows: ['OAuth scope removed', 'OAuth scope added'],
    marks: ['X', 'B†'],
    kinds: ['authentication-eased', 'authentication-required'],
    before: secured([{ oauth: ['r', 'w'] }]),
    after: secured([{ oauth: ['r'] }]),
    ...operationWide,
  }),
  ...both({
    rows: ['second required scheme dropped', 'second required scheme added'],
    marks: ['X', 'B†'],
    kinds: ['authentication-eased', 'authentication-required'],
    before: secured([{ key: [], token: [] }]),
    after: secured([{ key: [] }]),
    ...operationWide,
  }),
  rule({
    row: 'OAuth URL changed',
    mark: 'X',
    kind: 'security-scheme-changed',
    before: secured([{ oauth: ['r'] }]),
    after: secured([{ oauth: ['r'] }], { oauth: oauth('https://elsewhere.example/token') }),
    ...whole,
  }),
  ...both({
    rows: ['unused security scheme added', 'unused security scheme removed'],
    marks: ['X', 'X'],
    kinds: ['security-scheme-changed', 'security-scheme-changed'],
    before: declared({ key: KEY }),
    after: declared({ key: KEY, token: TOKEN }),
    ...whole,
  }),
];
