// What spec/dist is made of, and what it is refused to be made of.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildDocument } from '../src/build.ts';
import type { JsonObject } from '../src/json.ts';
import { get } from '../src/pointer.ts';
import { buildSpec, documentWith, FIXTURE_SPEC } from '../testing/support.ts';

const build = (schemas: JsonObject, more?: JsonObject) =>
  buildDocument(documentWith(schemas, more), [], 'spec/openapi.yaml');

describe('what is refused, with file, place and what to do', () => {
  test('a pattern that JavaScript cannot compile', async () => {
    const refusal = expect(build({ Thing: { type: 'string', pattern: '(unclosed' } })).rejects;
    await refusal.toThrow(/^spec\/openapi\.yaml: [^\n]*, after normalisation and overlays; [^\n]*$/);
    await refusal.toThrow("/components/schemas/Thing/pattern: JavaScript can't compile the pattern");
    await refusal.toThrow('correct the place with an action in spec/overlays/');
  });

  test('an example that violates its schema (an overlay brought it; upstream ones are dropped before)', async () => {
    const overlay = {
      name: 'o.yaml',
      actions: [{ target: '$.components.schemas.Thing', description: 'why', update: { example: { a: 1 } } }],
    };
    const document = documentWith({ Thing: { type: 'object', properties: { a: { type: 'string' } } } });
    await expect(buildDocument(document, [overlay], 'spec/openapi.yaml')).rejects.toThrow(
      '/components/schemas/Thing/example: the example violates its schema at /a: must be string',
    );
  });

  test.each<[string, JsonObject, string]>([
    ['an unknown field', { pathz: {} }, '/pathz: Property `pathz` is not expected here'],
    [
      'a reference to nothing',
      { components: { schemas: { Thing: { $ref: '#/components/schemas/Gone' } } } },
      "Can't resolve $ref (and 1 more), after",
    ],
    [
      'an operation without operationId, from which names are derived',
      { paths: { '/a': { get: { responses: { '200': { description: 'OK' } } } } } },
      'operationId',
    ],
    [
      'a path parameter that is not declared',
      {
        paths: { '/a/{id}': { get: { operationId: 'get_a', responses: { '200': { description: 'OK' } } } } },
      },
      'path parameter `{id}`',
    ],
  ])('%s', async (_name, more, message) => {
    await expect(build({}, more)).rejects.toThrow(message);
  });
});

describe('spec/dist', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'agentsource-spec-'));
    for (const part of ['openapi.yaml', 'source.json', 'pages', 'overlays']) {
      cpSync(join(FIXTURE_SPEC, part), join(directory, part), { recursive: true });
    }
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  test('is the same document as YAML and as JSON, byte for byte the same on every build', async () => {
    const first = await buildSpec(directory);
    expect(readFileSync(join(directory, 'dist/openapi.json'), 'utf8')).toBe(first.json);
    expect(parse(readFileSync(join(directory, 'dist/openapi.yaml'), 'utf8'))).toEqual(JSON.parse(first.json));
    const second = await buildSpec(directory);
    expect([second.json, second.yaml, second.sha256]).toEqual([first.json, first.yaml, first.sha256]);
  });

  test('carries what the overlays add to every operation', async () => {
    const { document } = await buildSpec(directory);
    const operation = get(document, '/paths/~1v1~1prospects~1events~1enrollments/post') as JsonObject;
    expect(Object.keys(operation.responses as JsonObject)).toEqual(['200', '400', '422']);
    expect(operation.security).toEqual([{ APIKeyHeader: [] }]);
  });

  test.each(['openapi.yaml', 'pages/add_prospects_enrollments.md'])(
    'is not built from an edited %s',
    async (file) => {
      writeFileSync(join(directory, file), `${readFileSync(join(directory, file), 'utf8')} `);
      await expect(buildSpec(directory)).rejects.toThrow(
        `spec/${file} is not what spec/source.json says was vendored`,
      );
      expect(existsSync(join(directory, 'dist'))).toBe(false);
    },
  );

  test('stays as it was when a build fails', async () => {
    const { json } = await buildSpec(directory);
    writeFileSync(
      join(directory, 'overlays/90.yaml'),
      'overlay: 1.1.0\nactions:\n  - {target: $.components.schemas.Gone, description: why, remove: true}\n',
    );
    await expect(buildSpec(directory)).rejects.toThrow('spec/overlays/90.yaml: actions[0]');
    expect(readFileSync(join(directory, 'dist/openapi.json'), 'utf8')).toBe(json);
  });
});
