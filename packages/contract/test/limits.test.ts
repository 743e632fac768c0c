// Documents that ask for more than anybody can send: named as not covered, at once and in little memory.
import type { JsonObject } from '@agentsource/openapi/json';
import { expect, test } from 'vitest';
import { uncovered } from '../src/coverage.ts';
import { suiteOf } from './support.ts';

const text = { type: 'string' };
const listOf = (items: JsonObject, minItems: number): JsonObject => ({ type: 'array', items, minItems });

/** Components that each name all the others, required or not. */
function dense(size: number, isRequired: boolean): JsonObject {
  const names = Array.from({ length: size }, (_, index) => `C${index}`);
  const properties = Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]),
  );
  const schema = { type: 'object', properties, ...(isRequired && { required: names }) };
  return Object.fromEntries(names.map((name) => [name, schema]));
}

/** Each component wants two of the next: doubled thirty times over. */
function doubled(): JsonObject {
  return Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => {
      const next = index === 29 ? text : { $ref: `#/components/schemas/C${index + 1}` };
      return [`C${index}`, { type: 'object', required: ['a', 'b'], properties: { a: next, b: next } }];
    }),
  );
}

const first = { $ref: '#/components/schemas/C0' };

test.each<[string, JsonObject, JsonObject?]>([
  ['a text of a billion characters', { type: 'string', minLength: 1e9 }],
  ['a pattern of a billion characters', { type: 'string', pattern: '^a{1000000000}$' }],
  ['repeats within repeats', { type: 'string', pattern: '^((a{1000}){1000}){1000}$' }],
  ['a hundred million items', listOf(text, 1e8)],
  ['lists of lists of lists', listOf(listOf(listOf(text, 1000), 1000), 1000)],
  ['long texts in a long list', listOf({ type: 'string', minLength: 50_000 }, 4000)],
  ['a billion properties', { type: 'object', minProperties: 1e9 }],
  ['a billion of a kind', { type: 'array', contains: text, minContains: 1e9 }],
  ['schemas that want two of each other', first, doubled()],
  ['schemas that require each other without end', first, dense(16, true)],
])('%s: the operation is not called, and the table says so', (_, schema, components) => {
  const started = performance.now();
  const before = process.memoryUsage().heapUsed;
  const suite = suiteOf(schema, components);
  expect(uncovered(suite)).toContainEqual(
    expect.objectContaining({
      what: 'the operation as a whole',
      why: expect.stringContaining('no valid body'),
    }),
  );
  expect(suite.cases).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200e6);
});

test.each<[string, JsonObject, JsonObject?]>([
  ['at most a billion characters', { type: 'string', maxLength: 1e9 }],
  ['at most a billion items', { type: 'array', items: text, maxItems: 1e9 }],
  ['at most a billion properties', { type: 'object', maxProperties: 1e9 }],
  ['sixteen schemas that name each other', first, dense(16, false)],
])('%s: varied as far as it goes, and the table says what is left', (_, schema, components) => {
  const started = performance.now();
  const suite = suiteOf(schema, components);
  expect(suite.cases.length).toBeGreaterThan(0);
  expect(uncovered(suite)).not.toEqual([]);
  expect(performance.now() - started).toBeLessThan(10_000);
});
