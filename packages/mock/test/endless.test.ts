// What would be without end, or without measure, if it were written out, generated or matched as it stands.
import type { JsonObject } from '@agentsource/openapi/json';
import { describe, expect, test } from 'vitest';
import { call, documentOf, start } from './support.ts';

const to = (index: number) => ({ $ref: `#/components/schemas/S${index}` });
const schemas = (count: number, schema: (index: number) => JsonObject) => ({
  components: {
    schemas: Object.fromEntries(Array.from({ length: count }, (_, index) => [`S${index}`, schema(index)])),
  },
});
const members = (count: number, schema: (index: number) => JsonObject) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, schema(index)]));

describe('what would be without end where each reference is written out is served in no time:', () => {
  const object = { type: 'object' };
  test.each<[string, JsonObject, json?: object]>([
    ['components that name each other', schemas(32, () => ({ type: 'object', properties: members(32, to) }))],
    [
      'components that are lists of each other',
      schemas(16, (i) => ({ type: 'array', items: { anyOf: [to((i + 1) % 16), to(i)] } })),
      [],
    ],
    [
      'a chain of alternatives',
      schemas(26, (i) =>
        i === 25 ? object : { anyOf: [to(i + 1), { ...object, properties: { next: to(i + 1) } }] },
      ),
    ],
    [
      'a chain of what each names twice',
      schemas(60, (i) => ({
        ...object,
        ...(i < 59 && { properties: { one: to(i + 1), other: to(i + 1) } }),
      })),
    ],
    ['maps of maps', schemas(40, (i) => ({ ...object, ...(i < 39 && { additionalProperties: to(i + 1) }) }))],
  ])('%s', async (_, more, json = {}) => {
    const requestBody = { content: { 'application/json': { schema: to(0) } } };
    const started = performance.now();
    const { url } = await start({ spec: documentOf({ schema: to(0) }, { requestBody }, more) });
    const { status, violations } = await call(`${url}/thing`, { json });
    expect([status, violations]).toEqual([200, undefined]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('an answer that no mock could give ends, and says so:', () => {
  const list = (minItems: number, items: JsonObject) => ({ type: 'array', minItems, items });
  const text = (more: JsonObject) => ({ type: 'string', ...more });
  test.each<[string, schema: JsonObject, more?: JsonObject]>([
    ['a text', text({ minLength: 1e9 })],
    ['a text of any length', text({ minLength: 1e9, maxLength: 2e9 })],
    ['a list', list(1e8, text({}))],
    ['lists of lists', list(1e3, list(1e3, list(1e3, list(1e3, text({ minLength: 1e4 })))))],
    [
      'many patterns that may repeat much, beside what nothing satisfies',
      {
        type: 'object',
        required: ['no', ...Object.keys(members(8, () => ({})))],
        properties: {
          ...members(8, (i) => text({ pattern: `^.{0,${200_000 + i}}$` })),
          no: { type: 'string', not: {} },
        },
      },
    ],
    ['a pattern that counts', text({ pattern: '^(((a{90}){90}){90}){90}$' })],
    [
      'a pattern of names',
      {
        type: 'object',
        minProperties: 1,
        patternProperties: { '^((b{900}){900}){900}$': {} },
        additionalProperties: false,
      },
    ],
    ['many members', { type: 'object', minProperties: 1e9 }],
    ['a list that contains much', { type: 'array', items: {}, contains: { const: 1 }, minContains: 1e8 }],
    [
      'a list of what differs',
      { type: 'array', uniqueItems: true, minItems: 1e8, items: { type: 'boolean' } },
    ],
    [
      'a tree without leaves',
      to(0),
      schemas(1, () => ({ type: 'object', required: ['s'], properties: { s: to(0) } })),
    ],
    [
      'a tree that is required twice',
      to(0),
      schemas(40, (i) => ({
        type: 'object',
        required: ['a', 'b'],
        properties: { a: to((i + 1) % 40), b: to((i + 1) % 40) },
      })),
    ],
  ])('%s', async (_, schema, more = {}) => {
    const header = {
      description: '',
      headers: { 'x-a': { schema } },
      content: { 'application/json': { schema } },
    };
    const mock = await start({ spec: documentOf({}, { responses: { 200: header } }, more) });
    const started = performance.now();
    const before = process.memoryUsage().rss;
    expect(await mock.nonConformingOperations()).toHaveLength(1);
    for (const prefer of ['', 'dynamic=true', 'dynamic=true, seed=1']) {
      const { status, headers } = await fetch(`${mock.url}/thing`, { method: 'POST', headers: { prefer } });
      expect([status, headers.get('sl-violations')]).toEqual([200, expect.stringContaining('Response')]);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });
});
