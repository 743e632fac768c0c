// What the gate refuses, drops and lets pass.
import { describe, expect, test } from 'vitest';
import type { Hit, OpenApiDocument } from '../src/document.ts';
import { gate } from '../src/gate/index.ts';
import { LIMITS } from '../src/gate/limits.ts';
import type { Json, JsonObject } from '../src/json.ts';
import { get } from '../src/pointer.ts';
import { documentWith } from '../testing/support.ts';

function through(document: OpenApiDocument): { document: OpenApiDocument; hits: Hit[] } {
  const copy = structuredClone(document);
  const hits: Hit[] = [];
  gate(copy, 'page.md', (rule, pointer, detail) => hits.push({ rule, pointer, detail }));
  return { document: copy, hits };
}

/** A document whose only operation is this one, at GET /a. */
function withOperation(operation: JsonObject, components: JsonObject = {}): OpenApiDocument {
  return documentWith({}, { paths: { '/a': { get: { responses: {}, ...operation } } }, components });
}

const json = (media: JsonObject): JsonObject => ({ content: { 'application/json': media } });

describe('a reference that leads out is refused, with its place', () => {
  const out = { $ref: 'http://127.0.0.1:1/x.json' };
  test.each<[place: string, OpenApiDocument]>([
    ['/components/schemas/A/$ref', documentWith({ A: out })],
    [
      '/components/schemas/A/properties/b/items/$ref',
      documentWith({ A: { properties: { b: { items: out } } } }),
    ],
    ['/components/schemas/A/$ref', documentWith({ A: { $ref: '/dev/zero' } })],
    ['/components/schemas/A/$ref', documentWith({ A: { $ref: './other.yaml#/A' } })],
    ['/components/schemas/A/$ref', documentWith({ A: { $ref: 'other#anchor' } })],
    ['/components/schemas/A/$ref', documentWith({ A: { $dynamicRef: 'https://else.example/#x' } })],
    ['/paths/~1a/$ref', documentWith({}, { paths: { '/a': out } })],
    ['/paths/~1a/get/parameters/0/$ref', withOperation({ parameters: [out] })],
    ['/paths/~1a/get/requestBody/$ref', withOperation({ requestBody: out })],
    ['/paths/~1a/get/responses/200/$ref', withOperation({ responses: { 200: out } })],
    [
      '/paths/~1a/get/responses/200/headers/X/$ref',
      withOperation({ responses: { 200: { headers: { X: out } } } }),
    ],
    ['/paths/~1a/get/callbacks/c/$ref', withOperation({ callbacks: { c: out } })],
    // Where OpenAPI has no reference at all, but a library looks for one.
    ['/info/contact/$ref', documentWith({}, { info: { title: '', version: '', contact: out } })],
    ['/paths/~1a/get/responses/200/content/$ref', withOperation({ responses: { 200: { content: out } } })],
    ['/paths/~1a/get/unknown/deep/$ref', withOperation({ unknown: { deep: out } })],
    [
      '/components/schemas/A/discriminator/mapping/dog',
      documentWith({ A: { oneOf: [], discriminator: { propertyName: 'k', mapping: { dog: 'dog.json' } } } }),
    ],
    [
      '/components/schemas/A/discriminator/mapping/dog',
      documentWith({
        A: { oneOf: [], discriminator: { propertyName: 'k', mapping: { dog: 'http://x/dog' } } },
      }),
    ],
  ])('%s', (place, document) => {
    expect(() => through(document)).toThrow(
      new RegExp(`^page\\.md: ${place.replaceAll(/[$/]/g, '\\$&')} leads out[^\\n]*$`),
    );
  });

  test('a mapping to what is not there is refused too', () => {
    const mapping = { dog: '#/components/schemas/Dog' };
    const document = documentWith({ A: { oneOf: [], discriminator: { propertyName: 'k', mapping } } });
    expect(() => through(document)).toThrow('which the document lacks');
  });
});

describe('data is nobody’s to read', () => {
  const data = { $ref: 'http://127.0.0.1:1/x', $id: 'x', nested: [{ $ref: '/dev/zero' }] };
  test.each<[string, OpenApiDocument]>([
    ['example', documentWith({ A: { example: data } })],
    ['examples of a schema', documentWith({ A: { examples: [data] } })],
    ['default', documentWith({ A: { default: data } })],
    ['const', documentWith({ A: { const: data } })],
    ['enum', documentWith({ A: { enum: [data] } })],
    ['an answer', withOperation({ responses: { 200: json({ example: data }) } })],
    ['a named example', withOperation({ requestBody: json({ examples: { a: { value: data } } }) })],
    ['a parameter’s example', withOperation({ parameters: [{ name: 'a', in: 'query', example: data }] })],
    [
      'a link’s parameter',
      withOperation({ responses: { 200: { links: { l: { parameters: { a: data } } } } } }),
    ],
    ['a property named $ref', documentWith({ A: { properties: { $ref: { type: 'string' }, $id: {} } } })],
  ])('%s', (_, document) => {
    expect(through(document)).toEqual({ document, hits: [] });
  });
});

