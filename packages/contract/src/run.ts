// Runs a suite's cases against a server, a few at a time, and collects the verdicts.
import { check, digest, type Verdict } from './check/check.ts';
import type { Case } from './derive/case.ts';
import type { Suite } from './derive/suite.ts';
import { createValidator } from './validator.ts';
import { createSend, type Send } from './wire/send.ts';

export interface Outcome {
  case: Case;
  verdict: Verdict;
  /** What came back, in short; undefined when nothing did. */
  answer: string | undefined;
}

export interface RunOptions {
  /** Stops at the first failure: enough to know that a changed document turns the suite red. */
  untilFailure?: boolean;
  /** Another server of the suite's own document; an excuse counts only where that one needs it too. Default: the server itself. */
  reference?: string | undefined;
}

const CONCURRENCY = 4;

export async function runSuite(
  suite: Suite,
  baseUrl: string,
  { untilFailure = false, reference }: RunOptions = {},
): Promise<Outcome[]> {
  const judge = createJudge(suite, baseUrl, reference);
  const outcomes: Outcome[] = [];
  const queue = suite.cases.entries();
  let stopped = false;
  const work = async () => {
    for (const [index, subject] of queue) {
      if (stopped) return;
      const outcome = await judge(subject);
      if (outcome.verdict.outcome === 'failed' && untilFailure) stopped = true;
      outcomes[index] = outcome;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  // In the order of the cases; a run that was stopped has holes.
  return Object.values(outcomes);
}

/** Asks the server, and the reference too where the server is excused. */
function createJudge(suite: Suite, baseUrl: string, reference: string | undefined) {
  const send = createSend(suite.subject, baseUrl);
  const sendToReference = reference === undefined ? undefined : createSend(suite.subject, reference);
  const validator = createValidator(suite.subject.document, 'response');
  const ask = async (server: Send, subject: Case): Promise<Outcome> => {
    const exchange = await server(subject);
    return { case: subject, verdict: await check(subject, exchange, validator), answer: digest(exchange) };
  };
  return async (subject: Case): Promise<Outcome> => {
    try {
      const outcome = await ask(send, subject);
      if (outcome.verdict.outcome !== 'excused' || !sendToReference) return outcome;
      const own = await ask(sendToReference, subject);
      if (own.verdict.outcome === 'excused') return outcome;
      const problem = `only this server is excused, the suite's own mock is not: ${outcome.verdict.reason}`;
      return { ...outcome, verdict: { outcome: 'failed', problems: [problem] } };
    } catch (error) {
      const verdict: Verdict = { outcome: 'failed', problems: [`no answer through the client: ${error}`] };
      return { case: subject, verdict, answer: undefined };
    }
  };
}
