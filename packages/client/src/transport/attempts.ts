// One call as a series of attempts: sends, reads, decides whether to send again, and says what came of it.

import type { CallFacts } from '../client-types.ts';
import { AbortError, ConnectionError, ExploriumError, TimeoutError } from '../errors/explorium-error.ts';
import type { Hooks } from '../hooks.ts';
import type { Json } from '../json.ts';
import type { LimitOptions } from '../options.ts';
import { parseRetryAfter } from '../rate-limit/headers.ts';
import type { Answered } from './answer.ts';
import { backoff, isIdempotent, isRefusal, isTransient, neverOpened } from './classify.ts';
import { Aborted, sleep, TIMED_OUT, withLimit } from './timing.ts';

/** What of a `Request` is needed here. Without middleware none is made: that is most of openapi-fetch's cost. */
export type RequestLike = Pick<Request, 'url' | 'method' | 'headers'> & { signal?: AbortSignal | null };

/**
 * Makes attempts until one succeeds or no other may follow. Keeps `facts` up to date meanwhile.
 *
 * @param send sends once and reads the answer.
 * @param throttle waits until an attempt may be sent.
 */
export async function exchange(
  { method, url, headers, signal }: RequestLike,
  send: (signal: AbortSignal) => Promise<Answered>,
  throttle: ((signal: AbortSignal) => Promise<void>) | undefined,
  { retry, timeout = 30_000, deadline = 120_000, onRequest, onResponse, onRetry }: LimitOptions & Hooks,
  facts: CallFacts,
): Promise<Answered> {
  const policy = retry || {};
  const { maxRetries = retry === false ? 0 : 2, idempotent = isIdempotent(method) } = policy;
  const end = performance.now() + deadline;
  const left = (): number => end - performance.now();
  // The limit that runs; its timer may fire a little before or after the clock says so.
  let limit = deadline;
  const toError = (cause: Json): ExploriumError => {
    if (cause instanceof ExploriumError) return cause;
    const details = { ...facts, cause };
    if (cause instanceof Aborted) {
      return new AbortError('aborted by the caller', { ...facts, cause: cause.reason });
    }
    if (cause === TIMED_OUT) {
      return new TimeoutError(`no complete answer within ${limit} ms`, details);
    }
    const root = cause?.cause ?? cause;
    return new ConnectionError(`connection failed: ${root?.message || root?.code}`, details);
  };
  const fail = (cause: unknown): never => {
    throw toError(cause);
  };
  // Hooks and throttles are the caller's: what they throw is passed on, but they too keep to the deadline.
  const inTime = (work: (signal: AbortSignal) => unknown): Promise<unknown> =>
    withLimit(async (cut) => work(cut), left(), signal).catch((cause) => {
      throw cause === TIMED_OUT || cause instanceof Aborted ? toError(cause) : cause;
    });

  for (;;) {
    limit = deadline;
    if (throttle) await inTime(throttle);
    const event = { call: facts.call, attempt: facts.attempts + 1, url };
    if (onRequest) await inTime(() => onRequest({ ...event, headers }));
    // Before anything is sent, so that nothing is sent for nothing.
    if (signal?.aborted) fail(new Aborted(signal.reason));
    const started = performance.now();
    if (started >= end) fail(TIMED_OUT);

    facts.attempts = event.attempt;
    limit = timeout < end - started ? timeout : deadline;
    let cause: unknown;
    let answered: Answered | undefined;
    try {
      answered = await withLimit(send, Math.min(timeout, end - started), signal);
    } catch (error) {
      cause = error;
    }
    const response = answered?.response;
    const { status = 0 } = response ?? {};
    const retryAfter =
      response && !response.ok ? parseRetryAfter(response.headers.get('Retry-After')) : undefined;
    const isRefused = response ? isRefusal(status, retryAfter) : neverOpened(cause);
    const isFinal = response ? !isTransient(status) : cause instanceof ExploriumError;
    // Stays true once it was: a later refusal undoes nothing.
    facts.mayHaveActed ||= response?.ok || (cause as Json)?.mayHaveActed || !(isRefused || isFinal);
    facts.retryAfter = retryAfter;
    if (response && onResponse) {
      const { headers } = response;
      const duration = performance.now() - started;
      await inTime(() => onResponse({ ...event, status, headers, duration }));
    }

    const mayRepeat =
      !isFinal && !signal?.aborted && (isRefused || idempotent) && event.attempt <= maxRetries;
    const delay = mayRepeat ? (retryAfter ?? 0) * 1000 + backoff(event.attempt, policy) : 0;
    if (!mayRepeat || !(delay <= left())) return answered ?? fail(cause);
    if (onRetry) {
      const why = response ? { status } : { error: toError(cause) };
      await inTime(() => onRetry({ ...event, delay, ...why }));
    }
    await sleep(delay, signal).catch(fail);
  }
}
