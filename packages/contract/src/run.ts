// Runs a suite's cases against a server, a few at a time, and collects the verdicts.
import { check, type Verdict } from './check.ts';
import type { Case, Suite } from './derive/cases.ts';
import { createSend } from './send.ts';
import { createValidator } from './validator.ts';

export interface Outcome {
  case: Case;
  verdict: Verdict;
}

export interface RunOptions {
  /** Stops at the first failure: enough to know that a changed document turns the suite red. */
  untilFailure?: boolean;
}

const CONCURRENCY = 4;

export async function runSuite(suite: Suite, baseUrl: string, { untilFailure = false }: RunOptions = {}): Promise<Outcome[]> {
  const send = createSend(baseUrl);
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
      return check(subject, await send(subject.request, subject.operation.keyHeader), validator);
    } catch (error) {
      return { outcome: 'failed', problems: [`no answer through the client: ${error}`] };
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const order = new Map(suite.cases.map((subject, index) => [subject, index]));
  return outcomes.sort((one, other) => (order.get(one.case) ?? 0) - (order.get(other.case) ?? 0));
}
