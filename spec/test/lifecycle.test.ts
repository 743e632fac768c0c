// What we describe ourselves steps aside, operation by operation, as soon as a document brings the real one.
import { join } from 'node:path';
import { readOverlays } from '@agentsource/openapi/build';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { applyOverlays, type Overlay } from '@agentsource/openapi/overlay';
import { describe, expect, test } from 'vitest';

const overlays = readOverlays(join(import.meta.dirname, '..'));

/** The operations that our overlays add, each with the one action that does. */
const ours = overlays.flatMap((overlay) =>
  overlay.actions.flatMap((action) =>
    Object.entries(isObject(action.update) ? action.update : {})
      .filter(([path]) => path.startsWith('/'))
      .flatMap(([path, item]) =>
        Object.entries(item as JsonObject).map(([method, operation]) => ({
          id: (operation as JsonObject).operationId as string,
          operation: operation as JsonObject,
          path,
          method,
          only: { name: overlay.name, actions: [action] } satisfies Overlay,
        })),
      ),
  ),
);

function documentWith(paths: JsonObject): OpenApiDocument {
  return { openapi: '3.1.0', info: { title: 'small', version: '1' }, paths, components: { schemas: {} } };
}

test('each operation of ours comes from one action', () => {
  expect(new Set(ours.map(({ id }) => id)).size).toBe(ours.length);
});

describe.each(ours)('$id', ({ id, operation, path, method, only }) => {
  const real: JsonObject = { operationId: id, summary: 'the real one', responses: {} };
  const others: JsonObject = { '/other': { get: { operationId: 'other', responses: {} } } };

  test('says where it comes from', () => {
    expect(operation['x-agentsource-origin']).toMatch(/not in the vendored document/);
  });

  test('is added where it is missing', () => {
    const { document, stale } = applyOverlays(documentWith(others), [only]);
    expect(stale).toEqual([]);
    expect(document.paths).toEqual({ ...others, [path]: { [method]: operation } });
  });

  test.each([
    ['at its place', { ...others, [path]: { [method]: { ...real, operationId: 'another_name' } } }],
    ['under its name elsewhere', { ...others, '/v2/elsewhere': { post: real } }],
  ])('steps aside for the real one %s', (_, paths) => {
    const before = documentWith(paths);
    const { document, stale } = applyOverlays(before, [only]);
    expect(stale.map(({ reason }) => reason)).toEqual(['matches nothing']);
    expect(document).toEqual(before);
  });

  test('stays beside another method of its path', () => {
    const sibling = { summary: 'another method', responses: {} };
    const { document, stale } = applyOverlays(documentWith({ [path]: { trace: sibling } }), [only]);
    expect(stale).toEqual([]);
    expect(document.paths[path]).toEqual({ trace: sibling, [method]: operation });
  });
});
