// One call as a series of attempts: sends, reads, decides whether to send again, and says what came of it.
import { type Answered, type Reading, readAnswer } from './answer.ts';
import type { CallFacts } from './client-types.ts';
import { describe } from './error-from-answer.ts';
import { AbortError, ConnectionError, ExploriumError, RedirectError, TimeoutError } from './errors.ts';
import type { Hooks } from './hooks.ts';
import type { LimitOptions } from './options.ts';
import { parseRetryAfter, readRateLimit } from './rate-limit.ts';
import { backoff, isIdempotent, isRefusal, isTransient, neverOpened } from './retry.ts';
import { sleep, TIMED_OUT, withLimit } from './timing.ts';

/** What is sent, and how its answer is read. */
export interface Exchange extends Reading {
  method: string;
  headers: Headers;
  signal?: AbortSignal | null | undefined;
  /** Sends once. */
  send: (signal: AbortSignal) => Promise<Response>;
  /** Waits until an attempt may be sent. */
  throttle?: ((signal: AbortSignal) => Promise<void>) | undefined;
}

/** Makes attempts until one succeeds or no other may follow. Keeps `facts` up to date meanwhile. */
export async function exchange(
  request: Exchange,
  { retry, timeout = 30_000, deadline = 120_000, onRequest, onResponse, onRetry }: LimitOptions & Hooks,
  facts: CallFacts,
): Promise<Answered> {
  const { method, url, headers, signal, throttle } = request;
  const policy = retry || {};
  const maxRetries = retry === false ? 0 : (policy.maxRetries ?? 2);
  const idempotent = policy.idempotent ?? isIdempotent(method);
  const end = performance.now() + deadline;
  const left = (): number => end - performance.now();
  const fail = (cause: unknown): never => {
    throw toError(cause, facts, signal, left() > 0 ? `timeout ${timeout}` : `deadline ${deadline}`);
  };

  for (;;) {
    if (throttle) await withLimit(throttle, left(), signal).catch(fail);
    if (signal?.aborted) fail(signal.reason);
    const attempt = facts.attempts + 1;
    const event = { call: facts.call, attempt, url };
    await onRequest?.({ ...event, headers });

    facts.attempts = attempt;
    const started = performance.now();
    let answered: Answered | undefined;
    let cause: unknown;
    try {
      answered = await withLimit(
        async (limit) => readAnswer(await request.send(limit), request, facts),
        Math.min(timeout, left()),
        signal,
      );
    } catch (error) {
      cause = error;
    }

    const response = answered?.response;
    const status = response?.status ?? 0;
    const retryAfter = answered && retryAfterOf(answered);
    const redirected = cause instanceof RedirectError ? cause : undefined;
    const refused = response
      ? isRefusal(status, retryAfter)
      : redirected
        ? !redirected.mayHaveActed
        : neverOpened(cause);
    // Stays true once it was: a later refusal undoes nothing.
    facts.mayHaveActed ||= !refused && (!response || response.ok || status === 408 || status > 499);
    if (response) {
      facts.rateLimit = readRateLimit(response.headers);
      await onResponse?.({
        ...event,
        status,
        headers: response.headers,
        duration: performance.now() - started,
      });
    }

    const isWorthIt = response ? isTransient(status) : !redirected && !signal?.aborted;
    const delay = (retryAfter ?? 0) * 1000 + backoff(attempt, policy);
    if (!isWorthIt || !(refused || idempotent) || attempt > maxRetries || delay > left()) {
      return answered ?? fail(cause);
    }
    await onRetry?.(
      response ? { ...event, delay, status } : { ...event, delay, error: toError(cause, facts, signal, '') },
    );
    await sleep(delay, signal).catch(fail);
  }
}

function toError(
  cause: any,
  facts: CallFacts,
  signal: AbortSignal | null | undefined,
  limit: string,
): ExploriumError {
  if (cause instanceof ExploriumError) return cause;
  const make = (Class: typeof ExploriumError, what: string): ExploriumError =>
    new Class(describe(what, facts), { ...facts, cause });
  if (signal?.aborted) return make(AbortError, 'aborted by the caller');
  if (cause === TIMED_OUT) return make(TimeoutError, `no complete answer within the ${limit} ms`);
  const root = cause?.cause ?? cause;
  return make(ConnectionError, `connection failed: ${root?.message || root?.code || root}`);
}

// A browser lets a page see Retry-After only if the server says so; the body of a 429 says it again.
function retryAfterOf({ response, body }: Answered): number | undefined {
  const inBody =
    response.status === 429 && typeof body === 'string' && /"retry_after":\s*(\d+)/.exec(body)?.[1];
  return parseRetryAfter(response.headers.get('Retry-After') ?? (inBody || null));
}
