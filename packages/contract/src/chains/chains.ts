// The stateful mock against the document: chains of calls that follow from one another, drawn at random and cut down to the shortest that fails.
import { STATEFUL_OPERATIONS, startMock } from '@agentsource/mock';
import fc from 'fast-check';
import type { Case } from '../derive/case.ts';
import type { Suite } from '../derive/suite.ts';
import type { Operation } from '../operation/operation.ts';
import { createValidator } from '../validator.ts';
import { createSend } from '../wire/send.ts';
import { type Players, play, type Step, validRequests } from './play.ts';
import { resourcesOf } from './resources.ts';

/** The same in every run. */
const SEED = 20_260_101;
const SEQUENCES = 25;
const LONGEST = 12;

export interface ChainsResult {
  /** What was called in some sequence, of all that there is. */
  called: Operation[];
  sequences: number;
  /** The shortest sequence that shows it; undefined for none. */
  problem: string | undefined;
}

/** For tests of the chains themselves: a mock that does not do what it should. */
export interface ChainsOptions {
  isStateful?: boolean;
  /** What is sent instead. */
  alter?: (subject: Case) => Case;
}

/** Starts a mock that remembers, and plays against it; undefined where the document has nothing that it remembers. */
export async function runChains(
  suite: Suite,
  { isStateful = true, alter = (subject) => subject }: ChainsOptions = {},
): Promise<ChainsResult | undefined> {
  const { document, operations } = suite.subject;
  // Another document may have things of which the mock knows nothing.
  const remembered = operations.filter(({ id }) => STATEFUL_OPERATIONS.some((name) => name === id));
  const resources = resourcesOf(document, remembered);
  if (resources.length === 0) return undefined;
  const mock = await startMock({ stateful: isStateful, spec: document });
  try {
    const called = new Set<Operation>();
    const toMock = createSend(suite.subject, mock.url);
    const players: Players = {
      suite,
      resources,
      validator: createValidator(suite.subject.document, 'response'),
      send(subject) {
        called.add(subject.operation);
        return toMock(alter(subject));
      },
    };
    const fresh = (steps: readonly Step[]) => {
      mock.reset();
      return play(players, steps);
    };
    // The shorter of the two says more.
    const problem = (await shortestProblem(fresh, suite)) ?? (await fresh(everyStep(suite)));
    return { called: [...called], sequences: SEQUENCES + 1, problem };
  } finally {
    await mock.close();
  }
}

/** For the end of the coverage table. */
export function describeChains(suite: Suite, result: ChainsResult | undefined): string[] {
  if (!result) return [];
  const { called, sequences, problem } = result;
  const covered = `stateful mock: ${called.length} of ${suite.subject.operations.length} operations in ${sequences} sequences of calls`;
  return [
    `${covered}, ${problem === undefined ? 'none of which failed' : `of which this failed:\n${problem}`}`,
  ];
}

/** Each operation once with each thing that there may be by then, so that none is left to chance. */
function everyStep({ subject }: Suite): Step[] {
  return [0, 1].flatMap((thing) =>
    subject.operations.map((_, operation) => ({ operation, request: 0, thing })),
  );
}

async function shortestProblem(
  fresh: (steps: readonly Step[]) => Promise<string | undefined>,
  suite: Suite,
): Promise<string | undefined> {
  const { operations } = suite.subject;
  const most = Math.max(...operations.map((operation) => validRequests(suite, operation).length));
  const step = fc.record({
    operation: fc.nat({ max: operations.length - 1 }),
    request: fc.nat({ max: most - 1 }),
    thing: fc.nat({ max: 3 }),
  });
  let last: string | undefined;
  const property = fc.asyncProperty(fc.array(step, { maxLength: LONGEST }), async (steps) => {
    const problem = await fresh(steps);
    // The last one that fails is the shortest that was found.
    if (problem !== undefined) last = problem;
    return problem === undefined;
  });
  await fc.check(property, { numRuns: SEQUENCES, seed: SEED });
  return last;
}
