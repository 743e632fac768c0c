// Every case of every operation, and what has none. Pure: no server is asked.
import { entriesOf } from '@agentsource/openapi/json';
import type { Operation } from '../operation/operation.ts';
import type { Uncovered } from '../operation/reading.ts';
import type { Subject } from '../subject.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Case, OperationCase } from './case.ts';
import { bodyCases, exampleCases } from './cases/body.ts';
import { parameterCases } from './cases/parameter.ts';
import { responseCases } from './cases/response.ts';
import { securityCases } from './cases/security.ts';
import { undeclaredCases } from './cases/undeclared.ts';
import { contextOf } from './schema.ts';

export interface Suite {
  subject: Subject;
  cases: Case[];
  /** What the derivation met and has no case for. */
  gaps: Gap[];
  /** Constraints that can't be violated alone, because the schema around them allows it anyway. */
  shadowed: Finding[];
  /** Constraints that have their cases. */
  covered: Finding[];
}

export interface Finding {
  /** Undefined for what is the whole document's. */
  operation: Operation | undefined;
  /** A constraint as "pointer keyword"; or a declaration in words. */
  what: string;
}

/** Something declared without a case, and why. */
export type Gap = Finding & Uncovered;

export function deriveSuite(subject: Subject): Suite {
  const context = contextOf(subject.document);
  const suite: Suite = { subject, cases: [], gaps: [], shadowed: [], covered: [] };
  for (const [name] of entriesOf(subject.document.webhooks)) {
    const why = 'the service makes this call, not the client';
    suite.gaps.push({ operation: undefined, what: `webhook ${name}`, why });
  }
  for (const operation of subject.operations) {
    const { basis, constraints, gaps } = basisOf(context, operation);
    suite.gaps.push(...[...operation.uncovered, ...gaps].map((gap) => ({ operation, ...gap })));
    for (const found of constraints) {
      suite.gaps.push(...found.gaps.map((gap) => ({ operation, ...gap })));
      suite.shadowed.push(...found.shadowed.map((what) => ({ operation, what })));
      suite.covered.push(...found.covered.map((what) => ({ operation, what })));
    }
    if (basis)
      suite.cases.push(...casesOf(basis, subject.operations).map((each) => ({ operation, ...each })));
  }
  return suite;
}

function casesOf(basis: Basis, operations: readonly Operation[]): OperationCase[] {
  return [
    ...exampleCases(basis),
    ...bodyCases(basis),
    ...parameterCases(basis),
    ...securityCases(basis),
    ...responseCases(basis),
    ...undeclaredCases(basis, operations),
  ];
}
