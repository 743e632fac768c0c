// How overlay actions are applied, and that stale ones are named.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/json.ts';
import { applyOverlays, type OverlayAction, parseOverlay, refuseStaleActions } from '../src/overlay/index.ts';
import { get } from '../src/pointer.ts';
import { documentWith } from '../testing/support.ts';

const document = documentWith({
  Thing: { type: 'object', required: ['a', 'b', 'c'], properties: { a: { type: 'string' } } },
});

function apply(...actions: Omit<OverlayAction, 'description'>[]) {
  return applyOverlays(document, [
    { name: 'o.yaml', actions: actions.map((a) => ({ description: 'why', ...a })) },
  ]);
}

test('an update merges objects, appends to arrays and replaces the rest', () => {
  const { document: result, stale } = apply({
    target: '$.components.schemas.Thing',
    update: { required: ['d'], type: 'object', properties: { a: { minLength: 1 }, b: {} } },
  });
  expect(stale).toEqual([]);
  expect(get(result, '/components/schemas/Thing')).toEqual({
    type: 'object',
    required: ['a', 'b', 'c', 'd'],
    properties: { a: { type: 'string', minLength: 1 }, b: {} },
  });
});

test('several items of one array can be removed by one action', () => {
  const { document: result } = apply({
    target: "$.components.schemas.Thing.required[?@ == 'a' || @ == 'b']",
    remove: true,
  });
  expect(get(result, '/components/schemas/Thing/required')).toEqual(['c']);
});

test('the given document is not changed in place', () => {
  const before = structuredClone(document);
  apply({ target: '$.components.schemas.Thing', remove: true });
  expect(document).toEqual(before);
});

test('a filter can ask for what is absent', () => {
  const target = "$.paths.*[?@.responses && !@.responses['400']].responses";
  const once = { target, update: { '400': { description: 'Bad' } } as JsonObject };
  const { document: result, stale } = apply(once, once);
  expect(get(result, '/paths/~1things/post/responses/400')).toEqual({ description: 'Bad' });
  expect(stale).toMatchObject([{ index: 1, reason: 'matches nothing' }]);
});

describe('a stale action is named', () => {
  test.each([
    ['matches nothing', { target: '$.components.schemas.Gone', remove: true }],
    ['changes nothing', { target: '$.components.schemas.Thing', update: { type: 'object' } }],
  ])('that %s', (reason, action) => {
    const { stale } = apply(action);
    expect(stale).toMatchObject([{ overlay: 'o.yaml', index: 0, reason }]);
    expect(() => refuseStaleActions(stale)).toThrow(
      `spec/overlays/o.yaml: actions[0] (target ${action.target}) ${reason}`,
    );
  });
});

test.each([
  ['not: an overlay', 'not an OpenAPI Overlay'],
  ['overlay: 1.1.0\nactions: [{target: $}]', 'actions[0]: no "description"'],
  ['overlay: 1.1.0\nactions: [{description: why}]', 'actions[0]: no "target"'],
  ['overlay: 1.1.0\nactions: [{target: $, description: why}]', 'needs either "update" or "remove: true"'],
])('%j is refused', (text, message) => {
  expect(() => parseOverlay(text, 'o.yaml')).toThrow(message);
});

test('a target that is no JSONPath is refused by name', () => {
  expect(() => apply({ target: '$.[', remove: true })).toThrow('o.yaml: actions[0]: "$.[" is no JSONPath');
});

test('an update of what is neither an object nor an array does not fit', () => {
  const { document: result, stale } = apply({ target: '$.openapi', update: '3.2.0' });
  expect(stale).toMatchObject([{ index: 0, reason: 'does not fit' }]);
  expect(result).toEqual(document);
});
