// Runs a suite's cases against a server, a few at a time, and collects the verdicts.
import { check, type Verdict } from './check.ts';
import type { Case, Suite } from './derive/cases.ts';
import { createSend, type Send } from './send.ts';
import { createValidator } from './validator.ts';

export interface Outcome {
  case: Case;
  verdict: Verdict;
}

export interface RunOptions {
  /** Stops at the first failure: enough to know that a changed document turns the suite red. */
  untilFailure?: boolean;
  /** Another server of the suite's own document; an excuse counts only where that one needs it too. Default: the server itself. */
  reference?: string | undefined;
}

const CONCURRENCY = 4;

export async function runSuite(suite: Suite, baseUrl: string, { untilFailure = false, reference }: RunOptions = {}): Promise<Outcome[]> {
  const send = createSend(baseUrl);
  const sendToReference = reference === undefined ? undefined : createSend(reference);
  const validator = createValidator(suite.subject.document);
  const outcomes: Outcome[] = [];
  const queue = suite.cases.values();
  let stopped = false;
  const work = async () => {
    for (const subject of queue) {
      if (stopped) return;
      const verdict = await judge(subject);
      if (verdict.outcome === 'failed' && untilFailure) stopped = true;
      outcomes.push({ case: subject, verdict });
    }
  };
  const judge = async (subject: Case): Promise<Verdict> => {
    try {
      const ask = async (server: Send) => check(subject, await server(subject.request, subject.operation.keyHeader), validator);
      const verdict = await ask(send);
      if (verdict.outcome !== 'excused' || !sendToReference) return verdict;
      const own = await ask(sendToReference);
      if (own.outcome === 'excused') return verdict;
      return { outcome: 'failed', problems: [`only this server is excused, the suite's own mock is not: ${verdict.reason}`] };
    } catch (error) {
      return { outcome: 'failed', problems: [`no answer through the client: ${error}`] };
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const order = new Map(suite.cases.map((subject, index) => [subject, index]));
  return outcomes.sort((one, other) => (order.get(one.case) ?? 0) - (order.get(other.case) ?? 0));
}
