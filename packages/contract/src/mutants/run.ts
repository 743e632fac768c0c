// Serves a document with one fact changed and asks whether the suite, derived from the true one, turns red.
import { startMock } from '@agentsource/mock';
import type { Suite } from '../derive/suite.ts';
import { runSuite } from '../run.ts';
import { describeFailure } from '../table.ts';
import { type Mutant, mutate } from './mutants.ts';
import { scoped } from './scope.ts';

export type MutantResult =
  /** The suite turned red, here first. */
  | { status: 'killed'; by: string }
  /** The mock refuses to serve such a document at all. */
  | { status: 'not served'; by: string }
  /** Every answer was, byte for byte, that of the true document: nobody on the wire could tell. */
  | { status: 'indistinguishable' }
  /** Answers differed and the suite did not mind. */
  | { status: 'survived' };

/** The hash check is left out on purpose: another document is what the mock is given. The reference serves the true one. */
export async function runMutant(whole: Suite, mutant: Mutant, reference: string): Promise<MutantResult> {
  let mock: Awaited<ReturnType<typeof startMock>>;
  try {
    mock = await startMock({ spec: mutate(whole.subject.document, mutant), texts: 'any' });
  } catch (error) {
    return { status: 'not served', by: String(error) };
  }
  const suite = scoped(whole, mutant.shownAt);
  try {
    const outcomes = await runSuite(suite, mock.url, { untilFailure: true, reference });
    const failed = outcomes.find(({ verdict }) => verdict.outcome === 'failed');
    if (failed) return { status: 'killed', by: describeFailure(failed) };
    const truth = await runSuite(suite, reference);
    const isSame = outcomes.every(({ answer }, index) => answer === truth[index]?.answer);
    return { status: isSame ? 'indistinguishable' : 'survived' };
  } finally {
    await mock.close();
  }
}
