// Every row of the severity rules, each side of it: severity, what it does on the wire, kind, and which comparators saw it.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { normalise } from '@agentsource/openapi/normalise';
import { get } from '@agentsource/openapi/pointer';
import { describe, expect, it } from 'vitest';
import type { Change } from '../src/change.ts';
import { judge } from '../src/judge.ts';
import { KINDS } from '../src/policy.ts';
import { documentWithSchema, type Side } from '../testing/documents.ts';
import { DOCUMENT_RULES } from './rules/document.ts';
import { OPERATION_RULES } from './rules/operations.ts';
import type { Mark } from './rules/rule.ts';
import { SCHEMA_RULES } from './rules/schemas.ts';
import { SPELLING_RULES } from './rules/spellings.ts';

const SEVERITY = { B: 'breaking', F: 'feature', X: 'fix', '-': 'none' } as const;

function severityOf(mark: Mark) {
  return SEVERITY[mark.charAt(0) as keyof typeof SEVERITY];
}

async function verdictOn(before: OpenApiDocument, after: OpenApiDocument) {
  const [old, now] = [normalise(before).document, normalise(after).document];
  const verdict = await judge(old, now);
  for (const { pointer, kind } of verdict.changes) {
    expect(get(now, pointer) ?? get(old, pointer), `${kind} at ${pointer}`).toBeDefined();
  }
  return verdict;
}

it('has a row for every kind of change', () => {
  const tried = new Set([...SCHEMA_RULES, ...OPERATION_RULES, ...DOCUMENT_RULES].map(({ kind }) => kind));
  // What only the compiler sees means that a rule is missing: no row can ask for it.
  expect(KINDS.filter((kind) => !tried.has(kind) && !kind.startsWith('types-'))).toEqual([]);
});

/** `F B (F)`: in a request, in a response, and in an error where that differs. */
function markOf(marks: string, side: Side): Mark {
  const [request, response, error] = marks.split(' ');
  const mark = { request, response, error: error?.slice(1, -1) ?? response }[side];
  return mark as Mark;
}

describe.each(SCHEMA_RULES)('$row', ({ kind, before, after, components, documentOnly, marks }) => {
  const isDocumentOnly = (side: Side) =>
    typeof documentOnly === 'object' ? documentOnly.includes(side) : documentOnly;
  it.each(['request', 'response', 'error'] as Side[])('in a %s', async (side) => {
    const mark = markOf(marks, side);
    const verdict = await verdictOn(
      documentWithSchema(side, before, components),
      documentWithSchema(side, after, components),
    );
    expect(verdict.disagreements).toEqual([]);
    expect(verdict.severity).toBe(severityOf(mark));
    if (mark === '-') return expect(verdict.changes).toEqual([]);
    expect(verdict.changes.map(essence)).toEqual([
      {
        kind,
        severity: severityOf(mark),
        wireBreaking: mark.endsWith('†'),
        operation: 'POST /things',
        direction: side === 'request' ? 'request' : 'response',
        comparators: isDocumentOnly(side) ? ['document'] : ['types', 'document'],
      },
    ]);
  });
});

describe.each([...OPERATION_RULES, ...DOCUMENT_RULES, ...SPELLING_RULES])(
  '$row',
  ({ before, after, kind, mark, operation, direction, comparators }) => {
    it(`is ${mark}`, async () => {
      const verdict = await verdictOn(before, after);
      expect(verdict.disagreements).toEqual([]);
      expect(verdict.severity).toBe(severityOf(mark));
      if (mark === '-') return expect(verdict.changes).toEqual([]);
      expect(verdict.changes.filter((change) => change.kind === kind).map(essence)).toEqual([
        {
          kind,
          severity: severityOf(mark),
          wireBreaking: mark.endsWith('†'),
          operation,
          direction,
          comparators,
        },
      ]);
    });
  },
);

function essence({ kind, severity, wireBreaking, operation, direction, comparators }: Change) {
  return { kind, severity, wireBreaking, operation, direction, comparators };
}
