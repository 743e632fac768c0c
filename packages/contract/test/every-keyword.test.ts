// A document of everything that OpenAPI 3.1 has: what is asked for, what is named instead, and that a mock does as it says.
import { startMock } from '@agentsource/mock';
import { expect, test } from 'vitest';
import { uncovered } from '../src/coverage.ts';
import { deriveSuite } from '../src/derive/suite.ts';
import { responseFor, successOf } from '../src/operation/responses.ts';
import { runSuite } from '../src/run.ts';
import { subjectOf } from '../src/subject.ts';
import { nameOf, report } from '../src/table.ts';
import { everyKeyword } from './every-keyword/document.ts';

const suite = deriveSuite(subjectOf(everyKeyword(), 'of a test'));
const casesOf = (path: string) => suite.cases.filter(({ operation }) => operation.path === path);
const namesOf = (path: string, kind: string) =>
  casesOf(path).flatMap((one) => (one.kind === kind ? [one.name] : []));

const BODY = '/requestBody/content/application~1json/schema';
const STYLE = 'the suite writes the members of a form in the default style';

/** By operation: what of it has no case, without where in the operation that stands. */
const NAMED: Record<string, string[]> = {
  'the document': ['webhook changed: the service makes this call, not the client'],
  'GET /whole/servers': ['the operation as a whole: it has servers of its own, and the client calls one'],
  'GET /whole/item-servers': [
    'the operation as a whole: it has servers of its own, and the client calls one',
  ],
  'TRACE /whole/trace': ['the operation as a whole: fetch sends no TRACE'],
  'POST /whole/callbacks': ['callback done: the service makes this call, not the client'],
  'GET /parameters/header/Prefer': [
    'parameter Prefer in header: who sends the request sets this header itself',
  ],
  'GET /parameters/header/api_key': ['parameter api_key in header: it is where the client puts its key'],
  'GET /parameters/key-as-parameter': [
    'parameter api_key in header: it is where the client puts its key',
    'the operation as a whole: it requires the header of the client’s key as a parameter, and asks for no key',
  ],
  'GET /parameters/required-text': [
    'parameter it in query: it has no schema, and no JSON as its content',
    "the operation as a whole: it requires parameter it in query, which can't be sent",
  ],
  'GET /parameters/elsewhere': ['parameter all in querystring: no such place for a parameter is known'],
  'GET /parameters/query/content-text': [
    'parameter content-text in query: it has no schema, and no JSON as its content',
  ],
  'GET /parameters/query/empty': [
    'parameter empty in query, allowEmptyValue: what an empty value means is not said',
  ],
  'GET /parameters/query/optional-list': [
    '/parameters/0/schema/anyOf/1 type: no accepted value of it can be sent here',
  ],
  'POST /bodies/encoded': [
    `request body application/x-www-form-urlencoded, encoding of tags: ${STYLE}`,
    'the operation as a whole: no valid body could be derived, and one is required',
  ],
  'POST /bodies/part-headers': [
    'request body multipart/form-data, header X-Name of file: a part of FormData has no headers of its own',
  ],
  'GET /bodies/get': ['request body application/json: fetch sends no body with GET'],
  'POST /bodies/versions': [
    'request body application/json; version=2: only its parameters tell it from application/json',
  ],
  'POST /bodies/several': ['request body application/xml: the suite does not write it'],
  'POST /bodies/xml': [
    'request body application/xml: the suite does not write it',
    'the operation as a whole: no valid body could be derived, and one is required',
  ],
  'GET /responses/xml': ['response 200 application/xml: the suite does not read it'],
  'GET /responses/lines': ['response 200 application/x-ndjson: the suite does not read it'],
  'GET /responses/odd-example': [
    'response 200 application/json, example "one, \\"two\\"": no header can hold its name',
  ],
  'GET /responses/interim': ['response 100: fetch shows no interim response'],
  'GET /responses/links': ['response 200, link self: no single call can show it'],
  'GET /security/digest': [
    'security Digest: the suite has no credentials of http digest',
    'the operation as a whole: the suite has no credentials that it would take',
  ],
  'GET /security/either': ['security Tls: the suite has no credentials of mutualTLS'],
  'GET /security/tls': [
    'security Tls: the suite has no credentials of mutualTLS',
    'the operation as a whole: the suite has no credentials that it would take',
  ],
  'POST /schemas/encoded': ['contentEncoding', 'contentMediaType', 'contentSchema'].map(
    (keyword) =>
      `${BODY}/properties/it ${keyword}: it says what the text stands for, which no validator judges`,
  ),
};

