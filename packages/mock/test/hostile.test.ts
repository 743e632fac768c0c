// A document may be anybody's: whatever it says, the mock asks no server, reads no file, and answers or refuses in one line.
import { once } from 'node:events';
import fs, { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '@agentsource/openapi/json';
import { hostileDocuments } from '@agentsource/openapi/testing/hostile';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MockError, startMock } from '../src/index.ts';
import { call, documentOf, start } from './support.ts';

const asked: string[] = [];
const server = createServer(({ method, url }, response) => {
  asked.push(`${method} ${url}`);
  response.end('{"type":"string"}');
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const directory = mkdtempSync(join(tmpdir(), 'mock-'));
const file = join(directory, 'secret.json');
writeFileSync(file, '"read"');
const readFile = vi.spyOn(fs, 'readFile');

beforeEach(() => {
  readFile.mockClear();
});
afterEach(async () => {
  await sleep(20); // What is sent behind an answer's back would be there by then.
  expect(asked.splice(0)).toEqual([]);
  expect(readFile).not.toHaveBeenCalled();
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

async function ask(spec: JsonObject, json: unknown = {}, prefer?: string) {
  const { url } = await start({ spec });
  return call(`${url}/thing`, { json, headers: { prefer } });
}

async function refusal(spec: string | JsonObject): Promise<string> {
  const error = await startMock({ spec }).then(
    (mock) => mock.close(),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(MockError);
  expect((error as MockError).message).not.toContain('\n');
  return (error as MockError).message;
}

const data = { $ref: `${elsewhere}/x.json`, $id: 'same', deep: [{ $ref: file }, { $ref: '#/info' }], $: 1 };

describe('data is answered as it stands, whatever its keys are called:', () => {
  const object = { type: 'object' };
  test.each<[string, media: JsonObject]>([
    ['an example', { schema: object, example: data }],
    ['a named example', { schema: object, examples: { a: { value: data } } }],
    ['a named example without a schema', { examples: { a: { value: data } } }],
    ['an example of the schema', { schema: { ...object, example: data } }],
    ['examples of the schema', { schema: { ...object, examples: [data] } }],
    ['a default', { schema: { ...object, default: data } }],
    ['a const', { schema: { const: data } }],
    ['an enum', { schema: { enum: [data, 1] } }],
  ])('%s', async (_, media) => {
    const { status, body, violations } = await ask(documentOf(media));
    expect([status, body, violations]).toEqual([200, data, undefined]);
  });

  test('also when it names a file alone', async () => {
    expect((await ask(documentOf({ example: { $ref: file } }))).body).toEqual({ $ref: file });
  });

  test.each([
    ['const', { const: data }],
    ['enum', { enum: [data] }],
  ])('a %s also when values are generated', async (_, schema) => {
    const { body, violations } = await ask(documentOf({ schema }), {}, 'dynamic=true');
    expect([body, violations]).toEqual([data, undefined]);
  });

  test('each of two examples with the same $id', async () => {
    const examples = { a: { value: { $id: 'same', n: 1 } }, b: { value: { $id: 'same', n: 2 } } };
    for (const [name, { value }] of Object.entries(examples)) {
      const { body } = await ask(documentOf({ schema: {}, examples }), {}, `code=200, example=${name}`);
      expect(body).toEqual(value);
    }
  });
});

describe('a request is judged by what it says, whatever its keys are called:', () => {
  const properties = {
    $ref: { type: 'string' },
    $id: { const: data },
    one: { example: { $id: 'same', n: 1 } },
    other: { example: { $id: 'same', n: 2 } },
  };
  const schema = { type: 'object', properties, required: ['$ref'], additionalProperties: false };
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const detail = { type: 'object', properties: { detail: { type: 'array' } } };
  const responses = {
    200: { description: 'ok' },
    422: { description: 'invalid', content: { 'application/json': { schema: detail } } },
  };
  test.each<[JsonObject, wrong: unknown[]]>([
    [{ $ref: `${elsewhere}/x.json` }, []],
    [{ $ref: file, $id: data }, []],
    [{ $ref: 1 }, [['body', '$ref']]],
    [{}, [['body', '$ref']]],
    [{ $ref: 'a', $id: {} }, [['body', '$id']]],
    [{ $ref: 'a', $other: 1 }, [['body', '$other']]],
  ])('%j', async (json, wrong) => {
    const { status, body } = await ask(documentOf({}, { requestBody, responses }), json);
    expect([status, body?.detail.map(({ loc }: { loc: unknown }) => loc) ?? []]).toEqual([
      wrong.length > 0 ? 422 : 200,
      wrong,
    ]);
  });

  test('also by a component that contains itself', async () => {
    const node = { $ref: '#/components/schemas/Node' };
    const [leaf, parent] = [{ $id: 'leaf' }, { $id: 'node', next: { $id: 'leaf' } }];
    const Node = { enum: [leaf, parent], properties: { next: node } };
    const requestBody = { content: { 'application/json': { schema: node } } };
    const spec = documentOf({}, { requestBody, responses }, { components: { schemas: { Node } } });
    expect((await ask(spec, parent)).status).toBe(200);
    expect((await ask(spec, { ...parent, next: {} })).status).toBe(422);
  });

  test.each<[string, JsonObject, dialect: JsonObject]>([
    ['OpenAPI’s own dialect', {}, { jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' }],
    ['a dialect that nobody knows', { $schema: `${elsewhere}/dialect` }, {}],
    ['a dialect by the schema itself', { $schema: 'https://spec.openapis.org/oas/3.1/dialect/base' }, {}],
  ])('%s changes nothing', async (_, more, dialect) => {
    const content = { 'application/json': { schema: { ...schema, ...more } } };
    const spec = documentOf({}, { requestBody: { content }, responses }, dialect);
    expect((await ask(spec, {})).status).toBe(422);
  });
});

describe('what leads out of the document', () => {
  const out = { $ref: `${elsewhere}/x.json` };
  test.each<[place: string, JsonObject]>([
    ['/paths/~1thing', { ...documentOf({}), paths: { '/thing': out } }],
    ['/paths/~1thing/post/callbacks/c', documentOf({}, { callbacks: { c: out } })],
    ['/paths/~1thing/post/responses/200', documentOf({}, { responses: { 200: { $ref: file } } })],
    ['/components/schemas/A', documentOf({}, {}, { components: { schemas: { A: out } } })],
    [
      '/components/schemas/A',
      documentOf({}, {}, { components: { schemas: { A: { $dynamicRef: `${elsewhere}/#a` } } } }),
    ],
  ])('is refused: %s', async (place, spec) => {
    expect(await refusal(spec)).toContain(`the given document: ${place}/$ref leads out of the document`);
  });

  test('is dropped with the extension that it stands in', async () => {
    const spec = documentOf({ schema: { type: 'string', 'x-a': out } }, { 'x-a': out }, { 'x-a': out });
    expect((await ask(spec)).body).toBe('string');
  });

  test('is not called back', async () => {
    const post = { requestBody: { content: { 'application/json': { example: data } } }, responses: {} };
    const callbacks = { own: { [elsewhere]: { post } }, asked: { '{$request.body#/url}': { post } } };
    const spec = documentOf({ example: 'ok' }, { callbacks }, { webhooks: { w: { post } } });
    expect((await ask(spec, { url: elsewhere })).body).toBe('ok');
  });
});

describe('a pattern that JavaScript takes for ever over is run all the same:', () => {
  const evil = `${'a'.repeat(40)}!`;
  const [text, names] = [{ type: 'string', pattern: '^(a+)+$' }, { patternProperties: { '^(a+)+$': {} } }];
  const content = (schema: JsonObject) => ({ 'application/json': { schema } });
  const requestBody = (schema: JsonObject) => ({ content: content(schema) });
  const query = [{ name: 'q', in: 'query', schema: text }];
  test.each<[string, operation: JsonObject, json: unknown, status: number]>([
    ['in a body', { requestBody: requestBody(text) }, JSON.stringify(evil), 422],
    ['in a body that fits', { requestBody: requestBody(text) }, JSON.stringify('aaa'), 200],
    ['on names', { requestBody: requestBody({ ...names, additionalProperties: false }) }, { [evil]: 1 }, 422],
    ['in a query', { parameters: query }, {}, 422],
    ['in an answer', { responses: { 200: { description: '', content: content(text) } } }, {}, 200],
    // By no engine in linear time, so that nothing is said by it.
    [
      'with a lookahead',
      { requestBody: requestBody({ pattern: '^(?=a)(a+)+$' }) },
      JSON.stringify(evil),
      200,
    ],
  ])('%s', async (_, operation, json, expected) => {
    const { url } = await start({ spec: documentOf({}, operation) });
    const started = performance.now();
    const { status, violations } = await call(`${url}/thing?q=${evil}`, { json });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(status).toBe(expected);
    if (status === 200) expect(violations).toBeUndefined();
  });
});

test.each(['(', '((.?){99}){5}z', '2..'])('a response called %s is none', async (code) => {
  const response = { description: '', content: { 'application/json': { example: code } } };
  const fits = { description: '', content: { 'application/json': { example: 'ok' } } };
  const { status, body } = await ask(documentOf({}, { responses: { [code]: response, '2XX': fits } }));
  expect([status, body]).toEqual([200, 'ok']);
});

describe('what would take too long is refused:', () => {
  const itself = { $ref: '#/components/schemas/S0' };
  test.each<[string, JsonObject, message: RegExp]>([
    ['what is defined as itself', { components: { schemas: { S0: itself } } }, /S0 is defined as itself/],
  ])('%s', async (_, more, message) => {
    const started = performance.now();
    expect(await refusal(documentOf({ schema: itself }, {}, more))).toMatch(message);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('a file without end', async () => {
    expect(await refusal('/dev/zero')).toBe(
      '/dev/zero: larger than 8 MB, which no OpenAPI document should be',
    );
  });
});

test('hundreds of documents that nobody should obey', { timeout: 120_000 }, async () => {
  const documents = hostileDocuments(elsewhere);
  expect(documents.length).toBeGreaterThan(300);
  for (const { name, text } of documents) {
    const started = performance.now();
    try {
      const mock = await startMock({ spec: JSON.parse(text) });
      await fetch(`${mock.url}/extra`);
      await mock.close();
    } catch (error) {
      expect(error, name).toBeInstanceOf(MockError);
      expect((error as MockError).message, name).not.toContain('\n');
    }
    expect(performance.now() - started, name).toBeLessThan(10_000);
  }
});
