// The hooks of a client: told about every attempt of every call.
import type { ExploriumError } from './errors/explorium-error.ts';

/** What every hook is told. */
export interface AttemptEvent {
  /** The call, as in `POST /v1/prospects/events/enrollments`. */
  call: string;
  /** 1 for the first attempt of a call. */
  attempt: number;
  /** Where the request goes, with path and query parameters filled in. */
  url: string;
}

/** What `onRequest` is told. */
export interface RequestEvent extends AttemptEvent {
  /** The request's headers without the API key. They may be changed; a change lasts for the later attempts too. */
  headers: Headers;
}

/** What `onResponse` is told. */
export interface ResponseEvent extends AttemptEvent {
  status: number;
  /** The answer's headers. */
  headers: Headers;
  /** Milliseconds from sending to the end of the answer's body (its headers, for `parseAs: 'stream'`). */
  duration: number;
}

/** What `onRetry` is told. */
export interface RetryEvent extends AttemptEvent {
  /** Milliseconds until the next attempt. */
  delay: number;
  /** The status that is the reason; absent where there was no whole answer. */
  status?: number;
  /** The `ConnectionError` or `TimeoutError` that is the reason; absent where there is a status. */
  error?: ExploriumError;
}

/**
 * Hooks see attempts, middleware sees calls. For each attempt, in this order: `onRequest` just before it is sent; then
 * `onResponse` when its answer, of whatever status, has been read, or nothing when there was no whole answer; then
 * `onRetry`, only if another attempt follows. A hook that returns a promise is waited for. What it throws ends the call
 * and is what the call rejects with. No hook gets a body to read, so none can take it from the caller.
 * A hook that outlasts the call's `deadline` ends the call with a `TimeoutError`.
 */
export interface Hooks {
  onRequest?: ((event: RequestEvent) => void | Promise<void>) | undefined;
  onResponse?: ((event: ResponseEvent) => void | Promise<void>) | undefined;
  onRetry?: ((event: RetryEvent) => void | Promise<void>) | undefined;
}