test('what has no case is named, with its reason, and nothing else is', () => {
  const named: Record<string, string[]> = {};
  for (const { operation, what, why } of uncovered(suite)) {
    const key = operation ? nameOf({ operation }) : 'the document';
    const at = what.slice(what.startsWith(operation?.pointer ?? ' ') ? operation?.pointer.length : 0);
    named[key] = [...(named[key] ?? []), `${at}: ${why}`];
  }
  expect(named).toEqual(NAMED);
});

test('an operation with nothing left out has cases of each kind that it can have', () => {
  expect(new Set(casesOf('/bodies/several').map(({ kind }) => kind))).toEqual(
    new Set([
      'example',
      'accepted',
      'refused',
      'no body',
      'content type',
      'no key',
      'status',
      'generated',
      'undeclared',
    ]),
  );
});

test.each<[string, string[]]>([
  ['/responses/range', ['2XX', '4XX']],
  ['/responses/default', ['200', 'default']],
  ['/responses/json-or-csv', ['200', '200 application/json', '200 text/csv', '200 default']],
  ['/responses/examples', ['200', '200 one', '200 two']],
  ['/responses/interim', ['200']],
])('%s: each status, media type and example is asked for', (path, names) => {
  expect(namesOf(path, 'status')).toEqual(names);
});

test('an exact status beats its range, and a range beats default', () => {
  const operation = suite.subject.operations.find(({ path }) => path === '/responses/range-beside');
  const { responses = [] } = operation ?? {};
  const keyFor = (status: number) => responseFor(responses, status)?.key;
  expect([200, 204, 404, 500].map(keyFor)).toEqual(['200', '2XX', '4XX', 'default']);
  expect(responses.map(({ status }) => status)).toEqual([200, 201, 400, 500]);
  expect(successOf(responses)).toBe(200);
});

test.each<[string, string[], string[]]>([
  ['/security/either', [], ['Bearer (http bearer)']],
  ['/security/both', ['refused'], ['Query (apiKey in query) alone', 'Key (apiKey in header) alone']],
  [
    '/security/both-or-one',
    ['refused'],
    ['Cookie (apiKey in cookie)', 'Bearer (http bearer) alone', 'Key (apiKey in header) alone'],
  ],
  ['/security/optional', ['open to everyone'], []],
  ['/security/open', ['open to everyone'], []],
  ['/security/oauth', ['refused'], []],
])('%s: each alternative is sent, and what does not suffice is refused', (path, without, withSome) => {
  expect(namesOf(path, 'no key')).toEqual(without);
  expect(namesOf(path, 'key')).toEqual(withSome);
});

test('what is read-only is not sent, though it be required', () => {
  const bodies = casesOf('/schemas/directed').map(({ request }) => JSON.stringify(request.body) ?? '');
  expect(bodies.filter((body) => /"id"|"since"/.test(body))).toEqual([]);
  expect(namesOf('/schemas/directed', 'refused')).toContain('/password required: without password');
});

/** Without what goes the same way everywhere: schemas, generated answers, and what is not declared. */
const shown = suite.cases.filter(
  ({ kind, operation }) =>
    kind !== 'undeclared' && kind !== 'generated' && !operation.path.startsWith('/schemas/'),
);

test('a mock answers as the suite expects, and what the client does not send is sent for it', async () => {
  const mock = await startMock({ spec: suite.subject.document });
  try {
    const outcomes = await runSuite({ ...suite, cases: shown }, mock.url);
    const failed = outcomes.filter(({ verdict }) => verdict.outcome === 'failed');
    const failing = new Set(failed.map(({ case: { operation } }) => operation.path));
    expect([...failing]).toEqual([]);
    const { text, isGreen } = report({ ...suite, cases: shown }, outcomes);
    expect(isGreen).toBe(failed.length === 0);
    expect(text).toMatch(/^Declared, not covered:\n(?: {2}.+\n)+/m);
    expect(text).toMatch(
      /^ {2}GET \/security\/basic: security Basic \(http basic\): its only credential is a key in a header$/m,
    );
    expect(text).toMatch(/\d+ passed, \d+ excused, \d+ failed, \d+ declared, not covered$/);
  } finally {
    await mock.close();
  }
}, 60_000);
