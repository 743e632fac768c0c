// Any document of this family: how it is read, what is refused, and that its answers are true without examples.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialise } from '@agentsource/openapi/build';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { normalise } from '@agentsource/openapi/normalise';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { normalised } from '../src/document.ts';
import { MockError, startMock } from '../src/index.ts';
import { call, document, FIXTURE, start } from './support.ts';

const directory = mkdtempSync(join(tmpdir(), 'mock-'));
afterAll(() => rmSync(directory, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

async function refusal(spec: string | object): Promise<string> {
  const error = await startMock({ spec }).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(MockError);
  return (error as MockError).message;
}

describe('the document', () => {
  test('is the one that the package was built with', async () => {
    const own = JSON.parse(readFileSync(join(import.meta.dirname, '../dist/openapi.json'), 'utf8'));
    const { document, close } = await startMock();
    await close();
    expect(document.version).toBe(own.info.version);
    expect(document.sha256).toBe(serialise(own).sha256);
  });

  test('is the same as an object, as JSON, as YAML and in a page', async () => {
    const { sha256 } = serialise(document as unknown as OpenApiDocument);
    for (const spec of [
      document,
      write('things.json', JSON.stringify(document)),
      write('things.yaml', stringify(document)),
      write('things.md', `# A page\n\n\`\`\`yaml POST /things\n${stringify(document)}\`\`\`\n`),
    ]) {
      const mock = await start({ spec });
      expect(mock.document).toEqual({ title: 'Things', version: '1.2.3', sha256, operations: 5 });
    }
  });

  test('stays as it was given', async () => {
    const given = structuredClone(document);
    await start({ spec: given });
    expect(given).toEqual(document);
  });
});

test('a document that is normalised already is served as it is', () => {
  const { document: once } = normalise(JSON.parse(readFileSync(FIXTURE, 'utf8')));
  expect(normalised({ document: once, name: '', title: '', version: '', sha256: '' })).toEqual(once);
});

const cyclic: { self?: object } = {};
cyclic.self = cyclic;

describe('is refused in one line that says where and why:', () => {
  test.each([
    [
      'a missing file',
      () => join(directory, 'none.yaml'),
      /none\.yaml: can't be read: there is no such file/,
    ],
    ['a directory', () => directory, /can't be read: it is a directory/],
    ['broken JSON', () => write('broken.json', '{"openapi":'), /broken\.json: broken JSON: /],
    [
      'a key twice',
      () => write('twice.json', '{"openapi":"3.1.0","openapi":""}'),
      /\/openapi is given twice/,
    ],
    ['broken YAML', () => write('broken.yaml', 'openapi: [1'), /broken\.yaml: broken YAML: /],
    ['an empty file', () => write('empty.yaml', ''), /empty\.yaml: not an OpenAPI document: it is empty/],
    ['a list', () => [], /the given document: not an OpenAPI document: /],
    ['what contains itself', () => cyclic, /the given document: not JSON: Converting circular structure/],
    ['Swagger 2', () => ({ swagger: '2.0' }), /not an OpenAPI 3\.0 or 3\.1 document: "openapi" is missing/],
    ['no paths', () => ({ ...document, paths: {} }), /"paths" is missing or empty/],
    [
      'a pattern that JavaScript does not compile',
      () => withName({ type: 'string', pattern: '^(?>a)$' }),
      /: \/components\/schemas\/Thing\/properties\/name\/pattern: JavaScript can't compile the pattern "\^\(\?>a\)\$"/,
    ],
    [
      'a pattern of property names',
      () => withName({ type: 'object', patternProperties: { '(?>a/b)': {} } }),
      /\/name\/patternProperties\/\(\?>a~1b\): JavaScript can't compile/,
    ],
    [
      'a pattern of a property that is called example',
      () => withName({ type: 'object', properties: { example: { type: 'string', pattern: '(' } } }),
      /\/name\/properties\/example\/pattern: JavaScript can't compile/,
    ],
    [
      'a reference to elsewhere',
      () => withName({ $ref: 'https://example.invalid/schema.json' }),
      /\/name\/\$ref leads out of the document/,
    ],
    [
      'a reference to nothing',
      () => withName({ $ref: '#/nothing' }),
      /\/name\/\$ref leads to "#\/nothing", which/,
    ],
  ])('%s', async (_, spec, message) => {
    const text = await refusal(spec());
    expect(text).toMatch(message);
    expect(text).not.toContain('\n');
  });

  test('each time with its own name', async () => {
    const text = JSON.stringify(withName({ $ref: '#/nothing' }));
    for (const name of ['first.json', 'second.json'])
      expect(await refusal(write(name, text))).toContain(name);
  });

  test('but not a pattern that can be respelled, which is', async () => {
    const { url } = await start({ spec: withName({ type: 'string', pattern: '(?i)^a\\-$' }) });
    const statuses = ['A-', 'A', 'b-'].map(async (name) => {
      return (await call(`${url}/things`, { json: { name } })).status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 422, 422]);
  });

  test('but not an example or a property that is called pattern', async () => {
    const spec = withName({
      type: 'object',
      properties: { pattern: { type: 'string' }, example: { type: 'string' } },
      example: { pattern: '(?i)' },
    });
    await start({ spec });
  });
});

function withName(name: object): object {
  const copy = structuredClone(document) as { components: { schemas: { Thing: { properties: object } } } };
  Object.assign(copy.components.schemas.Thing.properties, { name });
  return copy;
}

describe('answers without an example', () => {
  test('satisfy their schema all the same, and stay as plain as they can', async () => {
    const { url } = await start({ spec: document });
    const ask = () => call(`${url}/things`, { json: { name: 'ab' } });
    const { status, headers, body, violations } = await ask();
    expect([status, violations, headers.get('x-count')]).toEqual([200, undefined, '0']);
    expect(body).toMatchObject({ status: 'success', id: expect.stringMatching(/^[a-f0-9]{40}$/) });
    expect((await ask()).body).toEqual(body);
  });

  test('are named when none can be generated that satisfies their schema', async () => {
    const impossible = { type: 'string', pattern: '^a$', minLength: 3 };
    const spec = structuredClone(document);
    Object.assign(spec.components.schemas.Made.properties, { id: impossible });
    const mock = await start({ spec });
    const reason = expect.stringContaining('property id must');
    expect(await mock.nonConformingOperations()).toEqual([
      { operation: 'POST /things', reason },
      { operation: 'GET /things/{id}', reason },
    ]);
    const { violations } = await call(`${mock.url}/things`, { json: { name: 'ab' } });
    expect(violations?.[0]?.location).toEqual(['response', 'body', 'id']);
  });

  test('are serialised as their media type says', async () => {
    const { url } = await start({ spec: document });
    const ask = async (accept: string) => (await fetch(`${url}/version`, { headers: { accept } })).text();
    expect([await ask('application/json'), await ask('text/plain')]).toEqual(['"string"', 'string']);
  });

  test('of this package are all true', async () => {
    const mock = await startMock();
    expect(await mock.nonConformingOperations()).toEqual([]);
    await mock.close();
  });
});

describe('requests are judged as OpenAPI 3.1 says, by JSON Schema 2020-12:', () => {
  test.each([
    ['unevaluatedProperties', { name: 'ab', other: 1 }, ['body', 'other']],
    ['prefixItems', { name: 'ab', pair: ['a', 'b'] }, ['body', 'pair', 1]],
    ['a property that looks like an index', { name: 'ab', 0: 'no' }, ['body', '0']],
    ['names that a pointer escapes', { name: 'ab', 'a/b': { 'x~y': ['no'] } }, ['body', 'a/b', 'x~y', 0]],
  ])('%s', async (_, json, loc) => {
    const { url } = await start({ spec: document });
    const { status, body } = await call(`${url}/things`, { json });
    expect(status).toBe(422);
    expect(body.detail.map((entry: { loc: unknown }) => entry.loc)).toEqual([loc]);
  });

  test.each([
    { name: 'ab', note: null },
    { name: 'ab', pair: ['a', 1] },
  ])('%j is valid', async (json) => {
    const { url } = await start({ spec: document });
    expect((await call(`${url}/things`, { json })).status).toBe(200);
  });

  test('parameters too', async () => {
    const { url } = await start({ spec: document });
    const { status, body } = await call(`${url}/things/x?limit=9`);
    expect(status).toBe(422);
    expect(body.detail).toEqual([
      { loc: ['query', 'limit'], msg: 'Input should be less than or equal to 5', type: 'less_than_equal' },
      { loc: ['path', 'id'], msg: 'Input should be of type integer', type: 'int_type' },
    ]);
  });
});

describe('where the document declares no such answer', () => {
  test('an invalid request is refused in the shape of the API', async () => {
    const { url } = await start({ spec: document });
    const { status, body } = await call(`${url}/bare`, { json: {} });
    expect([status, Object.keys(body)]).toEqual([422, ['details', 'correlation_id']]);
  });

  test('a missing key too', async () => {
    const { url } = await start({ spec: document });
    const { status, body } = await call(`${url}/bare`, { json: {}, headers: { api_key: undefined } });
    expect([status, Object.keys(body)]).toEqual([401, ['details', 'correlation_id']]);
  });

  test('a declared 400 says what was wrong', async () => {
    const { url } = await start({ spec: document });
    const { status, body } = await call(`${url}/old`, { json: {} });
    expect([status, body.details]).toEqual([400, 'body.name: Field required']);
  });
});

test('a text that is a JSON value itself is answered as one', async () => {
  const text = { 'application/json': { schema: { type: 'string' }, example: 'healthy' } };
  const get = { operationId: 'check_health', responses: { 200: { description: 'ok', content: text } } };
  const spec = { openapi: '3.1.0', info: { title: 'Health', version: '1' }, paths: { '/health': { get } } };
  const { url } = await start({ spec });
  expect((await call(`${url}/health`)).body).toBe('healthy');
});

test('a deprecated parameter is a warning, which changes no answer', async () => {
  const example = { details: 'all is well' };
  const get = {
    parameters: [{ name: 'old', in: 'query', deprecated: true, schema: { type: 'string' } }],
    responses: { 200: { description: 'ok', content: { 'application/json': { example } } } },
  };
  const spec = { openapi: '3.1.0', info: { title: 'Old', version: '1' }, paths: { '/health': { get } } };
  const { url } = await start({ spec });
  const { status, body, violations } = await call(`${url}/health?old=1`);
  expect([status, body]).toEqual([200, example]);
  expect(violations).toMatchObject([{ location: ['request', 'query', 'old'], severity: 'Warning' }]);
});
