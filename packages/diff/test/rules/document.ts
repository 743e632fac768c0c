// The rules about the document as a whole, row by row.
import { documentOf } from '../../testing/documents.ts';
import { COMPONENT_RULES } from './components.ts';
import { both, DOCUMENT, type DocumentRule, rule, text, type Where } from './rule.ts';
import { SECURITY_RULES } from './security.ts';
import { SERVER_RULES } from './servers.ts';

const second = {
  '/others': { get: { operationId: 'get_others', responses: { '200': { description: 'Others' } } } },
};
const whole: Where = { operation: null, direction: null, comparators: DOCUMENT };
const operationWide: Where = { direction: null, comparators: DOCUMENT };
export const DOCUMENT_RULES: DocumentRule[] = [
  ...COMPONENT_RULES,
  ...SECURITY_RULES,
  ...SERVER_RULES,
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
  ...both({
    rows: ['operationId added', 'operationId removed'],
    marks: ['F', 'B'],
    kinds: ['operation-id-added', 'operation-id-removed'],
    before: documentOf({ operation: { operationId: null } }),
    after: documentOf({}),
    direction: null,
  }),
  rule({
    row: 'operationId renamed where nothing is sent or answered',
    mark: 'B',
    kind: 'operation-id-renamed',
    before: documentOf({ operation: { responses: { '204': { description: 'Done' } } } }),
    after: documentOf({
      operation: { operationId: 'make_thing', responses: { '204': { description: 'Done' } } },
    }),
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
