// Every case of every operation, and what has none. Pure: no server is asked.
import type { Operation } from '../operation/operation.ts';
import type { Subject } from '../subject.ts';
import { createValidator } from '../validator.ts';
import { type Basis, basisOf } from './basis.ts';
import type { Case, OperationCase } from './case.ts';
import { bodyCases, exampleCases } from './cases/body.ts';
import { parameterCases } from './cases/parameter.ts';
import { responseCases } from './cases/response.ts';
import { securityCases } from './cases/security.ts';
import { undeclaredCases } from './cases/undeclared.ts';
import type { Context } from './schema.ts';

export interface Suite {
  subject: Subject;
  cases: Case[];
  /** What the document declares and no case covers; any makes the run fail. */
  gaps: Finding[];
  /** Constraints that can't be violated alone, because the schema around them allows it anyway. */
  shadowed: Finding[];
  /** Constraints that have their cases. */
  covered: Finding[];
}

export interface Finding {
  operation: Operation;
  /** A constraint as "pointer keyword", and what is wrong with it; or a declaration in words. */
  what: string;
}

export function deriveSuite(subject: Subject): Suite {
  const context: Context = { document: subject.document, validator: createValidator(subject.document) };
  const suite: Suite = { subject, cases: [], gaps: [], shadowed: [], covered: [] };
  for (const operation of subject.operations) {
    const basis = basisOf(context, operation);
    addFindings(suite, basis);
    const cases = casesOf(basis, subject.operations);
    suite.cases.push(...cases.map((each) => ({ operation, ...each })));
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

function addFindings(suite: Suite, { operation, body, parameters, success }: Basis): void {
  const add = (list: 'gaps' | 'shadowed' | 'covered', found: readonly string[]) =>
    suite[list].push(...found.map((what) => ({ operation, what })));
  add('gaps', operation.unsupported);
  for (const constraints of [body, ...parameters.map(({ constraints }) => constraints)]) {
    for (const list of ['gaps', 'shadowed', 'covered'] as const) add(list, constraints?.[list] ?? []);
  }
  if (!Number.isFinite(success)) add('gaps', ['no successful response']);
}
