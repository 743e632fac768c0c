// A value for a schema, for examples of calls: the document's where it has one, never more work than an example is worth.
import type { JsonObject } from '@agentsource/openapi/json';
import { documentWith } from '@agentsource/openapi/testing';
import { expect, test } from 'vitest';
import { sampleOf } from '../src/operations/sample.ts';
import { FILE, tsValue, type Value } from '../src/operations/value.ts';

const text = { type: 'string' };

test.each<[JsonObject, Value | undefined]>([
  [{ type: 'string', example: 'acme' }, 'acme'],
  [{ type: 'string', example: null, examples: ['acme'] }, 'acme'],
  [{ type: 'string', format: 'date' }, '2026-01-01'],
  [{ type: 'string', pattern: '^[a-f]{3}$' }, expect.stringMatching(/^[a-f]{3}$/) as never],
  [{ type: 'string', minLength: 6, maxLength: 7 }, 'text--'],
  [{ type: 'integer', minimum: 3 }, 3],
  [{ enum: ['a', 'b'] }, 'a'],
  [{ type: ['null', 'boolean'] }, true],
  [{ anyOf: [{ type: 'null' }, text] }, 'text'],
  [{ type: 'array', items: text, minItems: 2, uniqueItems: true }, ['text', 'text1']],
  [{ type: 'array', items: text, minItems: 50 }, undefined],
  [{ type: 'object', required: ['a'], properties: { a: text, b: text } }, { a: 'text' }],
  [{ type: 'object', properties: { constructor: text } }, { constructor: 'text' }],
  [{ type: 'string', 'x-agentsource-blob': true }, FILE],
  [{ type: 'object', properties: { a: text }, example: { a: 'x', unknown: 1 } }, { a: 'x' }],
  [{ type: 'object', example: { any: 1 } }, { any: 1 }],
])('%j', (schema, value) => {
  expect(sampleOf(documentWith({}), schema)).toEqual(value);
});

test('schemas that ask for more and more have none, at once', () => {
  const level = (index: number): JsonObject => {
    const properties = Object.fromEntries(
      'abcdefghijklmnopqrstuvwxyz'
        .split('')
        .map((name) => [name, { $ref: `#/components/schemas/L${index + 1}` }]),
    );
    return { type: 'object', required: Object.keys(properties), properties };
  };
  const levels = Object.fromEntries([...Array(9).keys()].map((index) => [`L${index}`, level(index)]));
  const began = performance.now();
  expect(sampleOf(documentWith(levels), { $ref: '#/components/schemas/L0' })).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('values are written as a person would', () => {
  expect(tsValue({ a: "it's", 'b-c': [1, null, true], ['__proto__']: FILE })).toBe(
    "{ a: 'it\\'s', 'b-c': [1, null, true], ['__proto__']: new Blob(['the bytes of a file']) }",
  );
  expect(tsValue({ ids: ['a'.repeat(60), 'b'.repeat(60)] })).toBe(
    `{\n  ids: [\n    '${'a'.repeat(60)}',\n    '${'b'.repeat(60)}',\n  ],\n}`,
  );
});
