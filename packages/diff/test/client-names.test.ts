// Names of the client's functions and guards that move are told, though what they are made of stays.
import type { JsonObject } from '@agentsource/openapi/json';
import { expect, test } from 'vitest';
import { judge } from '../src/judge.ts';
import { documentOf } from '../testing/documents.ts';

const responses: JsonObject = { '200': { description: 'OK' } };
const named = (...ids: string[]): JsonObject =>
  Object.fromEntries(
    ids.map((operationId, index) => [`/${index}-${operationId}`, { get: { operationId, responses } }]),
  );
const moved = async (before: JsonObject, after: JsonObject) => {
  const { changes } = await judge(documentOf(before), documentOf(after));
  return changes
    .filter(({ words }) => words.includes('is called'))
    .map(({ severity, words }) => `${severity}: ${words}`);
};

test('a function that another takes the name of', async () => {
  const later = named('get_user');
  const earlier = { '/0': { get: { operationId: 'getUser', responses } }, ...later };
  expect(await moved({ paths: later }, { paths: earlier })).toEqual([
    "breaking: 'getUser' of '@agentsource/client/operations' is called 'getUser_' now.",
  ]);
});

test('a guard that another takes the name of', async () => {
  const schemas = { colour: { enum: ['red', 'blue'] } };
  const after = {
    components: { schemas: { Colour: { enum: ['light', 'dark'] }, ...schemas } },
    paths: named('new'),
  };
  expect(await moved({ components: { schemas } }, after)).toEqual([
    "breaking: 'isColour' of '@agentsource/client/enums' is called 'isColour_' now.",
  ]);
});

test('nothing, where names only come and go', async () => {
  expect(await moved({ paths: named('a', 'b') }, { paths: named('a', 'c', 'd') })).toEqual([]);
});
