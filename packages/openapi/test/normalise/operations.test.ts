// What is respelled of paths and operations, so that any of them has one form: path items, names, path parameters, descriptions.
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { normalise } from '../../src/normalise/index.ts';
import { get } from '../../src/pointer.ts';
import { problemsOf } from '../../src/validate.ts';
import { documentWith } from '../../testing/support.ts';

const ok = { 200: { description: 'OK' } };

/** A document of these paths after normalisation, and what was said about it. */
function normalised(paths: JsonObject, more: JsonObject = {}) {
  const { document, hits } = normalise({ ...documentWith({}), paths, ...more });
  const at = (pointer: string) => get(document, pointer);
  return { document, at, said: hits.map(({ rule, pointer, detail }) => `${rule} ${pointer}: ${detail}`) };
}

describe('a path item by reference', () => {
  const pathItems = { Thing: { get: { operationId: 'get_thing', responses: ok }, summary: 'There' } };

  test('stands in place, and what stands beside the reference wins', () => {
    const { at, said } = normalised(
      { '/things': { $ref: '#/components/pathItems/Thing', summary: 'Here' } },
      { components: { pathItems } },
    );
    expect(at('/paths/~1things')).toEqual({ ...pathItems.Thing, summary: 'Here' });
    expect(at('/components')).toEqual({});
    expect(said).toEqual([
      'path-item /paths/~1things: the path item at #/components/pathItems/Thing stands in place',
    ]);
  });

  test('may be reached through another, or be that of another path', () => {
    const { at, document } = normalised(
      {
        '/things': { $ref: '#/components/pathItems/Alias' },
        '/others': { $ref: '#/paths/~1things' },
      },
      { components: { pathItems: { ...pathItems, Alias: { $ref: '#/components/pathItems/Thing' } } } },
    );
    expect(at('/paths/~1things/get/operationId')).toBe('get_thing');
    expect(at('/paths/~1others/get/responses')).toEqual(ok);
    expect(JSON.stringify(document)).not.toContain('$ref');
  });

  test('stays a component where a callback refers to it', () => {
    const callbacks = { done: { '{$request.query.url}': { $ref: '#/components/pathItems/Thing' } } };
    const { at } = normalised(
      {
        '/things': { $ref: '#/components/pathItems/Thing' },
        '/jobs': { post: { callbacks, responses: ok } },
      },
      { components: { pathItems } },
    );
    expect(at('/components/pathItems/Thing/get/responses')).toEqual(ok);
  });
});

describe('an operationId', () => {
  test('may be missing, which is said', async () => {
    const { document, said } = normalised({ '/things': { get: { responses: ok } } });
    expect(said).toEqual([
      'operation-id /paths/~1things/get: without operationId: the operation is called by its path alone',
    ]);
    expect(await problemsOf(document)).toEqual([]);
  });

  test.each<[string, Json]>([
    ['empty', ''],
    ['a number', 7],
  ])('that is %s is none', (_, operationId) => {
    const { at, said } = normalised({ '/things': { get: { operationId, responses: ok } } });
    expect(at('/paths/~1things/get')).toEqual({ responses: ok });
    expect(said[0]).toBe(
      `operation-id /paths/~1things/get/operationId: ${JSON.stringify(operationId)} is no name; dropped`,
    );
  });

  test('that another operation has is dropped, and a webhook gives way to a path', async () => {
    const operation = () => ({ operationId: 'read', responses: ok });
    const { document, at, said } = normalised(
      { '/a': { get: operation() }, '/b': { get: operation() } },
      { webhooks: { c: { post: operation() } } },
    );
    expect(at('/paths/~1a/get/operationId')).toBe('read');
    expect(at('/paths/~1b/get')).toEqual({ responses: ok });
    expect(at('/webhooks/c/post')).toEqual({ responses: ok });
    expect(said).toContain(
      'operation-id /paths/~1b/get/operationId: "read" is the name of /paths/~1a/get; dropped',
    );
    expect(await problemsOf(document)).toEqual([]);
  });
});

describe('a path parameter', () => {
  test('that is not declared is a text', async () => {
    const { document, at, said } = normalised({
      '/a/{x}/{y}': {
        parameters: [{ name: 'x', in: 'path', required: true, schema: { type: 'integer' } }],
        get: { operationId: 'get_a', responses: ok },
      },
    });
    expect(at('/paths/~1a~1{x}~1{y}/get/parameters')).toEqual([
      { name: 'y', in: 'path', required: true, schema: { type: 'string' } },
    ]);
    expect(said).toEqual(['path-parameter /paths/~1a~1{x}~1{y}/get: "y" is not declared; read as a text']);
    expect(await problemsOf(document)).toEqual([]);
  });

  test('that the path does not have goes, and one that is not required is', () => {
    const { at } = normalised({
      '/a/{x}': {
        get: {
          operationId: 'get_a',
          parameters: [
            { name: 'x', in: 'path', schema: { type: 'integer' } },
            { name: 'z', in: 'path', required: true, schema: { type: 'string' } },
            { name: 'z', in: 'query', schema: { type: 'string' } },
          ],
          responses: ok,
        },
      },
    });
    expect(at('/paths/~1a~1{x}/get/parameters')).toEqual([
      { name: 'x', in: 'path', required: true, schema: { type: 'integer' } },
      { name: 'z', in: 'query', schema: { type: 'string' } },
    ]);
  });
});

