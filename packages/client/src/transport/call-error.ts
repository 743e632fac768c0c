// What a call rejects with when there is no answer to give.
import type { CallFacts } from '../client-types.ts';
import { AbortError } from '../errors/abort-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import type { ExploriumError, ExploriumErrorDetails } from '../errors/explorium-error.ts';
import { isExploriumError } from '../errors/is-explorium-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { fieldsOf } from '../fields.ts';
import { classify, mayHaveActed } from './classify.ts';
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

/** Passes on what hooks and middleware throw as it is; a time limit and an abort become errors of the call. */
export function rethrow(cause: unknown, facts: CallFacts): never {
  throw cause instanceof Aborted || cause instanceof TimedOut ? callError(cause, facts) : cause;
}

/** The error of an answer that is not passed on. */
export function answerError(
  Class: new (what: string, details: ExploriumErrorDetails) => ExploriumError,
  what: string,
  { status }: Response,
  facts: CallFacts,
): ExploriumError {
  const acted = facts.mayHaveActed || mayHaveActed(classify({ status }, false).outcome);
  return new Class(what, { ...facts, status, mayHaveActed: acted });
}
