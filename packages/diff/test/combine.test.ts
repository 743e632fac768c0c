// Two comparators, one verdict: the higher wins, and a disagreement is told.
import { describe, expect, it } from 'vitest';
import { combine } from '../src/combine.ts';
import type { DocumentFinding, TypesFinding } from '../src/finding.ts';

const place = {
  operation: 'POST /things',
  side: 'response',
  field: { root: '200', path: '.things[].name' },
  pointer: '/components/schemas/Thing/properties/name',
} as const;

const byDocument = (kind: DocumentFinding['kind']): DocumentFinding => ({
  ...place,
  kind,
  words: 'said by the rule',
});
const byTypes = (saw: TypesFinding['saw'], path: string = place.field.path): TypesFinding => ({
  ...place,
  field: { root: '200', path },
  saw,
  words: 'said by the compiler',
});

describe('combine', () => {
  it('names both comparators where they say the same of the same field, or of what holds it', () => {
    for (const path of ['.things[].name', '.things[]', '']) {
      const { changes, disagreements } = combine([byDocument('null-added')], [byTypes('wider', path)]);
      expect(changes.map(({ kind, comparators }) => ({ kind, comparators }))).toEqual([
        { kind: 'null-added', comparators: ['types', 'document'] },
      ]);
      expect(disagreements).toEqual([]);
    }
  });

  it('takes what only the compiler sees for a change of its own, and says so', () => {
    const { changes, disagreements } = combine([], [byTypes('wider')]);
    expect(changes).toMatchObject([
      {
        severity: 'breaking',
        kind: 'types-incompatible',
        comparators: ['types'],
        detail: 'things[].name: `said by the compiler`',
      },
    ]);
    expect(disagreements).toMatchObject([
      { comparator: 'types', detail: '`things[].name`: `said by the compiler`' },
    ]);
  });

  it('takes the higher of two verdicts on one field', () => {
    const { changes, disagreements } = combine([byDocument('null-removed')], [byTypes('wider')]);
    expect(changes.map(({ severity, kind }) => `${severity} ${kind}`)).toEqual([
      'breaking types-incompatible',
      'feature null-removed',
    ]);
    expect(disagreements).toHaveLength(2);
  });

  it('tells of what only the document sees though the types should show it', () => {
    const { changes, disagreements } = combine(
      [byDocument('property-removed')],
      [byTypes('wider', '.things[].names')],
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'property-removed', comparators: ['document'] }),
    );
    expect(disagreements).toContainEqual(expect.objectContaining({ comparator: 'document' }));
  });

  it('is content with one of the places of a change', () => {
    const [here, below] = [byDocument('null-added'), byDocument('null-added')];
    const again = { ...below, field: { root: '200', path: '.things[].next.things[].name' } };
    const { changes, disagreements } = combine([here, again], [byTypes('wider')]);
    expect(changes.map(({ kind, comparators }) => ({ kind, comparators }))).toEqual([
      { kind: 'null-added', comparators: ['types', 'document'] },
    ]);
    expect(disagreements).toEqual([]);
    const twice = [byTypes('wider'), byTypes('wider', '.things[].next.things[].name')];
    expect(combine([here], twice).disagreements).toEqual([]);
  });

  it('expects no word of the compiler on what types cannot show', () => {
    const { changes, disagreements } = combine([byDocument('constraint-tightened')], []);
    expect(changes).toMatchObject([{ severity: 'fix', comparators: ['document'] }]);
    expect(disagreements).toEqual([]);
  });

  it('leaves out what means nothing on its side', () => {
    expect(combine([byDocument('additional-properties-refused')], [])).toEqual({
      changes: [],
      disagreements: [],
    });
  });
});
