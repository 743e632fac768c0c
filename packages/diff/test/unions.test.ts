// A value that moves to another alternative of its union is compared there: what else that one asks for is what changed.
import type { JsonObject } from '@agentsource/openapi/json';
import { normalise } from '@agentsource/openapi/normalise';
import { expect, it } from 'vitest';
import { judge } from '../src/judge.ts';
import { documentWithSchema, object } from '../testing/documents.ts';

const text = { type: 'string' };
const tagged = (values: string[], more: JsonObject = {}, required: string[] = []): JsonObject =>
  object({ type: { type: 'string', enum: values }, ...more }, ['type', ...required]);
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

async function linesOf(before: JsonObject, after: JsonObject): Promise<string[]> {
  const document = (schemas: JsonObject) => {
    const union = { oneOf: Object.keys(schemas).map(reference) };
    return normalise(documentWithSchema('request', union, schemas)).document;
  };
  const { changes, disagreements } = await judge(document(before), document(after));
  expect(disagreements).toEqual([]);
  return changes
    .filter(({ operation }) => operation !== null)
    .map(({ severity, wireBreaking, kind, detail }) => {
      return `${severity}${wireBreaking ? '†' : ''} ${kind} ${detail.replace(/ \(`Type .*/, '')}`;
    });
}

it('asks more of it there', async () => {
  expect(
    await linesOf(
      { Generic: tagged(['a', 'b']), Other: tagged(['x']) },
      { Generic: tagged(['a']), Other: tagged(['x']), Named: tagged(['b'], { name: text }, ['name']) },
    ),
  ).toEqual([
    'breaking† required-property-added name: new, required: `string`',
    'fix branches-rearranged body: `"b"` of alternative `Generic` is accepted by `Named` now',
  ]);
});

it('is not told of the values that stay, nor of alternatives that are new', async () => {
  expect(
    await linesOf(
      { Generic: tagged(['a', 'b', 'c']), Other: tagged(['x']) },
      { Generic: tagged(['a']), Other: tagged(['x', 'b']), New: tagged(['n']) },
    ),
  ).toEqual([
    'breaking† enum-value-removed type: value `"c"` removed',
    'feature branch-added body: alternative `New` added',
    'fix branches-rearranged body: `"b"` of alternative `Generic` is accepted by `Other` now',
  ]);
});

it('may be all that an alternative had', async () => {
  expect(
    await linesOf(
      { One: tagged(['a'], { name: text }), Two: tagged(['b'], { name: text }) },
      { One: tagged(['a', 'b'], { name: text }) },
    ),
  ).toEqual(['fix branches-rearranged body: `"b"` of alternative `Two` is accepted by `One` now']);
});
