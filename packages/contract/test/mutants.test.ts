// The suite's worth on the vendored page of a fixed day: facts of the served document changed one at a time. `mutants` tries
// every one of the built document's.
import { startMock } from '@agentsource/mock';
import { afterAll, expect, test } from 'vitest';
import { deriveSuite } from '../src/derive/suite.ts';
import { mutantsOf } from '../src/mutants/mutants.ts';
import { runMutant } from '../src/mutants/run.ts';
import { subjectOf } from '../src/subject.ts';
import { documentOfPage } from './support.ts';

const document = documentOfPage();
const suite = deriveSuite(subjectOf(document, 'of a test'));
const mock = await startMock({ spec: document, texts: 'any' });
afterAll(() => mock.close());

/** Milliseconds; a change that nothing shows in takes a whole run. */
const TIMEOUT = 60_000;

/** The first two of each sort of change of a request or the protocol. */
const tried = mutantsOf(document).filter(({ side }) => side !== 'answer');
const chosen = tried.filter(
  ({ fact }, index) => tried.slice(0, index).filter((other) => other.fact === fact).length < 2,
);

test('changes of every sort are tried', () => {
  const facts = new Set(chosen.map(({ fact }) => fact));
  for (const fact of [
    'additionalProperties',
    'body',
    'body required',
    'enum',
    'maxItems',
    'media type',
    'method',
  ]) {
    expect(facts).toContain(fact);
  }
  for (const fact of [
    'minItems',
    'minLength',
    'path',
    'pattern',
    'properties',
    'required',
    'security',
    'status',
    'type',
  ]) {
    expect(facts).toContain(fact);
  }
});

test.each(chosen)(
  '$fact: $what at $pointer turns the suite red',
  async (mutant) => {
    expect(await runMutant(suite, mutant, mock.url)).toMatchObject({ status: 'killed' });
  },
  TIMEOUT,
);

test(
  'no change leaves it green',
  async () => {
    const [mutant] = chosen;
    const unchanged = mutant && (await runMutant(suite, { ...mutant, apply: () => {} }, mock.url));
    expect(unchanged).toEqual({ status: 'indistinguishable' });
  },
  TIMEOUT,
);
