// The contract suite itself, one test per operation, and that it covers everything the document declares.
import { afterAll, expect, test } from 'vitest';
import { uncovered } from '../src/coverage.ts';
import { deriveSuite } from '../src/derive/suite.ts';
import { runSuite } from '../src/run.ts';
import { DOCUMENT, readSubject } from '../src/subject.ts';
import { describeFailure, nameOf, report } from '../src/table.ts';
import { openTarget } from '../src/target.ts';

const suite = deriveSuite(readSubject(DOCUMENT));
const target = await openTarget(suite.subject, undefined);
afterAll(() => target.close());
const outcomes = await runSuite(suite, target.url);

test.each(suite.subject.operations.map((operation) => ({ operation, name: nameOf({ operation }) })))(
  '$name holds on the wire and through the client',
  ({ operation }) => {
    const own = outcomes.filter((outcome) => outcome.case.operation === operation);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ verdict }) => verdict.outcome === 'failed').map(describeFailure)).toEqual([]);
  },
);

test('everything that the document declares has a case', () => {
  expect(uncovered(suite)).toEqual([]);
  expect(outcomes).toHaveLength(suite.cases.length);
});

test('the table names every operation and status, and what is excused', () => {
  const { text, isGreen } = report(suite, outcomes);
  expect(isGreen).toBe(true);
  for (const operation of suite.subject.operations) {
    expect(text).toContain(nameOf({ operation }));
    for (const { status } of operation.responses) expect(text).toMatch(new RegExp(`^.* ${status} `, 'm'));
  }
});
