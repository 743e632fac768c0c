// One call as a series of attempts: sends, asks `classify` whether to send again, waits, and sends again.
import type { AttemptEvent } from '../hooks.ts';
import { waitAfter } from '../rate-limit/wait.ts';
import type { Answer } from './answer.ts';
import { backoff } from './backoff.ts';
import type { Call } from './call.ts';
import { callError } from './call-error.ts';
import { classify, isIdempotent, mayHaveActed } from './classify.ts';
import type { RepeatableRequest } from './request.ts';
import { sendOnce } from './send.ts';
import { sleep } from './timing.ts';

/**
 * Makes attempts until one succeeds or no other may follow.
 *
 * @returns the last answer, of whatever status.
 * @throws {ConnectionError | TimeoutError | AbortError | RedirectError} where there is none, what a hook throws, and `TimedOut` or
 * `Aborted` where time is up between attempts.
 */
export async function makeAttempts(request: RepeatableRequest, call: Call): Promise<Answer> {
  const { onRetry, budget, facts } = call;
  // A stream can't be sent again.
  const isOnce = call.retry === false || request.body instanceof ReadableStream;
  const retry = isOnce ? { maxRetries: 0 } : call.retry || {};
  const { maxRetries = 2, idempotent = isIdempotent(request.method) } = retry;
  for (;;) {
    const { event, answer, error, mayRepeat } = await attemptOnce(request, call, idempotent);
    const delay = mayRepeat ? (facts.retryAfter ?? 0) * 1000 + backoff(event.attempt, retry) : 0;
    if (!mayRepeat || event.attempt > maxRetries || delay > budget.left()) {
      if (answer) return answer;
      throw callError(error, facts);
    }
    if (onRetry) {
      const reason = answer ? { status: answer.response.status } : { error: callError(error, facts) };
      await budget.run(() => onRetry({ ...event, delay, ...reason }));
    }
    await sleep(delay, budget.signal);
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
async function attemptOnce(request: RepeatableRequest, call: Call, idempotent: boolean): Promise<Attempt> {
  const { throttle, secret, timeout = 30_000, onRequest, onResponse, budget, facts } = call;
  const event = { call: facts.call, attempt: facts.attempts + 1, url: request.url };
  if (throttle && secret) await budget.run((signal) => throttle(secret.key, signal));
  if (onRequest) await budget.run(() => onRequest({ ...event, headers: request.headers }));
  // Before anything is sent, so that nothing is sent for nothing.
  budget.check();

  facts.attempts = event.attempt;
  const started = performance.now();
  let answer: Answer | undefined;
  let error: unknown;
  try {
    answer = await budget.run((signal) => sendOnce(request, signal, call), timeout);
  } catch (cause) {
    error = cause;
  }
  const response = answer?.response;
  facts.retryAfter = answer && waitAfter(answer);
  const cameBack = response ? { status: response.status, retryAfter: facts.retryAfter } : { error };
  const { outcome, mayRepeat } = classify(cameBack, idempotent);
  // Stays true once it was: a later refusal undoes nothing.
  facts.mayHaveActed ||= mayHaveActed(outcome);
  if (response && onResponse) {
    secret?.redactor.response(response);
    const { status, headers } = response;
    const duration = performance.now() - started;
    await budget.run(() => onResponse({ ...event, status, headers, duration }));
  }
  return { event, answer, error, mayRepeat };
}
