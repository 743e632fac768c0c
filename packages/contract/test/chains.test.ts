// Sequences of calls against the stateful mock: green there, red on one that forgets.
import type { Json } from '@agentsource/openapi/json';
import { expect, test } from 'vitest';
import { runChains } from '../src/chains/chains.ts';
import { Model } from '../src/chains/model.ts';
import { resourcesOf } from '../src/chains/resources.ts';
import type { Case } from '../src/derive/case.ts';
import { deriveSuite } from '../src/derive/suite.ts';
import { DOCUMENT, readSubject, subjectOf } from '../src/subject.ts';

const suite = deriveSuite(readSubject(DOCUMENT));
const { document, operations } = suite.subject;

test('what there is to keep is derived from the document', () => {
  const resources = resourcesOf(document, operations).map(({ key, isGiven, listed, roles }) => ({
    key,
    isGiven,
    listed,
    roles: [...roles].map(([{ method, path }, role]) => `${role} ${method} ${path}`).sort(),
  }));
  expect(resources).toEqual([
    {
      key: 'enrollment_id',
      isGiven: true,
      listed: 'enrollments',
      roles: [
        'change patch /v1/prospects/events/enrollments',
        'end delete /v1/prospects/events/enrollments',
        'list get /v1/prospects/events/enrollments',
        'make post /v1/prospects/events/enrollments',
      ],
    },
    {
      key: 'partner_id',
      isGiven: false,
      listed: undefined,
      roles: [
        'end delete /v1/webhooks/{partner_id}',
        'make post /v1/webhooks',
        'read get /v1/webhooks/{partner_id}',
        'use post /v1/webhooks/check_connectivity',
      ],
    },
  ]);
});

test('the stateful mock contradicts neither the document nor itself, in any operation', async () => {
  const result = await runChains(suite);
  expect(result?.problem).toBeUndefined();
  expect(result?.called).toHaveLength(operations.length);
});

test('what the mock does not know, another document may keep', async () => {
  const paths = Object.entries(document.paths).flatMap(([path, item]) => [
    [path, item],
    [path.replace('/prospects/', '/businesses/'), renamed(item)],
  ]);
  const both = { ...document, paths: Object.fromEntries(paths) };
  const other = deriveSuite(subjectOf(both, 'of a test'));
  expect(resourcesOf(both, other.subject.operations)).toHaveLength(3);
  expect((await runChains(other))?.problem).toBeUndefined();
});

test('nothing is played where the mock knows nothing', async () => {
  const paths = Object.entries(document.paths).map(([path, item]) => [path, renamed(item)]);
  const unknown = subjectOf({ ...document, paths: Object.fromEntries(paths) }, 'of a test');
  expect(await runChains(deriveSuite(unknown))).toBeUndefined();
});

/** The same operations under other names. */
function renamed(item: Json): Json {
  return JSON.parse(JSON.stringify(item).replaceAll('"operationId":"', '"operationId":"other_'));
}

test('a mock that forgets is found out, by few calls', async () => {
  const { problem } = (await runChains(suite, { isStateful: false })) ?? {};
  expect(problem).toMatch(/^(?:[A-Z]+ \S+(?: \(\S+\))?(?:, )?){1,2}: it (?:lists|does not list)/);
});

test.each([
  ['delete', /, DELETE \S+ \(\S+\): it lists en_\w+, which was ended$|can be read, which was ended$/],
  ['patch', /PATCH \S+ \(en_\w+\): en_\w+ has \w+ .+, not .+$/],
])('a mock on which %s does nothing is found out', async (method, message) => {
  // What is preferred is answered from the document, and nothing is remembered of it.
  const alter = (subject: Case): Case =>
    subject.operation.method === method
      ? { ...subject, request: { ...subject.request, prefer: 'code=200' } }
      : subject;
  expect((await runChains(suite, { alter }))?.problem).toMatch(message);
});

test.each([
  [[], ['it does not list a, which was made']],
  [[{ id: 'a', kind: 'x' }], []],
  [[{ id: 'a', kind: 'y' }], ['a has kind "y", not "x"']],
  [
    [
      { id: 'a', kind: 'x' },
      { id: 'b', kind: 'x' },
    ],
    ['it lists b, which was ended'],
  ],
  [[{ id: 'a' }, { id: 'a' }], ['it lists 2 things under 1 names']],
])('a listing of %j', (items, problems) => {
  const model = new Model();
  model.put('a', { id: 'a', kind: 'x' });
  model.put('b', { id: 'b' });
  model.end('b');
  expect(model.listingProblems(items, 'id')).toEqual(problems);
});
