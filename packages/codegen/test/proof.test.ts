// What the types of a document are held against on every build, and how a document is refused.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { documentWith } from '@agentsource/openapi/testing';
import { describe, expect, test } from 'vitest';
import { generateTypesPackage } from '../src/generate.ts';
import { proveTypes } from '../src/proof/index.ts';

const text = { type: 'string' };

function refusal(schemas: JsonObject, more: JsonObject = {}): string {
  try {
    generateTypesPackage(documentWith(schemas, more), 'x');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a type that nothing fits', () => {
  test.each<[string, JsonObject]>([
    ['contrary types', { allOf: [text, { type: 'number' }] }],
    [
      'contrary values of one property',
      {
        allOf: [
          { type: 'object', properties: { kind: { const: 'a' } }, required: ['kind'] },
          { type: 'object', properties: { kind: { const: 'b' } }, required: ['kind'] },
        ],
      },
    ],
  ])('is refused, and its place named: %s', (_, Thing) => {
    expect(refusal({ Thing })).toMatch(
      /^\/components\/schemas\/Thing: no value fits the type of this schema.*; correct the place by an action in spec\/overlays\/$/,
    );
  });

  test('is refused in a body that is no component', () => {
    const document = documentWith({});
    const post = (document.paths['/things'] as { post: JsonObject }).post;
    const schema = { allOf: [text, { type: 'number' }] };
    post.responses = { '200': { description: 'OK', content: { 'application/json': { schema } } } };
    expect(refusal({}, { paths: document.paths })).toMatch(
      /^\/paths\/~1things\/post\/responses\/200\/content\/application~1json\/schema: no value fits/,
    );
  });

  test.each<[string, Json]>([
    ['false', false],
    ['not anything', { not: {} }],
    ['all of false', { allOf: [false, text] }],
  ])('is what it is where the schema says so: %s', (_, Thing) => {
    expect(refusal({ Thing: Thing as JsonObject })).toBe('');
  });
});

describe('an example', () => {
  const thing = {
    type: 'object',
    properties: { id: text, tags: { type: 'array', items: text } },
    required: ['id'],
  };

  test.each<[string, JsonObject, string]>([
    [
      'of a component',
      { ...thing, examples: [{ id: 1 }] },
      '/components/schemas/Thing/examples/0: the example does not fit the type of its place at /id (',
    ],
    [
      'without what is required',
      { ...thing, example: {} },
      '/components/schemas/Thing/example: the example does not fit the type of its place (',
    ],
    [
      'of a property',
      { type: 'object', properties: { id: { ...text, example: 7 } } },
      '/components/schemas/Thing/properties/id/example: ',
    ],
    [
      'of an item',
      { type: 'array', items: { ...text, example: 7 } },
      '/components/schemas/Thing/items/example: ',
    ],
    [
      'of what more keys hold',
      { type: 'object', additionalProperties: { ...text, example: 7 } },
      '/components/schemas/Thing/additionalProperties/example: ',
    ],
    [
      'deep within',
      { ...thing, example: { id: 'a', tags: ['a', 1] } },
      '/components/schemas/Thing/example: the example does not fit the type of its place at /tags/1 (',
    ],
  ])('that does not fit is refused, and its place named: %s', (_, Thing, start) => {
    const message = refusal({ Thing });
    expect(message.slice(0, start.length)).toBe(start);
    expect(message).toMatch(/correct the example or its schema by an action in spec\/overlays\/$/);
  });

  test('of a body, of an answer, of a parameter, of a header that does not fit is refused', () => {
    const bad = { schema: text, example: 7 };
    const json = { 'application/json': bad };
    const places: [JsonObject, string][] = [
      [{ requestBody: { content: json } }, '/paths/~1x/put/requestBody/content/application~1json/example'],
      [
        { responses: { 200: { description: '', content: json } } },
        '/paths/~1x/put/responses/200/content/application~1json/example',
      ],
      [{ parameters: [{ name: 'q', in: 'query', ...bad }] }, '/paths/~1x/put/parameters/0/example'],
      [
        { responses: { 200: { description: '', headers: { 'X-A': bad } } } },
        '/paths/~1x/put/responses/200/headers/X-A/example',
      ],
    ];
    for (const [operation, pointer] of places) {
      const put = { responses: { 204: { description: '' } }, ...operation };
      expect(refusal({}, { paths: { '/x': { put } } })).toContain(`${pointer}: the example does not fit`);
    }
  });

  test.each<[string, JsonObject]>([
    ['an open object has more keys', { ...thing, example: { id: 'a', more: 1 } }],
    [
      'an open object has other keys only',
      { type: ['object', 'null'], properties: { a: text }, example: { b: 1 } },
    ],
    ['a file is a text here', { type: 'string', format: 'binary', example: 'abc' }],
    [
      'a part that is written only is there',
      {
        ...thing,
        properties: { id: text, secret: { ...text, writeOnly: true } },
        example: { id: 'a', secret: 'b' },
      },
    ],
  ])('fits where %s', (_, Thing) => expect(refusal({ Thing })).toBe(''));
});

test('a list whose items are the list compiles', () => {
  const List = { anyOf: [text, { type: 'array', items: { $ref: '#/components/schemas/List' } }] };
  expect(refusal({ List })).toBe('');
});

test('types that do not compile are refused', () => {
  const openapi = 'export interface paths {}\nexport interface components { schemas: Missing }\n';
  expect(() => proveTypes(documentWith({}), new Map([['openapi.ts', openapi]]))).toThrow(
    /don't compile, at `export interface components.*Cannot find name 'Missing'/,
  );
});
