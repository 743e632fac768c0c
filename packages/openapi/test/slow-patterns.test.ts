// Patterns that JavaScript may take for ever over are found when a document is read, named, and never waited for.
import { describe, expect, test } from 'vitest';
import { buildDocument } from '../src/build.ts';
import type { Json, JsonObject } from '../src/json.ts';
import { normalise } from '../src/normalise/index.ts';
import { parseOverlay } from '../src/overlay/index.ts';
import { get } from '../src/pointer.ts';
import { createSchemaValidator } from '../src/schema-validator.ts';
import { SLOW_PATTERN, slowPatternsOf } from '../src/slow-patterns.ts';
import { documentWith } from '../testing/support.ts';

const EVIL = '^(a+)+$';
const LETTERS = `${'a'.repeat(40)}!`;

/** Normalises a document with the schema: the schema after, and its hits. */
function normalised(schema: JsonObject) {
  const { document, hits } = normalise(documentWith({ Thing: schema }));
  return { document, hits, schema: get(document, '/components/schemas/Thing') as JsonObject };
}

test('one is marked, and named with what it means for users', () => {
  const { schema, hits, document } = normalised({ type: 'string', pattern: EVIL });
  expect(schema).toEqual({ type: 'string', pattern: EVIL, [SLOW_PATTERN]: [EVIL] });
  expect(hits).toEqual([
    {
      rule: 'slow-pattern',
      pointer: '/components/schemas/Thing/pattern',
      detail: "it backtracks exponentially in JavaScript, so that the client's validators don't check it",
    },
  ]);
  expect(slowPatternsOf(document)).toEqual([{ pattern: EVIL, pointer: '/components/schemas/Thing/pattern' }]);
});

test('the same one at other places is counted, a key of patternProperties among them', () => {
  const { schema, hits } = normalised({
    type: 'object',
    properties: { a: { pattern: EVIL }, b: { pattern: '^b$' } },
    patternProperties: { [EVIL]: { type: 'string' }, '^c': {} },
    propertyNames: { pattern: EVIL },
  });
  expect(hits).toHaveLength(1);
  expect(hits[0]?.pointer).toBe('/components/schemas/Thing/properties/a/pattern');
  expect(hits[0]?.detail).toMatch(/, here and at 2 other place\(s\)$/);
  expect(schema[SLOW_PATTERN]).toEqual([EVIL]);
  expect(get(schema, '/properties/b')).toEqual({ pattern: '^b$' });
});

test('a document can not mark its own', () => {
  const { schema } = normalised({ type: 'string', pattern: '^a$', [SLOW_PATTERN]: ['^a$'] });
  expect(schema).toEqual({ type: 'string', pattern: '^a$' });
});

test('one that does not even compile is left for validation to name', async () => {
  const document = documentWith({ Thing: { type: 'object', patternProperties: { '(a+)+[': {} } } });
  expect(normalise(document).hits).toEqual([]);
  await expect(buildDocument(document, [], 'x')).rejects.toThrow(
    "/components/schemas/Thing/patternProperties/(a+)+[: JavaScript can't compile the pattern",
  );
});

test('a key that JavaScript refuses is rewritten as a pattern is', () => {
  const { schema, hits } = normalised({
    type: 'object',
    patternProperties: { '(?i)^x\\-': { type: 'null' } },
  });
  expect(schema).toEqual({ type: 'object', patternProperties: { '^[xX]-': { type: 'null' } } });
  expect(hits.map(({ rule }) => rule)).toEqual(['pattern']);
});

describe('examples are judged without waiting', () => {
  test.each<[string, JsonObject, Json]>([
    ['a pattern', { type: 'string', pattern: EVIL }, LETTERS],
    ['a bounded one', { type: 'string', pattern: '^(a?){40}a{40}$' }, 'a'.repeat(39)],
    ['property names', { type: 'object', propertyNames: { pattern: EVIL } }, { [LETTERS]: 1 }],
    [
      'a key',
      { type: 'object', patternProperties: { [EVIL]: {} }, additionalProperties: false },
      { [LETTERS]: 1 },
    ],
  ])('%s', (_, schema, example) => {
    const { document, hits } = normalised({ ...schema, example });
    expect(hits.map(({ rule }) => rule)).toEqual(['slow-pattern', 'invalid-example']);
    expect(
      createSchemaValidator(document).violations('/components/schemas/Thing', example).length,
    ).toBeGreaterThan(0);
  });

  test('one that no linear engine takes is not checked, and that is said', () => {
    const lookahead = '^(?=(a+)+$)';
    const { document, hits, schema } = normalised({ type: 'string', pattern: lookahead, example: LETTERS });
    expect(hits.map(({ detail }) => detail)).toEqual([
      'it backtracks exponentially in JavaScript, so that nothing checks it',
    ]);
    expect(schema.example).toBe(LETTERS);
    expect(createSchemaValidator(document).violations('/components/schemas/Thing', 1)).toHaveLength(1);
  });

  test('a harmless one with a lookahead is checked', () => {
    const { hits } = normalised({ type: 'string', pattern: '^(?!foo).*$', example: 'foobar' });
    expect(hits.map(({ rule }) => rule)).toEqual(['invalid-example']);
  });
});

test('an overlay that mends one takes the mark away, one that brings one is told of', async () => {
  const document = documentWith({ Thing: { type: 'string', pattern: EVIL }, Other: { pattern: '^b$' } });
  const overlay = parseOverlay(
    JSON.stringify({
      overlay: '1.0.0',
      actions: [
        { target: '$.components.schemas.Thing', update: { pattern: '^a+$' }, description: 'mends' },
        { target: '$.components.schemas.Other', update: { pattern: '^(b+)+$' }, description: 'brings' },
      ],
    }),
    'patterns.yaml',
  );
  const { document: built, hits } = await buildDocument(document, [overlay], 'x');
  expect(hits.map(({ pointer }) => pointer)).toEqual(['/components/schemas/Other/pattern']);
  expect(get(built, '/components/schemas/Thing')).toEqual({ type: 'string', pattern: '^a+$' });
  expect(slowPatternsOf(built)).toHaveLength(1);
});

test('a thousand of them, each with an example, are read within seconds', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, index) => [
      `p${index}`,
      { type: 'string', pattern: `^(?:\\w+\\s?|${index})*$`, example: LETTERS },
    ]),
  );
  const { hits } = normalised({ type: 'object', properties });
  expect(hits.filter(({ rule }) => rule === 'slow-pattern')).toHaveLength(1_000);
  expect(hits).toHaveLength(2_000);
  // Two seconds where nothing else runs; without an end, hours.
}, 60_000);
