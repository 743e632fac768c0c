// Runs a suite's cases against a server, a few at a time, and collects the verdicts.
import { check, digest, type Verdict } from './check.ts';
import type { Case, Suite } from './derive/cases.ts';
import { createSend, type Send } from './send.ts';
import { createValidator } from './validator.ts';

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
  const send = createSend(baseUrl);
  const sendToReference = reference === undefined ? undefined : createSend(reference);
  const validator = createValidator(suite.subject.document);
  const outcomes: Outcome[] = [];
  const queue = suite.cases.values();
  let stopped = false;
  const work = async () => {
    for (const subject of queue) {
      if (stopped) return;
      const outcome = await judge(subject);
      if (outcome.verdict.outcome === 'failed' && untilFailure) stopped = true;
      outcomes.push(outcome);
    }
  };
  const ask = async (server: Send, subject: Case) => {
    const exchange = await server(subject.request, subject.operation.keyHeader);
    return { case: subject, verdict: check(subject, exchange, validator), answer: digest(exchange) };
  };
  const judge = async (subject: Case): Promise<Outcome> => {
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
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const order = new Map(suite.cases.map((subject, index) => [subject, index]));
  return outcomes.sort((one, other) => (order.get(one.case) ?? 0) - (order.get(other.case) ?? 0));
}