describe('what nothing here reads is dropped and named', () => {
  test('extensions, once for each name', () => {
    const document = documentWith(
      { A: { 'x-a': { $ref: './start.md' }, properties: { 'x-b': {} } } },
      { 'x-a': 1 },
    );
    const { document: after, hits } = through(document);
    expect(get(after, '/components/schemas/A')).toEqual({ properties: { 'x-b': {} } });
    expect(after['x-a']).toBeUndefined();
    expect(hits).toEqual([
      {
        rule: 'extension',
        pointer: '/components/schemas/A/x-a',
        detail: expect.stringContaining('1 other place'),
      },
    ]);
  });

  test.each<[rule: string, OpenApiDocument, gone: string]>([
    [
      'external-value',
      withOperation({ requestBody: json({ examples: { a: { externalValue: 'http://127.0.0.1:1/' } } }) }),
      '/paths/~1a/get/requestBody/content/application~1json/examples/a/externalValue',
    ],
    [
      'operation-ref',
      withOperation({ responses: { 200: { links: { l: { operationRef: 'http://127.0.0.1:1/#/x' } } } } }),
      '/paths/~1a/get/responses/200/links/l',
    ],
    ['operation-ref', withOperation({}, { links: { l: { operationRef: './x' } } }), '/components/links/l'],
    [
      'dialect',
      documentWith({}, { jsonSchemaDialect: 'https://else.example/dialect' }),
      '/jsonSchemaDialect',
    ],
    [
      'dialect',
      documentWith({ A: { $schema: 'http://json-schema.org/draft-04/schema#' } }),
      '/components/schemas/A/$schema',
    ],
    ['schema-id', documentWith({ A: { $id: 'openapi:/document' } }), '/components/schemas/A/$id'],
  ])('%s', (rule, document, gone) => {
    const { document: after, hits } = through(document);
    expect(get(document, gone)).toBeDefined();
    expect(get(after, gone)).toBeUndefined();
    expect(hits.map((hit) => hit.rule)).toEqual([rule]);
  });

  test('a dialect that is ours stays', () => {
    const document = documentWith({ A: { $schema: 'https://json-schema.org/draft/2020-12/schema' } });
    expect(through(document)).toEqual({ document, hits: [] });
  });
});

test('anchors and names of schemas are spelled as pointers', () => {
  const { document } = through(
    documentWith({
      A: { $anchor: 'a', $dynamicAnchor: 'd' },
      B: { items: { $ref: '#a' }, contains: { $dynamicRef: '#d' } },
      C: { oneOf: [], discriminator: { propertyName: 'k', mapping: { a: 'A' } } },
    }),
  );
  const reference = { $ref: '#/components/schemas/A' };
  expect(get(document, '/components/schemas/A')).toEqual({});
  expect(get(document, '/components/schemas/B')).toEqual({ items: reference, contains: reference });
  expect(get(document, '/components/schemas/C/discriminator/mapping/a')).toBe('#/components/schemas/A');
});

describe('what is defined as itself is refused', () => {
  const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
  test.each<[string, JsonObject]>([
    ['a reference to itself', { A: to('A') }],
    ['two that refer to each other', { A: to('B'), B: to('A') }],
    ['by allOf', { A: { allOf: [{ type: 'object' }, to('A')] } }],
    ['by a branch of a branch', { A: { anyOf: [{ type: 'null' }, to('B')] }, B: { oneOf: [to('A')] } }],
  ])('%s', (_, schemas) => {
    expect(() => through(documentWith(schemas))).toThrow(
      /^page\.md: \/components\/schemas\/\S+ is defined as itself[^\n]*$/,
    );
  });

  test('a parameter that refers to itself', () => {
    const document = withOperation(
      { parameters: [{ $ref: '#/components/parameters/P' }] },
      {
        parameters: { P: { $ref: '#/components/parameters/P' } },
      },
    );
    expect(() => through(document)).toThrow('is defined as itself');
  });

  test('but not what contains itself', () => {
    const document = documentWith({ A: { properties: { parent: to('A') }, items: to('A') } });
    expect(through(document).hits).toEqual([]);
  });
});

describe('what is larger than any honest document is refused', () => {
  const many = <T extends Json>(count: number, make: (index: number) => [string, T]) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));
  const two = { anyOf: [{ type: 'string' }, { type: 'integer' }] };
  test.each<[string, OpenApiDocument]>([
    ['operations', documentWith({}, { paths: many(LIMITS.operations + 1, (i) => [`/${i}`, { get: {} }]) })],
    ['entries', documentWith(many(LIMITS.components + 1, (i) => [`S${i}`, {}]))],
    [
      'alternatives',
      documentWith({ A: { anyOf: Array.from({ length: LIMITS.alternatives + 1 }, () => ({})) } }),
    ],
    ['ways', documentWith({ A: { allOf: Array.from({ length: 26 }, () => two) } })],
  ])('too many %s', (what, document) => {
    expect(() => through(document)).toThrow(new RegExp(`^page\\.md: [^\\n]* ${what}[^\\n]*$`));
  });

  test('64 components that each name the 63 others are fine', () => {
    const names = Array.from({ length: 64 }, (_, index) => `S${index}`);
    const properties = many(64, (i) => [
      `to${i}`,
      { anyOf: [{ type: 'string' }, { $ref: `#/components/schemas/S${i}` }] },
    ]);
    expect(
      through(documentWith(Object.fromEntries(names.map((name) => [name, { properties }])))).hits,
    ).toEqual([]);
  });
});

describe('a name that nobody could type is refused', () => {
  test.each<[string, OpenApiDocument]>([
    ['component', documentWith({ 'a\nb': {} })],
    ['component', documentWith({ 'a\u202Eb': {} })],
    ['operationId', withOperation({ operationId: 'a\u0000b' })],
  ])('%s', (what, document) => {
    expect(() => through(document)).toThrow(new RegExp(`^page\\.md: [^\\n]* the ${what} [^\\n]*$`));
  });

  test('but not one that is only odd', () => {
    expect(through(documentWith({ 'Odd Name[int] é': {} })).hits).toEqual([]);
  });
});
