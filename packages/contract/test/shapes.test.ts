// All shapes that a document may bring, in one document: a mock does as the suite expects, and all that can be sent is.
import { startMock } from '@agentsource/mock';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { normalise } from '@agentsource/openapi/normalise';
import { SHAPES, withShapes } from '@agentsource/openapi/testing/shapes';
import { expect, test } from 'vitest';
import { uncovered } from '../src/coverage.ts';
import type { Case } from '../src/derive/case.ts';
import { deriveSuite } from '../src/derive/suite.ts';
import { runSuite } from '../src/run.ts';
import { subjectOf } from '../src/subject.ts';
import { describeFailure, nameOf } from '../src/table.ts';

const BASE: OpenApiDocument = {
  openapi: '3.1.0',
  info: { title: 'All shapes', version: '1' },
  paths: {},
  security: [{ APIKeyHeader: [] }],
  components: { securitySchemes: { APIKeyHeader: { type: 'apiKey', in: 'header', name: 'api_key' } } },
} as unknown as OpenApiDocument;

const { document } = normalise(withShapes(BASE, SHAPES), 'all shapes');
const suite = deriveSuite(subjectOf(document, 'of a test'));

/** What can't be sent or seen, or is said of no call. */
const NAMED: string[] = [];

test('what has no case is what no call of the client can show', () => {
  const named = uncovered(suite).map(({ operation, what, why }) => {
    const at = what.slice(what.startsWith(operation?.pointer ?? ' ') ? operation?.pointer.length : 0);
    return `${operation ? nameOf({ operation }) : 'the document'}: ${at}: ${why}`;
  });
  expect(named).toEqual(NAMED);
});

/** A few of each kind and operation: the whole takes a minute. */
const FEW = 4;

function someOf(cases: readonly Case[]): Case[] {
  const groups = Map.groupBy(cases, ({ operation, kind }) => `${operation.pointer} ${kind}`);
  return [...groups.values()].flatMap((group) => {
    const step = Math.ceil(group.length / FEW);
    return group.filter((_, index) => index % step === 0);
  });
}

test('a mock answers as the suite expects, and excuses nothing', async () => {
  const mock = await startMock({ spec: document });
  try {
    const cases = someOf(suite.cases.filter(({ kind }) => kind !== 'undeclared'));
    expect(new Set(cases.map(({ operation }) => operation)).size).toBeGreaterThan(150);
    const outcomes = await runSuite({ ...suite, cases }, mock.url);
    const notPassed = outcomes.filter(({ verdict }) => verdict.outcome !== 'passed');
    expect(notPassed.map(describeFailure)).toEqual([]);
    expect(await mock.nonConformingOperations()).toEqual([]);
  } finally {
    await mock.close();
  }
}, 60_000);
