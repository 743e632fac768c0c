// The rule that nothing is done twice: what an attempt came to, and whether the request may be sent again.
import { isExploriumError } from '../errors/is-explorium-error.ts';
import { isConnectError } from './connect-error.ts';
import { Aborted } from './timing.ts';

/** What came back from one attempt: an answer's status, or why there is no whole answer. */
export type CameBack =
  | {
      /** 0 for a redirect that a browser doesn't show. */
      status: number;
      /** Seconds, from `Retry-After`. */
      retryAfter?: number | undefined;
    }
  | { error: unknown };

/**
 * What an attempt came to:
 * - `success`: the server acted on the request.
 * - `refused`: it did not, and may do so at another time.
 * - `uncertain`: nobody knows whether it did.
 * - `final`: it did not, and will not.
 */
export type Outcome = 'success' | 'refused' | 'uncertain' | 'final';

export interface Verdict {
  outcome: Outcome;
  /** Whether the request may be sent again: there is hope for another outcome, and nothing that matters is done twice. */
  mayRepeat: boolean;
}

const verdict = (outcome: Outcome, mayRepeat = false): Verdict => ({ outcome, mayRepeat });

/** @param idempotent whether the request may be acted on twice with no harm. */
export function classify(cameBack: CameBack, idempotent: boolean): Verdict {
  if ('error' in cameBack) return classifyError(cameBack.error, idempotent);
  const { status, retryAfter } = cameBack;
  if (status > 199 && status < 300) return verdict('success');
  // 307 and 308 ask for the same request elsewhere; any other redirect may be what follows the act, as a 303 does.
  if (status === 0 || (status > 300 && status < 304)) return verdict('uncertain');
  if (status === 429 || (status === 503 && retryAfter !== undefined)) return verdict('refused', true);
  if (status === 408 || status > 499) return verdict('uncertain', idempotent);
  return verdict('final');
}

function classifyError(error: unknown, idempotent: boolean): Verdict {
  // The caller wants no other attempt, but the request had left.
  if (error instanceof Aborted) return verdict('uncertain');
  // A refused redirect, or the error of a `fetch` of `createFetch`, which has made its own attempts.
  if (isExploriumError(error)) return verdict(error.mayHaveActed ? 'uncertain' : 'final');
  return isConnectError(error) ? verdict('refused', true) : verdict('uncertain', idempotent);
}

/** Whether the server may have acted on a request with this outcome. */
export function mayHaveActed(outcome: Outcome): boolean {
  return outcome === 'success' || outcome === 'uncertain';
}

/** Whether HTTP calls the method idempotent (RFC 9110, 9.2.2). */
export function isIdempotent(method: string): boolean {
  return /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/.test(method);
}
