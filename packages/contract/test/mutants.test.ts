// The suite's worth: one fact of the served document changed at a time, a few of each sort; `mutants` tries all.
import { afterAll, expect, test } from 'vitest';
import { deriveSuite } from '../src/derive/cases.ts';
import { DOCUMENT, readSubject } from '../src/document.ts';
import { mutantsOf } from '../src/mutants/mutations.ts';
import { fateOf } from '../src/mutants/run.ts';
import { runSuite } from '../src/run.ts';
import { openTarget } from '../src/target.ts';

const suite = deriveSuite(readSubject(DOCUMENT));
const own = await openTarget(suite.subject, undefined);
afterAll(() => own.close());
const truth = await runSuite(suite, own.url);

/** The first two of each sort of change that concern a request or the protocol; of an answer only what is sent shows. */
const tried = mutantsOf(suite.subject.document).filter(({ side }) => side !== 'answer');
const chosen = tried.filter(
  ({ fact }, index) => tried.slice(0, index).filter((other) => other.fact === fact).length < 2,
);

test('changes of every sort are tried', () => {
  const facts = new Set(chosen.map(({ fact }) => fact));
  for (const fact of ['body', 'body required', 'media type', 'method', 'path', 'security', 'status'])
    expect(facts).toContain(fact);
});

test.each(chosen)('$fact: $what at $pointer turns the suite red', async (mutant) => {
  expect(await fateOf(suite, mutant, truth, own.url)).toMatchObject({ fate: 'killed' });
});

test('no change leaves it green', async () => {
  const unchanged = {
    fact: 'nothing',
    what: 'unchanged',
    pointer: '',
    side: 'protocol',
    apply: () => {},
  } as const;
  expect(await fateOf(suite, unchanged, truth, own.url)).toEqual({ fate: 'indistinguishable' });
});
