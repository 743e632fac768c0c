// The rules about servers, row by row.
import type { JsonObject } from '@agentsource/openapi/json';
import { documentOf } from '../../testing/documents.ts';
import { both, DOCUMENT, type DocumentRule, rule, type Where } from './rule.ts';

const servers = (...urls: string[]) => documentOf({ document: { servers: urls.map((url) => ({ url })) } });
const whole: Where = { operation: null, direction: null, comparators: DOCUMENT };

export const variable = (more: JsonObject = {}, name = 'env') => {
  const variables = { [name]: { default: 'api', ...more } };
  return documentOf({ document: { servers: [{ url: `https://{${name}}.example`, variables }] } });
};

export const SERVER_RULES: DocumentRule[] = [
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
    row: 'description of a server variable',
    mark: 'X',
    kind: 'documentation-changed',
    before: variable(),
    after: variable({ description: 'Where it runs' }),
    ...whole,
  }),
  rule({
    row: 'default of a server variable',
    mark: 'B†',
    kind: 'server-changed',
    before: variable(),
    after: variable({ default: 'eu' }),
    ...whole,
  }),
  ...both({
    rows: ['value of a server variable added', 'value of a server variable removed'],
    marks: ['F', 'B†'],
    kinds: ['server-value-added', 'server-value-removed'],
    before: variable({ enum: ['api'] }),
    after: variable({ enum: ['api', 'eu'] }),
    ...whole,
  }),
  ...both({
    rows: ['server variable listed', 'server variable free'],
    marks: ['B†', 'F'],
    kinds: ['server-value-removed', 'server-value-added'],
    before: variable(),
    after: variable({ enum: ['api'] }),
    ...whole,
  }),
];
