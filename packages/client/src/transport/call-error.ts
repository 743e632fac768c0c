// What a call rejects with when there is no answer to give.
import type { CallFacts } from '../client-types.ts';
import { AbortError } from '../errors/abort-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import type { ExploriumError } from '../errors/explorium-error.ts';
import { isExploriumError } from '../errors/is-explorium-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { fieldsOf } from '../fields.ts';
import { Aborted, TimedOut } from './timing.ts';

/** @param cause what an attempt, or the wait for it, rejected with. */
export function callError(cause: unknown, facts: CallFacts): ExploriumError {
  if (isExploriumError(cause)) {
    // What it says is of the last attempt alone.
    if (facts.mayHaveActed) Reflect.set(cause, 'mayHaveActed', true);
    return cause;
  }
  if (cause instanceof Aborted) {
    return new AbortError('aborted by the caller', { ...facts, cause: cause.reason });
  }
  if (cause instanceof TimedOut) {
    return new TimeoutError(`no complete answer within ${cause.limit} ms`, facts);
  }
  // fetch's own message says no more than that it failed.
  const { message, code } = fieldsOf(fieldsOf(cause).cause ?? cause);
  return new ConnectionError(`connection failed: ${message || code}`, { ...facts, cause });
}
