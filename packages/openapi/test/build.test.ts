// What spec/dist is made of, and what it is refused to be made of.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildDocument } from '../src/build.ts';
import type { JsonObject } from '../src/json.ts';
import { type OverlayAction, refuseStaleActions } from '../src/overlay/index.ts';
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

  test.each<[string, JsonObject, string]>([
    [
      'a text where an object belongs',
      { tags: 'things' },
      '/tags: Expected type `TagList` (array) but got `string`',
    ],
    [
      'a reference to nothing',
      { components: { schemas: { Thing: { $ref: '#/components/schemas/Gone' } } } },
      "Can't resolve $ref (and 1 more), after",
    ],
  ])('%s', async (_name, more, message) => {
    await expect(build({}, more)).rejects.toThrow(message);
  });
});

describe('an overlay action steps aside, and says why', () => {
  const thing = { type: 'object', properties: { a: { type: 'string' } } };
  const overlays = (...actions: Pick<OverlayAction, 'target' | 'update'>[]) => [
    { name: 'o.yaml', actions: actions.map((action) => ({ description: 'why', ...action })) },
  ];
  const added = (reference: string) => ({
    target: '$.paths',
    update: {
      '/others': {
        get: {
          operationId: 'get_others',
          responses: {
            '200': {
              description: 'OK',
              content: { 'application/json': { schema: { $ref: `#/components/schemas/${reference}` } } },
            },
          },
        },
      },
    },
  });
  const component = { target: '$.components.schemas', update: { Other: { type: 'object' } } };

  test('that brings what is no OpenAPI', async () => {
    const action = { target: '$.components.schemas.Thing', update: { type: 'thing' } };
    const { document, stale } = await buildDocument(documentWith({ Thing: thing }), overlays(action), 'spec');
    expect(get(document, '/components/schemas/Thing')).toEqual(thing);
    expect(stale).toMatchObject([{ index: 0, reason: 'does not fit' }]);
    expect(() => refuseStaleActions(stale)).toThrow(
      'does not fit: /components/schemas/Thing/type: `type` can be one of the following only: "object", "array", "string"',
    );
  });

  test('but not where an example of it has become wrong: that is refused', async () => {
    const action = { target: '$.components.schemas.Thing', update: { example: { a: 1 } } };
    await expect(buildDocument(documentWith({ Thing: thing }), overlays(action), 'spec')).rejects.toThrow(
      '/components/schemas/Thing/example: the example violates its schema at /a: must be string',
    );
  });

  test('that refers to what is not there, whole', async () => {
    const actions = overlays(added('Gone'), component);
    const { document, stale } = await buildDocument(documentWith({}), actions, 'spec');
    expect(Object.keys(document.paths)).toEqual(['/things']);
    expect(stale).toMatchObject([
      { index: 0, reason: 'does not fit' },
      { index: 1, reason: 'serves nothing' },
    ]);
  });

  test('but not for what a later action brings', async () => {
    const { document, stale } = await buildDocument(
      documentWith({}),
      overlays(added('Other'), component),
      'spec',
    );
    expect(stale).toEqual([]);
    expect(Object.keys(document.paths)).toEqual(['/things', '/others']);
  });

  test('nor for what is wrong without it', async () => {
    const document = documentWith({ Thing: { type: 'string', pattern: '(unclosed' } });
    await expect(buildDocument(document, overlays(component, added('Other')), 'spec')).rejects.toThrow(
      '/components/schemas/Thing/pattern',
    );
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