test('a response needs no description', async () => {
  const { document, said } = normalised({ '/a': { get: { operationId: 'get_a', responses: { 200: {} } } } });
  expect(said).toEqual(['description /paths/~1a/get/responses/200: a response without description']);
  expect(await problemsOf(document)).toEqual([]);
});

test('two spellings of one path share it, but not a method of it', async () => {
  const operation = (name: string) => ({
    parameters: [{ name, in: 'path', required: true, schema: { type: 'string' } }],
    responses: ok,
  });
  const shared = normalised({ '/a/{x}': { get: operation('x') }, '/a/{y}': { delete: operation('y') } });
  expect(await problemsOf(shared.document)).toEqual([]);
  const doubled = normalised({ '/a/{x}': { get: operation('x') }, '/a/{y}': { get: operation('y') } });
  expect(await problemsOf(doubled.document)).toEqual([
    {
      pointer: '/paths/~1a~1{y}/get',
      message: 'no request is another one than that of /paths/~1a~1{x}/get',
    },
  ]);
});

test('what is no field of OpenAPI goes, and is named', async () => {
  const { document, said } = normalised(
    { '/a': { get: { operationId: 'get_a', produces: ['text/plain'], responses: ok } } },
    { pathz: {}, info: { title: 'T', version: '1', summary: 'S', author: 'A' } },
  );
  expect(said).toEqual([
    'unknown-field /info/author: "author" is no field of OpenAPI; dropped',
    'unknown-field /paths/~1a/get/produces: "produces" is no field of OpenAPI; dropped',
    'unknown-field /pathz: "pathz" is no field of OpenAPI; dropped',
  ]);
  expect(document.info).toEqual({ title: 'T', version: '1', summary: 'S' });
  expect(await problemsOf(document)).toEqual([]);
});

describe('what can’t be sent as it is', () => {
  const parameter = (where: string, name: string) => ({ name, in: where, schema: {} });

  test('a path is spelled as a URL holds it', () => {
    const { document, said } = normalised({
      '/a#b\\c/{x#y}': {
        get: { parameters: [{ ...parameter('path', 'x#y'), required: true }], responses: ok },
      },
      '/a b/~c?d=e': { get: { responses: ok } },
    });
    expect(Object.keys(document.paths)).toEqual(['/a%23b%5Cc/{x#y}', '/a b/~c?d=e']);
    expect(said).toContain('path /paths/~1a#b\\c~1{x#y}: spelled "/a%23b%5Cc/{x#y}", as a URL holds it');
  });

  test.each(['/a/../b', '/a/.', '/%2E%2e/b'])('the path %s is none', async (path) => {
    const { document } = normalised({ [path]: { get: { operationId: 'a', responses: ok } } });
    expect(await problemsOf(document)).toMatchObject([
      { message: 'URLs resolve the dots: no request has this path' },
    ]);
  });

  test('a header or a cookie of an impossible name is left out', () => {
    const shared = { 'No token': parameter('header', 'No token') };
    const { at, said } = normalised(
      {
        '/a': {
          parameters: [{ $ref: '#/components/parameters/No token' }, parameter('query', 'a b')],
          get: { parameters: [parameter('header', 'X-A'), parameter('cookie', 'a;b')], responses: ok },
        },
      },
      { components: { parameters: shared } },
    );
    expect(at('/paths/~1a/parameters')).toEqual([parameter('query', 'a b')]);
    expect(at('/paths/~1a/get/parameters')).toEqual([parameter('header', 'X-A')]);
    expect(said).toContain(
      'parameter-name /paths/~1a/parameters/0: header parameter "No token" can\'t be sent; dropped',
    );
  });
});

test('a parameter of which nothing is said is a text', () => {
  const parameter = { name: 'a', in: 'query' };
  const { at, said } = normalised(
    { '/a': { parameters: [{ $ref: '#/components/parameters/A' }], get: { responses: ok } } },
    { components: { parameters: { A: parameter } } },
  );
  expect(at('/components/parameters/A')).toEqual({ ...parameter, schema: { type: 'string' } });
  expect(said).toContain('parameter /components/parameters/A: neither schema nor content; read as a text');
});
