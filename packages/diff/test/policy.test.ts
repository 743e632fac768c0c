// The policy is written once: whoever changes a row changes what both comparators say.

import { afterEach, expect, it } from 'vitest';
import { judge } from '../src/judge.ts';
import { describeKinds, KINDS, type Kind, POLICY } from '../src/policy.ts';
import { severityOf, showsAs } from '../src/rulings.ts';
import { documentWithSchema } from '../testing/documents.ts';
import { OPERATION_RULES } from './rules/operations.ts';
import { SCHEMA_RULES } from './rules/schemas.ts';

const SIDES = ['request', 'response', 'error'] as const;
const WRITTEN = { ...POLICY };
const table = POLICY as Record<Kind, readonly [marks: string, shows: string, meaning: string]>;

afterEach(() => {
  Object.assign(POLICY, WRITTEN);
});

/** A fix, on either side: no row that the compiler sees says so. */
function makeFix(kind: Kind): void {
  const [, shows, meaning] = table[kind];
  table[kind] = ['X X', shows, meaning];
}

it.each(
  SCHEMA_RULES.filter(
    ({ documentOnly, marks, kind }) => !documentOnly && !marks.includes('-') && table[kind][1] !== '?',
  ),
)('a row changes both: $row', async ({ kind, before, after, components }) => {
  makeFix(kind);
  for (const side of ['request', 'response'] as const) {
    const verdict = await judge(
      documentWithSchema(side, before, components),
      documentWithSchema(side, after, components),
    );
    expect(verdict).toMatchObject({
      severity: 'fix',
      changes: [{ kind, comparators: ['types', 'document'] }],
      disagreements: [],
    });
  }
});

it.each(
  OPERATION_RULES.filter(
    ({ comparators, kind }) => comparators.includes('types') && kind && table[kind][1] !== '?',
  ),
)('a row changes both: $row', async ({ kind, before, after }) => {
  makeFix(kind as Kind);
  const { changes, disagreements } = await judge(before, after);
  expect(changes.find((change) => change.kind === kind)).toMatchObject({
    severity: 'fix',
    comparators: ['types', 'document'],
  });
  // The name of a body that comes or goes has a row of its own.
  expect(disagreements.filter(({ detail }) => !detail.includes('exported member'))).toEqual([]);
});

it.each([
  ['key-lost', 'breaking', 'breaking', 'breaking'],
  ['key-gained', 'feature', 'feature', 'feature'],
  ['required-key-gained', 'breaking', 'feature', 'feature'],
  ['became-required', 'breaking', 'feature', 'feature'],
  ['became-optional', 'feature', 'breaking', 'feature'],
  ['wider', 'feature', 'breaking', 'feature'],
  ['narrower', 'breaking', 'feature', 'feature'],
  ['replaced', 'breaking', 'breaking', 'breaking'],
  ['index-lost', 'breaking', 'breaking', 'breaking'],
  ['index-gained', 'feature', 'feature', 'feature'],
] as const)('%s without a rule is as bad as the kinds that show so', (fact, ...severities) => {
  expect(SIDES.map((side) => severityOf(fact, side))).toEqual(severities);
  for (const kind of KINDS.filter((one) => showsAs(one, fact))) makeFix(kind);
  expect(SIDES.map((side) => severityOf(fact, side))).toEqual(['fix', 'fix', 'fix']);
});

it('is printed row by row', () => {
  const lines = describeKinds().trimEnd().split('\n');
  expect(lines).toHaveLength(KINDS.length);
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}null-added +F +B \(F\) +null is allowed$/));
});
