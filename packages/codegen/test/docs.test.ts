// What the document says, as JSDoc: constraints in plain words, texts as text, titles only where they say something.
import type { JsonObject } from '@agentsource/openapi/json';
import { documentWith } from '@agentsource/openapi/testing';
import { describe, expect, test } from 'vitest';
import { constraintsOf } from '../src/docs/constraints.ts';
import { docOfParameter, docOfSchema } from '../src/docs/doc.ts';
import { patternInWords } from '../src/docs/pattern.ts';
import { generateOpenApiTypes } from '../src/openapi-types.ts';

const DOCUMENT = documentWith({
  Id: { type: 'string', pattern: '^[a-f0-9]{40}$', description: 'Names a thing.\n\nAnd more.' },
  Tree: {
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
  },
});
const id = { $ref: '#/components/schemas/Id' };

test.each<[JsonObject, string]>([
  [
    { type: 'array', minItems: 1, maxItems: 20, items: id },
    '1 to 20 items; each 40 characters of a-f and 0-9',
  ],
  [{ type: 'string', minLength: 4 }, 'at least 4 characters'],
  [{ type: 'string', minLength: 1, maxLength: 1 }, 'exactly 1 character'],
  [{ type: 'string', minLength: 0 }, ''],
  [{ type: 'string', maxLength: 10, pattern: '(?i)^a+$' }, 'at most 10 characters; matching `(?i)^a+$`'],
  [{ type: 'string', format: 'date-time' }, 'an ISO 8601 date and time'],
  [{ type: 'string', format: 'constructor' }, 'format `constructor`'],
  [{ type: 'string', contentEncoding: 'base64' }, 'encoded as `base64`'],
  [{ type: 'integer', minimum: 1, maximum: 10 }, 'an integer; 1 to 10'],
  [{ type: ['integer', 'null'], format: 'int64' }, 'a 64-bit integer'],
  [{ type: 'number', exclusiveMinimum: 0, maximum: 1 }, 'at most 1, more than 0'],
  [{ type: 'number', multipleOf: 0.5 }, 'a multiple of 0.5'],
  [{ type: 'array', uniqueItems: true, items: {} }, 'no item twice'],
  [{ type: 'array', items: { type: 'array', maxItems: 2 } }, 'each at most 2 items'],
  [{ type: 'object', maxProperties: 1 }, 'at most 1 property'],
  [
    { type: 'object', minProperties: 2, additionalProperties: { type: 'string', maxLength: 3 } },
    'at least 2 properties; each value at most 3 characters',
  ],
  [{ type: 'object', propertyNames: { pattern: '^[a-z]+$' } }, 'each name 1 or more characters of a-z'],
  [{ anyOf: [{ type: 'string', maxLength: 3 }, { type: 'null' }] }, 'at most 3 characters'],
  [{ anyOf: [{ format: 'uri' }, { format: 'uuid' }] }, 'a URI or a UUID'],
  [{ anyOf: [{ format: 'uri' }, { type: 'string' }] }, ''],
  [{ allOf: [id, { maxLength: 50 }] }, 'at most 50 characters; 40 characters of a-f and 0-9'],
  [{ enum: ['a', 'b'], maxLength: 1 }, ''],
  [{ $ref: '#/components/schemas/Tree' }, ''],
])('%j: %s', (schema, words) => {
  expect(constraintsOf(DOCUMENT, schema)).toBe(words);
});

test.each([
  ['^[a-f0-9]{40}$', '40 characters of a-f and 0-9'],
  ['^\\d{4}$', '4 digits'],
  ['^[0-9]+$', '1 or more digits'],
  ['^[A-Z]{2,3}$', '2 to 3 characters of A-Z'],
  ['^[\\w-]{5,}$', '5 or more characters of A-Z, a-z, 0-9, _ and -'],
  ['^[a-z ]*$', 'any number of characters of a-z and space'],
  ['^[a-z]$', '1 character of a-z'],
  ['^\\[x\\]$', undefined],
  ['^[^a]{3}$', undefined],
  ['^a{3}|b$', undefined],
  ['[a-f]{3}', undefined],
  ['^[\\p{L}]{3}$', undefined],
  ['^[*/]{3}$', '3 characters of * and /'],
])('%s: %s', (pattern, words) => {
  expect(patternInWords(pattern)).toBe(words);
});

describe('a property', () => {
  test.each<[JsonObject, string[]]>([
    [{ title: 'Prospect Ids' }, []],
    [{ title: 'Error Context' }, ['Error Context']],
    [{ title: 'Ids', description: 'The ids of it.' }, ['The ids of it.']],
    [{ ...id }, ['Names a thing.', '', '40 characters of a-f and 0-9.']],
    [{ ...id, description: 'Another.' }, ['Another.', '', '40 characters of a-f and 0-9.']],
    [{ deprecated: true, default: 5, examples: ['a', 'b'] }, ['@deprecated', '@default 5', '@example "a"']],
    [{ example: null }, []],
    [{ default: '*/ {@link x}' }, ['@default "*\\/ {\\u0040link x}"']],
    [{ example: 'x'.repeat(1_000) }, []],
  ])('%j', (schema, doc) => expect(docOfSchema(DOCUMENT, schema, 'prospect_ids')).toEqual(doc));

  test('a long example has lines', () => {
    const example = { a: 'x'.repeat(60), b: 'y'.repeat(60) };
    const doc = docOfSchema(DOCUMENT, { example }, 'a');
    expect(doc.slice(0, 2)).toEqual(['@example', '{']);
    expect(JSON.parse(doc.slice(1).join(''))).toEqual(example);
  });
});

test('a parameter says what it is, and what its schema asks', () => {
  const parameter = {
    name: 'limit',
    description: 'How many.',
    schema: { type: 'integer', minimum: 1, default: 10 },
    example: 3,
  };
  expect(docOfParameter(DOCUMENT, parameter)).toEqual([
    'How many.',
    '',
    'An integer; at least 1.',
    '@default 10',
    '@example 3',
  ]);
});

test('types carry it, with no tag of the generator and no text of the document as a tag', () => {
  const types = generateOpenApiTypes(
    documentWith({
      Thing: {
        type: 'object',
        title: 'Thing',
        properties: {
          kind: { type: 'string', enum: ['a', 'b'], title: 'Kind', description: 'Which.\n@deprecated never' },
          id: { ...id },
        },
      },
      Id: { type: 'string', minLength: 4 },
    }),
  );
  expect(types).not.toMatch(/@enum|@description|^\s*\* @deprecated|Format:|agentsource-doc/m);
  expect(types).toContain('* \\@deprecated never');
  expect(types).toContain('/** At least 4 characters. */');
});
