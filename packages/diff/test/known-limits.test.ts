// What the generator is known to show otherwise, or not at all, makes no rule look missing.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json } from '@agentsource/openapi/json';
import { normalise } from '@agentsource/openapi/normalise';
import { expect, it } from 'vitest';
import { judge } from '../src/judge.ts';
import { documentOf, documentWithSchema, object } from '../testing/documents.ts';

const text = { type: 'string' };
const list = { type: 'array', items: text };
const sent = (schema: Json) => documentWithSchema('request', schema);
const body = (mediaType: string, schema: Json) =>
  documentOf({ operation: { requestBody: { required: true, content: { [mediaType]: { schema } } } } });
const map = (n: Json) => sent(object({ n }, [], { additionalProperties: text }));
const file = (schema: Json) => body('multipart/form-data', object({ name: text, file: schema }));

it.each<[what: string, before: OpenApiDocument, after: OpenApiDocument]>([
  [
    'keys that are not named hold what the named ones hold',
    map({ type: 'integer' }),
    map({ type: 'boolean' }),
  ],
  [
    'an object of which nothing is sent',
    sent(object({ id: { ...text, readOnly: true } })),
    sent(object({ id: text })),
  ],
  [
    'an object without properties that something else closes',
    sent({ allOf: [object({})], properties: { b: text }, unevaluatedProperties: false }),
    sent({ allOf: [object({ a: text })], properties: { b: text }, unevaluatedProperties: false }),
  ],
  ['an item that may be missing', sent({ ...list, prefixItems: [text] }), sent(list)],
  ['a file in a form', file(text), file({ ...text, format: 'binary' })],
  ['text that is no JSON', body('text/csv', object({ a: text })), body('text/csv', object({ b: text }))],
])('%s', async (_what, before, after) => {
  for (const [old, now] of [
    [before, after],
    [after, before],
  ] as const) {
    const verdict = await judge(normalise(old).document, normalise(now).document);
    expect(verdict.disagreements).toEqual([]);
    expect(verdict.changes).not.toEqual([]);
  }
});
