// Compares an exchange with what its case expects, and gives the verdict.
import type { Case } from '../derive/case.ts';
import type { Validator } from '../validator.ts';
import type { Exchange } from '../wire/send.ts';
import { checkAnswer } from './answer.ts';
import { wireProblems } from './wire.ts';

export type Verdict =
  | { outcome: 'passed' }
  | { outcome: 'failed'; problems: string[] }
  /** The mock itself could not answer truthfully, and its own answer shows it. */
  | { outcome: 'excused'; reason: string };

export async function check(subject: Case, exchange: Exchange, validator: Validator): Promise<Verdict> {
  const wire = await wireProblems(subject, exchange);
  if (wire.length > 0) return { outcome: 'failed', problems: wire };
  const { problems, excuse } = checkAnswer(subject, exchange, validator);
  if (problems.length === 0) return { outcome: 'passed' };
  if (excuse === undefined) return { outcome: 'failed', problems };
  // This case is about the request, and the request was accepted; the answer has cases of its own.
  return subject.kind === 'accepted' ? { outcome: 'passed' } : { outcome: 'excused', reason: excuse };
}

/** What came back, in short: two servers with the same digests can't be told apart by this suite. */
export function digest({ status, text, headers }: Exchange): string {
  return JSON.stringify([status, text, headers.get('content-type'), headers.get('sl-violations')]);
}
