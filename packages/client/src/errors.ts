// The errors: one class, subclasses by meaning, and a guard that works across realms and duplicate installs.
import type { RateLimit } from './rate-limit.ts';

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
  /** Seconds the server asks to wait, from `Retry-After` or the body's `retry_after`. */
  retryAfter?: number | undefined;
  /** The answer's `X-RateLimit-*` headers. */
  rateLimit?: RateLimit | undefined;
  /**
   * Whether the server may have acted on the request although it failed: the connection broke or time ran out
   * after the request left, or a 5xx answer. `false` means that repeating the call repeats nothing.
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

  constructor(message: string, { response, cause, ...details }: ExploriumErrorDetails = {}) {
    super(message, cause === undefined ? cause : { cause });
    const present = Object.entries(details).filter(([, value]) => value !== undefined);
    Object.assign(this, { problems: [], attempts: 0, mayHaveActed: false }, Object.fromEntries(present));
    // Not enumerable, so that a printed error is not mostly headers.
    Object.defineProperty(this, 'response', { value: response });
  }

  /** Name, message and details, for structured logs. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }

  static {
    Object.assign(this.prototype, { name: 'ExploriumError', [BRAND]: true });
  }
}

/** The request was never sent: a missing or malformed key, base URL, header or path parameter. */
export class UsageError extends ExploriumError {
  static {
    this.prototype.name = 'UsageError';
  }
}

/** 401: the key is missing or not recognised. */
export class AuthenticationError extends ExploriumError {
  static {
    this.prototype.name = 'AuthenticationError';
  }
}

/** 403: the key may not do this, or is out of credits. */
export class PermissionError extends ExploriumError {
  static {
    this.prototype.name = 'PermissionError';
  }
}

/** 400 or 422: the request is not what the API's document asks for; `problems` says where. */
export class RequestValidationError extends ExploriumError {
  static {
    this.prototype.name = 'RequestValidationError';
  }
}

/** 429: more requests than the key may make in 60 seconds; `retryAfter` says how long to wait. */
export class RateLimitedError extends ExploriumError {
  static {
    this.prototype.name = 'RateLimitedError';
  }
}

/** 5xx: the service met an error of its own. */
export class ServerError extends ExploriumError {
  static {
    this.prototype.name = 'ServerError';
  }
}

/** A success status whose `response_context.request_status` is `failure`. */
export class RequestFailedError extends ExploriumError {
  static {
    this.prototype.name = 'RequestFailedError';
  }
}

/** A success status whose body is missing or not JSON. */
export class MalformedResponseError extends ExploriumError {
  static {
    this.prototype.name = 'MalformedResponseError';
  }
}

/** The server answered with a redirect, which is never followed: the key goes to one origin only. */
export class RedirectError extends ExploriumError {
  static {
    this.prototype.name = 'RedirectError';
  }
}

/** No answer, or half of one: the connection could not be opened or broke. */
export class ConnectionError extends ExploriumError {
  static {
    this.prototype.name = 'ConnectionError';
  }
}

/** No complete answer within `timeout` or `deadline`. */
export class TimeoutError extends ExploriumError {
  static {
    this.prototype.name = 'TimeoutError';
  }
}

/** The caller's `signal` was aborted; `cause` is its reason. */
export class AbortError extends ExploriumError {
  static {
    this.prototype.name = 'AbortError';
  }
}

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
