// Each rule of normalisation: what it respells, and what it leaves alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/json.ts';
import { normalise } from '../src/normalise/index.ts';
import { patternProblem } from '../src/normalise/pattern.ts';
import { respell } from '../src/normalise/respell.ts';
import { get } from '../src/pointer.ts';
import { documentWith } from '../testing/support.ts';

/** Normalises a document whose schema Thing is the given one: the schema after, and the rules that hit. */
function normaliseSchema(schema: JsonObject, others: JsonObject = {}) {
  const { document, hits } = normalise(documentWith({ Thing: schema, ...others }));
  return { schema: get(document, '/components/schemas/Thing'), rules: hits.map(({ rule }) => rule) };
}

test('a document without oddities stays as it is, with no hits', () => {
  const document = documentWith({
    Thing: { type: ['string', 'null'], pattern: '^a$', example: 'a' },
  });
  expect(normalise(document)).toEqual({ document, hits: [] });
});

test('the vendored document is not changed in place', () => {
  const document = documentWith({ Thing: { type: 'string', nullable: true } });
  const before = structuredClone(document);
  normalise(document);
  expect(document).toEqual(before);
});

describe('nullable', () => {
  test.each<[JsonObject, JsonObject]>([
    [{ type: 'string' }, { type: ['string', 'null'] }],
    [
      { type: 'string', example: null },
      { type: ['string', 'null'], example: null },
    ],
    [{ type: ['string', 'null'] }, { type: ['string', 'null'] }],
    [
      { type: 'string', enum: ['a'] },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [{ title: 'T' }, { title: 'T' }],
    [{ anyOf: [{ type: 'string' }] }, { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, { anyOf: [{ type: 'string' }, { type: 'null' }] }],
    [{ oneOf: [{ type: 'string' }] }, { oneOf: [{ type: 'string' }, { type: 'null' }] }],
    [
      { allOf: [{ $ref: '#/components/schemas/Other' }], title: 'T' },
      { title: 'T', anyOf: [{ $ref: '#/components/schemas/Other' }, { type: 'null' }] },
    ],
    [
      { $ref: '#/components/schemas/Other' },
      { anyOf: [{ $ref: '#/components/schemas/Other' }, { type: 'null' }] },
    ],
    [
      { type: 'object', allOf: [{ $ref: '#/components/schemas/Other' }] },
      { anyOf: [{ type: 'object', allOf: [{ $ref: '#/components/schemas/Other' }] }, { type: 'null' }] },
    ],
  ])('%j beside it becomes %j', (schema, expected) => {
    expect(normaliseSchema({ ...schema, nullable: true }, { Other: { type: 'object' } })).toEqual({
      schema: expected,
      rules: ['nullable'],
    });
  });

  test('false is dropped, and a property of that name is left alone', () => {
    expect(normaliseSchema({ type: 'string', nullable: false }).schema).toEqual({ type: 'string' });
    const named = { type: 'object', properties: { nullable: { type: 'boolean' }, name: { type: 'string' } } };
    expect(normaliseSchema(named)).toEqual({ schema: named, rules: [] });
  });
});

describe('3.0 spellings', () => {
  test('the version and boolean exclusive bounds', () => {
    const old = documentWith(
      { Thing: { type: 'integer', minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false } },
      { openapi: '3.0.1' },
    );
    const { document, hits } = normalise(old);
    expect(document.openapi).toBe('3.1.0');
    expect(get(document, '/components/schemas/Thing')).toEqual({
      type: 'integer',
      exclusiveMinimum: 0,
      maximum: 9,
    });
    expect(hits.map(({ rule }) => rule)).toEqual(['openapi-3.1', 'exclusive-bound', 'exclusive-bound']);
  });

  test('true and false are objects where they are not usual', () => {
    expect(
      normaliseSchema({ not: false, allOf: [true, { additionalProperties: false }], $defs: { a: false } }),
    ).toEqual({
      schema: { not: { not: {} }, allOf: [{}, { additionalProperties: false }], $defs: { a: { not: {} } } },
      rules: ['boolean-schema', 'boolean-schema', 'boolean-schema'],
    });
    expect(normaliseSchema(true as never).schema).toEqual({});
  });

  test('items as an array is a tuple', () => {
    expect(normaliseSchema({ type: 'array', items: [{ type: 'string' }] })).toEqual({
      schema: { type: 'array', prefixItems: [{ type: 'string' }] },
      rules: ['tuple-items'],
    });
    const tuple = { type: 'array', items: [{ type: 'string' }] };
    expect(normaliseSchema({ ...tuple, additionalItems: { type: 'string', nullable: true } })).toEqual({
      schema: { type: 'array', prefixItems: [{ type: 'string' }], items: { type: ['string', 'null'] } },
      rules: ['nullable', 'tuple-items'],
    });
    expect(normaliseSchema({ ...tuple, additionalItems: false }).schema).toMatchObject({ items: false });
    expect(normaliseSchema({ type: 'array', items: {}, additionalItems: false }).schema).toEqual({
      type: 'array',
      items: {},
    });
  });
});

test('keys of no vocabulary are dropped, wherever the schema stands', () => {
  const document = documentWith({});
  const operation = get(document, '/paths/~1things/post') as JsonObject;
  operation.parameters = [
    { name: 'q', in: 'query', schema: { type: 'string', auto_error: true, name: 'q' } },
  ];
  const { document: normalised, hits } = normalise(document);
  expect(get(normalised, '/paths/~1things/post/parameters/0/schema')).toEqual({ type: 'string' });
  expect(hits.map(({ pointer }) => pointer)).toEqual([
    '/paths/~1things/post/parameters/0/schema/auto_error',
    '/paths/~1things/post/parameters/0/schema/name',
  ]);
});

test('a security requirement is listed once', () => {
  const document = documentWith({});
  const operation = get(document, '/paths/~1things/post') as JsonObject;
  operation.security = [{ Key: [] }, { Key: [] }, { Other: [] }];
  const { document: normalised, hits } = normalise(document);
  expect(get(normalised, '/paths/~1things/post/security')).toEqual([{ Key: [] }, { Other: [] }]);
  expect(hits).toHaveLength(1);
});

describe('patterns', () => {
  test.each([
    ['(?i)^(NYSE|nasdaq:\\S+)$', ['nyse', 'NYSE', 'NASDAQ:x'], ['NYS', 'nasdaq:']],
    ['(?i)^[a-c]\\d[x_]$', ['a1X', 'C9_'], ['d1x', 'aax']],
    ['(?i)^\\w\\x41$', ['_A', 'zA'], ['zB']],
    ['^a\\-b\\ c\\:$', ['a-b c:'], ['ab c:']],
    ['^[a\\-z]\\:$', ['a:', '-:', 'z:'], ['b:']],
    ['\\Aab\\Z', ['ab'], ['xab', 'abx']],
    ['^(?P<year>\\d{4})\\-x$', ['2026-x'], ['26-x']],
  ])('%s is rewritten to one that JavaScript takes and that means the same', (pattern, matching, others) => {
    expect(patternProblem(pattern)).toBeDefined();
    const { schema, rules } = normaliseSchema({ type: 'string', pattern });
    const rewritten = new RegExp((schema as { pattern: string }).pattern, 'u');
    expect(rules).toEqual(['pattern']);
    for (const text of matching) expect(text).toMatch(rewritten);
    for (const text of others) expect(text).not.toMatch(rewritten);
  });

  test('(?i) agrees with the i flag on any text', () => {
    const body = '^([a-f]{2,3}|X\\d[k-m_]|é)+$';
    const { schema } = normaliseSchema({ type: 'string', pattern: `(?i)${body}` });
    const spelledOut = new RegExp((schema as { pattern: string }).pattern, 'u');
    const withFlag = new RegExp(body, 'iu');
    const text = fc
      .array(fc.constantFrom(...'abfgXx9kKlM_éÉ'), { maxLength: 9 })
      .map((letters) => letters.join(''));
    fc.assert(fc.property(text, (value) => spelledOut.test(value) === withFlag.test(value)));
  });

  test('one that compiles is left alone, and so is one that nothing can be done about', () => {
    for (const pattern of ['^[a-f0-9]{40}$', '^\\p{L}+$', '(unclosed']) {
      expect(normaliseSchema({ type: 'string', pattern })).toEqual({
        schema: { type: 'string', pattern },
        rules: [],
      });
    }
  });
});

test('a discriminator gets the mapping that its branches spell', () => {
  const branch = (value: string) => ({ type: 'object', properties: { kind: { const: value } } });
  const { schema } = normaliseSchema(
    {
      oneOf: [{ $ref: '#/components/schemas/CatSchema' }, { $ref: '#/components/schemas/DogSchema' }],
      discriminator: { propertyName: 'kind' },
    },
    { CatSchema: branch('cat'), DogSchema: branch('dog') },
  );
  expect(schema).toMatchObject({
    discriminator: {
      mapping: { cat: '#/components/schemas/CatSchema', dog: '#/components/schemas/DogSchema' },
    },
  });
});

test('an upstream example that violates its schema is dropped; a good one stays', () => {
  const { schema, rules } = normaliseSchema({
    type: 'object',
    properties: { bad: { type: 'integer', example: 'one' }, good: { type: 'integer', example: 1 } },
    examples: [{ bad: 'x' }, { bad: 1 }],
  });
  expect(schema).toEqual({
    type: 'object',
    properties: { bad: { type: 'integer' }, good: { type: 'integer', example: 1 } },
    examples: [{ bad: 1 }],
  });
  expect(rules).toEqual(['invalid-example', 'invalid-example']);
});

test('respelling alone keeps examples as they are', () => {
  const Thing = { type: 'string', example: 1 };
  const { document, hits } = respell(documentWith({ Thing }));
  expect([get(document, '/components/schemas/Thing'), hits]).toEqual([Thing, []]);
});
