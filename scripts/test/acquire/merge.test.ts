// Several pages become one document, or an error that names both places.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { JsonObject } from '@agentsource/openapi/json';
import { get } from '@agentsource/openapi/pointer';
import { documentWith } from '@agentsource/openapi/testing';
import { describe, expect, test } from 'vitest';
import { mergePages } from '../../src/acquire/merge.ts';

/** A page with one operation on its own path, and the schema they share. */
function page(path: string, thing: JsonObject, more: JsonObject = {}): OpenApiDocument {
  const document = documentWith({ Thing: thing }, more);
  document.paths = {
    [path]: { get: { operationId: path.slice(1), responses: { '200': { description: 'ok' } } } },
  };
  return document;
}

const thing = {
  type: 'object',
  required: ['a', 'b'],
  properties: { a: { type: 'string' }, b: { type: 'string' } },
};

function merge(...documents: OpenApiDocument[]) {
  return mergePages(
    documents.map((document, index) => ({
      name: `page-${index + 1}.md`,
      document,
      locate: () => `page-${index + 1}.md`,
    })),
  );
}

test('paths are united, and a component that two pages share becomes one', () => {
  const { document, hits } = merge(page('/b', thing), page('/a', thing));
  expect(Object.keys(document.paths)).toEqual(['/a', '/b']);
  expect(get(document, '/components/schemas')).toEqual({ Thing: thing });
  expect(hits).toEqual([]);
});

test('methods of one path are joined', () => {
  const second = page('/a', thing);
  second.paths = { '/a': { post: { operationId: 'add', responses: { '200': { description: 'ok' } } } } };
  expect(Object.keys(merge(page('/a', thing), second).document.paths['/a'] as JsonObject)).toEqual([
    'get',
    'post',
  ]);
});

describe('one meaning in two spellings', () => {
  test.each<[string, JsonObject]>([
    ['order of keys', { properties: thing.properties, required: thing.required, type: 'object' }],
    ['order of required', { ...thing, required: ['b', 'a'] }],
    ['a description', { ...thing, description: 'A thing.' }],
    ['an example', { ...thing, example: { a: 'x', b: 'y' } }],
  ])('%s makes no difference', (_, other) => {
    const { document } = merge(page('/a', thing), page('/b', other));
    expect(get(document, '/components/schemas/Thing')).toEqual(thing);
  });

  test('nullable, and the type list of 3.1', () => {
    const old = { type: 'object', properties: { a: { type: 'string', nullable: true } } };
    const now = { type: 'object', properties: { a: { type: ['string', 'null'] } } };
    expect(get(merge(page('/a', old), page('/b', now)).document, '/components/schemas/Thing')).toEqual(old);
  });

  test('whose words were kept is told', () => {
    const { hits } = merge(page('/a', thing), page('/b', { ...thing, title: 'Thing' }));
    expect(hits).toEqual([
      {
        rule: 'merge',
        pointer: '/components/schemas/Thing',
        detail: 'worded differently in page-2.md; the words of page-1.md were kept',
      },
    ]);
  });
});

describe('a contradiction names both pages and the place', () => {
  test.each<[string, JsonObject, string]>([
    [
      'another type',
      { ...thing, properties: { ...thing.properties, b: { type: 'integer' } } },
      '/components/schemas/Thing/properties/b/type is "string" in the first and "integer" in the second',
    ],
    [
      'a property named description',
      { ...thing, properties: { ...thing.properties, description: { type: 'string' } } },
      '/components/schemas/Thing/properties/description is nothing in the first and {"type":"string"} in the second',
    ],
    [
      'a default',
      { ...thing, properties: { ...thing.properties, a: { type: 'string', default: 'x' } } },
      '/components/schemas/Thing/properties/a/default is nothing in the first and "x" in the second',
    ],
  ])('%s', (_, other, detail) => {
    expect(() => merge(page('/a', thing), page('/b', other))).toThrow(
      `page-1.md and page-2.md contradict each other: ${detail}`,
    );
  });

  test('the version', () => {
    const newer = page('/b', thing, { info: { title: 'Things', version: '1.0.1' } });
    expect(() => merge(page('/a', thing), newer)).toThrow(
      '/info/version is "1.0.0" in the first and "1.0.1" in the second',
    );
  });

  test('one operation that differs', () => {
    const second = page('/a', thing);
    second.paths = { '/a': { get: { operationId: 'other', responses: {} } } };
    expect(() => merge(page('/a', thing), second)).toThrow('/paths/~1a/get/operationId is "a" in the first');
  });
});

test('what would reach the operations of another page must be in both', () => {
  const secured = page('/b', thing, { security: [{ key: [] }] });
  expect(() => merge(page('/a', thing), secured)).toThrow('only the first has /security');
  const shared = page('/a', thing);
  shared.paths = { '/a': { parameters: [], post: { operationId: 'add', responses: {} } } };
  expect(() => merge(page('/a', thing), shared)).toThrow('only the first has /paths/~1a/parameters');
});
