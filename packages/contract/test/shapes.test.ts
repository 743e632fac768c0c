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

/** What can't be sent or seen, or is said of no call: by operation. */
const TEXT = 'it says what the text stands for, which no validator judges';
const NAMED: Record<string, string[]> = {
  'the document': ['webhook happened: the service makes this call, not the client'],
  'GET /by-optional-list': [
    '/parameters/0/schema/anyOf/1 type: no accepted and no refused value of it can be sent here',
  ],
  'GET /by-empty': ['parameter filter in query, allowEmptyValue: what an empty value means is not said'],
  'POST /send-multipart': [
    'request body multipart/form-data, header X-Part of file: a part of FormData has no headers of its own',
  ],
  'POST /send-xml': [
    'request body application/xml: the suite does not write it',
    'the operation as a whole: no valid body could be derived, and one is required',
  ],
  'GET /answer-lines': ['response 200 application/x-ndjson: the suite does not read it'],
  'GET /answer-links': [
    'response 200, link same: no single call can show it',
    'response 200, link shared: no single call can show it',
  ],
  'POST /echo-encoding': [
    'a contentEncoding',
    'a contentMediaType',
    'b contentMediaType',
    'b contentSchema',
  ].map((keyword) => `/components/schemas/ShapeEncoding/properties/${keyword}: ${TEXT}`),
  'GET /secure-digest': [
    'security ShapeDigest: the suite has no credentials of http digest',
    'the operation as a whole: the suite has no credentials that it would take',
  ],
  'GET /secure-tls': [
    'security ShapeTls: the suite has no credentials of mutualTLS',
    'the operation as a whole: the suite has no credentials that it would take',
  ],
  'GET /op-with?query=1': ['the operation as a whole: its path has a query, which the mock does not look at'],
  'TRACE /op-methods': ['the operation as a whole: fetch sends no TRACE'],
  'GET /op-own-server': ['the operation as a whole: it has servers of its own, and the client calls one'],
  'GET /op-server-of-the-path': [
    'the operation as a whole: it has servers of its own, and the client calls one',
  ],
  'POST /op-callbacks': ['callback fired: the service makes this call, not the client'],
};

test('what has no case is what no call of the client can show', () => {
  const named: Record<string, string[]> = {};
  for (const { operation, what, why } of uncovered(suite)) {
    const key = operation ? nameOf({ operation }) : 'the document';
    const at = what.slice(what.startsWith(operation?.pointer ?? ' ') ? operation?.pointer.length : 0);
    named[key] = [...(named[key] ?? []), `${at}: ${why}`];
  }
  expect(named).toEqual(NAMED);
});

/** A few of each kind and operation: the whole takes a minute. */
const FEW = 8;

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
