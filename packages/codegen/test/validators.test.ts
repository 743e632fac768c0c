// What the client's validators leave out, and say that they do.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { normalise } from '@agentsource/openapi/normalise';
import { documentWith } from '@agentsource/openapi/testing';
import { expect, test } from 'vitest';
import { renderRequestValidators } from '../src/validators.ts';
import { verifyGenerated } from '../src/verify.ts';

function rendered(schema: JsonObject): string {
  const { document } = normalise(documentWith({ Thing: schema }) as OpenApiDocument);
  const text = renderRequestValidators(document);
  verifyGenerated('validators.ts', text, 'validators');
  return text;
}

const comments = (text: string) =>
  text.split('\n').filter((line) => line.startsWith('// ') && !/ts-nocheck/.test(line));

test('a slow pattern is no part of them, and its place is named', () => {
  const text = rendered({
    type: 'object',
    properties: { slow: { type: 'string', pattern: '^(a+)+$' }, fast: { type: 'string', pattern: '^b+$' } },
    patternProperties: { '^(c|c)*$': { type: 'string' } },
  });
  expect(comments(text)).toEqual([
    '// 2 patterns of the document are not checked, since JavaScript may backtrack over them without end:',
    '// - /components/schemas/Thing/properties/slow/pattern',
    '// - /components/schemas/Thing/patternProperties/^(c|c)*$',
  ]);
  const code = text.replaceAll(/^\/\/.*$/gm, '');
  expect(code).not.toContain('(a+)+');
  expect(code).not.toContain('(c|c)');
  expect(code).not.toContain('slow-pattern');
  expect(code).toContain('new RegExp("^b+$", "u")');
});

test('without one there is nothing to say', () => {
  expect(comments(rendered({ type: 'string', pattern: '^b+$' }))).toEqual([]);
});

test('a place with a name that would end the comment does not', () => {
  const name = 'x\n*/ globalThis.PWN = 1; //\u2028globalThis.PWN = 2;';
  const text = rendered({ type: 'object', properties: { [name]: { pattern: '^(a+)+$' } } });
  expect(comments(text)).toHaveLength(2);
  expect(comments(text)[1]).toMatch(/globalThis.PWN = 2;\/pattern$/);
  expect(text.split(/[\n\r\u2028\u2029]/).filter((line) => line.startsWith('globalThis'))).toEqual([]);
});

test('of very many the first are named', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [`p${index}`, { type: 'string', pattern: `^(a+)+${index}$` }]),
  );
  const lines = comments(rendered({ type: 'object', properties }));
  expect(lines).toHaveLength(22);
  expect(lines.at(-1)).toBe('// and 5 more');
});
