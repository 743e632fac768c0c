// The errors: one class, subclasses by meaning, and a guard that works across realms and duplicate installs.
import type { Json } from '../json.ts';
import type { RateLimit } from '../rate-limit/headers.ts';

const BRAND = Symbol.for('@agentsource/client ExploriumError');

/** One thing that is wrong with a request, from the `detail` array of a 422. */
export interface ValidationProblem {
  /** Where: the server's `loc` joined by dots, as in `body.prospect_ids.0`. */
  path: string;
  /** What is wrong, in the server's words. */
  message: string;
  /** The server's machine-readable name of the problem, as in `string_pattern_mismatch`. */
  type: string;
}

/** What an `ExploriumError` carries beside its message; what does not apply to an error is absent from it. */
export interface ExploriumErrorDetails {
  /** The call, as in `POST /v1/prospects/events/enrollments`. */
  call?: string | undefined;
  /** HTTP status of the answer; absent where there was none. */
  status?: number | undefined;
  /** The body's own code: `error` or `code` of a documented 429. */
  code?: string | number | undefined;
  /** What the vendor's support asks for: `correlation_id` of the body. */
  correlationId?: string | undefined;
  /** The problems of a 422; empty for everything else. */
  problems?: ValidationProblem[] | undefined;
  /** The answer's body: parsed where it was JSON, the text where it was not. */
  body?: unknown;
  /** The answer, body already read. */
  response?: Response | undefined;
  /** How often the request was sent; 0 if it was refused before it left. */
  attempts?: number | undefined;
  /** Seconds the server asks to wait, from `Retry-After`. */
  retryAfter?: number | undefined;
  /** The answer's `X-RateLimit-*` headers. */
  rateLimit?: RateLimit | undefined;
  /**
   * Whether the server may have acted on the request although it failed: the connection broke, time ran out or
   * the caller aborted after the request left; a 408; a 5xx but a 503 with `Retry-After`; a malformed or failed success; a
   * redirect other than 307 and 308. `false` means that repeating the call repeats nothing.
   */
  mayHaveActed?: boolean | undefined;
  /** The lower-level error, such as fetch's. */
  cause?: unknown;
}

/**
 * Everything that `unwrap` throws, and everything that a call rejects with but errors thrown by your own middleware
 * and hooks. `name` tells the subclass even where `instanceof` can't (another realm, a second copy of this package).
 *
 * Never holds the API key. Printing it or `JSON.stringify` shows the details, but not `response`.
 */
export class ExploriumError extends Error {
  declare readonly call?: string;
  declare readonly status?: number;
  declare readonly code?: string | number;
  declare readonly correlationId?: string;
  declare readonly problems: ValidationProblem[];
  declare readonly body?: unknown;
  declare readonly response?: Response;
  declare readonly attempts: number;
  declare readonly retryAfter?: number;
  declare readonly rateLimit?: RateLimit;
  declare readonly mayHaveActed: boolean;

  /** @param what what went wrong; the call and the correlation id are put around it. */
  constructor(what: string, { response, cause, ...details }: ExploriumErrorDetails = {}) {
    const { call, correlationId } = details;
    const message =
      (call ? `${call}: ` : '') + what + (correlationId ? ` (correlation id ${correlationId})` : '');
    super(message, cause === undefined ? cause : { cause });
    // What does not apply is left out, and the response is not enumerable: a printed error shows what matters.
    for (const [name, value] of Object.entries({
      problems: [],
      attempts: 0,
      mayHaveActed: false,
      ...details,
    })) {
      if (value !== undefined) (this as Json)[name] = value;
    }
    Object.defineProperty(this, 'response', { value: response });
  }

  /** Name, message and details, for structured logs. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }

  static {
    Object.assign(ExploriumError.prototype, { name: 'ExploriumError', [BRAND]: true });
  }
}

// The class takes its own name from the key; on the prototype the first line of a stack trace finds it too.
function subclass(name: string): typeof ExploriumError {
  const { [name]: Subclass = ExploriumError } = { [name]: class extends ExploriumError {} };
  Subclass.prototype.name = name;
  return Subclass;
}

/** The request was never sent: a missing or malformed key, base URL, header or path parameter. */
export type UsageError = ExploriumError;
export const UsageError: typeof ExploriumError = subclass('UsageError');

/** 401: the key is missing or not recognised. */
export type AuthenticationError = ExploriumError;
export const AuthenticationError: typeof ExploriumError = subclass('AuthenticationError');

/** 403: the key may not do this, or is out of credits. */
export type PermissionError = ExploriumError;
export const PermissionError: typeof ExploriumError = subclass('PermissionError');

/** 400 or 422: the request is not what the API's document asks for; `problems` says where. */
export type RequestValidationError = ExploriumError;
export const RequestValidationError: typeof ExploriumError = subclass('RequestValidationError');

/** 429: more requests than the key may make in 60 seconds; `retryAfter` says how long to wait. */
export type RateLimitedError = ExploriumError;
export const RateLimitedError: typeof ExploriumError = subclass('RateLimitedError');

/** 5xx: the service met an error of its own. */
export type ServerError = ExploriumError;
export const ServerError: typeof ExploriumError = subclass('ServerError');

/** A success status whose `response_context.request_status` is `failure`. */
export type RequestFailedError = ExploriumError;
export const RequestFailedError: typeof ExploriumError = subclass('RequestFailedError');

/** A success status whose body is missing or not JSON. */
export type MalformedResponseError = ExploriumError;
export const MalformedResponseError: typeof ExploriumError = subclass('MalformedResponseError');

/** The server answered with a redirect, which is never followed: the key goes to one origin only. */
export type RedirectError = ExploriumError;
export const RedirectError: typeof ExploriumError = subclass('RedirectError');

/** No answer, or half of one: the connection could not be opened or broke. */
export type ConnectionError = ExploriumError;
export const ConnectionError: typeof ExploriumError = subclass('ConnectionError');

/** No complete answer within `timeout` or `deadline`. */
export type TimeoutError = ExploriumError;
export const TimeoutError: typeof ExploriumError = subclass('TimeoutError');

/** The caller's `signal` was aborted; `cause` is its reason. */
export type AbortError = ExploriumError;
export const AbortError: typeof ExploriumError = subclass('AbortError');

/**
 * Whether a caught value is an `ExploriumError`, also one of another realm or of a second copy of this package.
 *
 * @example
 * ```ts
 * import { createClient, isExploriumError, unwrap } from '@agentsource/client';
 *
 * const client = createClient();
 * try {
 *   await unwrap(
 *     client.POST('/v1/prospects/events/enrollments', {
 *       body: { enrollment_key: 'monitor', event_types: ['prospect_changed_role'], prospect_ids: [] },
 *     }),
 *   );
 * } catch (error) {
 *   if (!isExploriumError(error)) throw error;
 *   console.log(error.name, error.status, error.problems, error.correlationId);
 * }
 * ```
 */
export function isExploriumError(value: unknown): value is ExploriumError {
  return Object(value)[BRAND] === true;
}
