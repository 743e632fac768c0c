// Cases about the responses: each declared status, each of its examples, and answers generated from its schema.
import type { DeclaredResponse } from '../../operation/operation.ts';
import type { Basis } from '../basis.ts';
import type { OperationCase } from '../case.ts';
import { answered } from '../expectation.ts';

/** Enough for each of two alternatives to show in some answer. */
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];

export function responseCases(basis: Basis): OperationCase[] {
  return basis.operation.responses.flatMap((response) => [
    ...statusCases(basis, response),
    ...generatedCases(basis, response),
  ]);
}

function statusCases({ operation, valid }: Basis, { status, contents }: DeclaredResponse): OperationCase[] {
  const expect = answered(operation, status);
  const named = contents[0]?.examples ?? [];
  return [
    { kind: 'status', name: String(status), request: { ...valid, prefer: `code=${status}` }, expect },
    ...named.map(
      ({ name, value }): OperationCase => ({
        kind: 'status',
        name: `${status} ${name}`,
        request: { ...valid, prefer: `code=${status}, example=${name}` },
        expect: { ...expect, example: value },
      }),
    ),
  ];
}

function generatedCases(
  { operation, valid }: Basis,
  { status, contents }: DeclaredResponse,
): OperationCase[] {
  if (contents[0]?.schema === undefined) return [];
  return SEEDS.map((seed) => ({
    kind: 'generated',
    name: `${status}, seed ${seed}`,
    request: { ...valid, prefer: `code=${status}, dynamic=true, seed=${seed}` },
    expect: { ...answered(operation, status), example: undefined, isGenerated: true },
  }));
}
