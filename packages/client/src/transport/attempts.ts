// One call as a series of attempts: sends, asks `classify` whether to send again, waits, and sends again.
import type { CallFacts } from '../client-types.ts';
import type { AttemptEvent, Hooks } from '../hooks.ts';
import type { LimitOptions } from '../options.ts';
import { parseRetryAfter } from '../rate-limit/headers.ts';
import type { Answer } from './answer.ts';
import { backoff } from './backoff.ts';
import { callError } from './call-error.ts';
import { classify, isIdempotent, mayHaveActed } from './classify.ts';
import type { RepeatableRequest } from './request.ts';
import { Aborted, sleep, startBudget, type TimeBudget, TimedOut } from './timing.ts';

/** A call to be made. */
export interface Call {
  request: RepeatableRequest;
  /** Sends the request once and reads the answer to its end. */
  send: (signal: AbortSignal) => Promise<Answer>;
  /** Waits until an attempt may be sent. */
  throttle?: ((signal: AbortSignal) => Promise<void>) | undefined;
  options: LimitOptions & Hooks;
  /** What is known of the call; kept up to date. */
  facts: CallFacts;
}

/**
 * Makes attempts until one succeeds or no other may follow.
 *
 * @returns the last answer, of whatever status.
 * @throws {ConnectionError | TimeoutError | AbortError | RedirectError} where there is none, and what a hook throws.
 */
export async function makeAttempts(call: Call): Promise<Answer> {
  const { request, options, facts } = call;
  const { deadline = 120_000, onRetry } = options;
  const retry = options.retry === false ? { maxRetries: 0 } : options.retry;
  const { maxRetries = 2, idempotent = isIdempotent(request.method) } = retry ?? {};
  const budget = startBudget(deadline, request.signal);
  try {
    for (;;) {
      const { event, answer, error, mayRepeat } = await attemptOnce(call, budget, idempotent);
      const delay = (facts.retryAfter ?? 0) * 1000 + backoff(event.attempt, retry);
      if (!mayRepeat || event.attempt > maxRetries || delay > budget.left()) {
        if (answer) return answer;
        throw callError(error, facts);
      }
      if (onRetry) {
        const reason = answer ? { status: answer.response.status } : { error: callError(error, facts) };
        await budget.run(() => onRetry({ ...event, delay, ...reason }));
      }
      await sleep(delay, request.signal);
    }
  } catch (cause) {
    throw cause instanceof Aborted || cause instanceof TimedOut ? callError(cause, facts) : cause;
  }
}

interface Attempt {
  event: AttemptEvent;
  answer: Answer | undefined;
  /** Why there is no answer. */
  error: unknown;
  mayRepeat: boolean;
}

// What hooks and the throttle throw is passed on, but they too keep to the deadline.
async function attemptOnce(call: Call, budget: TimeBudget, idempotent: boolean): Promise<Attempt> {
  const { request, send, throttle, options, facts } = call;
  const { timeout = 30_000, onRequest, onResponse } = options;
  const event = { call: facts.call, attempt: facts.attempts + 1, url: request.url };
  if (throttle) await budget.run(throttle);
  if (onRequest) await budget.run(() => onRequest({ ...event, headers: request.headers }));
  // Before anything is sent, so that nothing is sent for nothing.
  budget.check();

  facts.attempts = event.attempt;
  const started = performance.now();
  let answer: Answer | undefined;
  let error: unknown;
  try {
    answer = await budget.run(send, timeout);
  } catch (cause) {
    error = cause;
  }
  const response = answer?.response;
  facts.retryAfter = response && retryAfterOf(response);
  const cameBack = response ? { status: response.status, retryAfter: facts.retryAfter } : { error };
  const { outcome, mayRepeat } = classify(cameBack, idempotent);
  // Stays true once it was: a later refusal undoes nothing.
  facts.mayHaveActed ||= mayHaveActed(outcome);
  if (response && onResponse) {
    const { status, headers } = response;
    const duration = performance.now() - started;
    await budget.run(() => onResponse({ ...event, status, headers, duration }));
  }
  return { event, answer, error, mayRepeat };
}

function retryAfterOf({ ok, headers }: Response): number | undefined {
  return ok ? undefined : parseRetryAfter(headers.get('Retry-After'));
}
