// The base class of every error of this package.
import type { RateLimit } from '../rate-limit/headers.ts';

/** One thing that is wrong with a request, from the `detail` array of a 422. */
export interface ValidationProblem {
  /** Where: the server's `loc` joined by dots, as in `body.prospect_ids.0`. */
  path: string;
  /** What is wrong, in the server's words. */
  message: string;
  /** The server's machine-readable name of the problem, as in `string_pattern_mismatch`. */
  type: string;
}

/** Marks instances, so that those of another realm or of a second copy of this package are known too. */
export const BRAND: unique symbol = Symbol.for('@agentsource/client ExploriumError');

/**
 * Everything that `unwrap` throws, and everything that a call rejects with except for errors thrown by your own
 * middleware and hooks. Most are of a subclass, which `name` tells even where `instanceof` can't (another realm, a second
 * copy of this package); this class itself stands for a status that has no subclass, such as 404.
 *
 * Never holds the API key. Printing it or `JSON.stringify` shows the message and the fields, but not `response`.
 */
export class ExploriumError extends Error {
  /** The call, as in `POST /v1/prospects/events/enrollments`; absent where there was none, as in `createClient`. */
  declare readonly call?: string;
  /** HTTP status of the answer; absent where there was no answer. */
  declare readonly status?: number;
  /** The code that the answer's body gives itself: `error` or `code` of a documented 429. */
  declare readonly code?: string | number;
  /** The answer's `correlation_id`, which the vendor's support asks for. */
  declare readonly correlationId?: string;
  /** What is wrong with the request, one entry for each problem of a 422; empty for everything else. */
  declare readonly problems: ValidationProblem[];
  /** The answer's body: parsed where it was JSON, its text where it was not; absent where there was no answer. */
  declare readonly body?: unknown;
  /** The answer, its body already read; absent where there was none. Not enumerable. */
  declare readonly response?: Response;
  /** How often the request was sent; 0 if it was refused before it left. */
  declare readonly attempts: number;
  /** Seconds to wait before another request, as the server's `Retry-After` header asks; absent where it has none. */
  declare readonly retryAfter?: number;
  /** The answer's `X-RateLimit-*` headers; absent where it has none. */
  declare readonly rateLimit?: RateLimit;
  /**
   * Whether the server may have acted on the request although it failed: the connection broke, time ran out or the
   * caller aborted after the request left; a 408; a 5xx except for a 503 with `Retry-After`; a malformed or failed success;
   * a redirect other than 307 and 308. `false` means that repeating the call repeats nothing.
   */
  declare readonly mayHaveActed: boolean;

  /** @param what what went wrong; the call and the correlation id are put around it. */
  constructor(what: string, { response, cause, ...details }: ExploriumErrorDetails = {}) {
    const { call, correlationId } = details;
    const message =
      (call ? `${call}: ` : '') + what + (correlationId ? ` (correlation id ${correlationId})` : '');
    super(message, cause === undefined ? undefined : { cause });
    const fields = { problems: [], attempts: 0, mayHaveActed: false, ...details };
    // What does not apply is left out, and the response is not enumerable: a printed error shows what matters.
    for (const [name, value] of Object.entries(fields)) {
      if (value !== undefined) Reflect.set(this, name, value);
    }
    Object.defineProperties(this, { response: { value: response }, [BRAND]: { value: true } });
  }

  /** The name of the class. On the prototype, so that the first line of a stack trace has it too. */
  override get name(): string {
    return 'ExploriumError';
  }

  /** Name, message and fields, for structured logs. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

type Field = Exclude<keyof ExploriumError, keyof Error | 'toJSON'>;

/** What an `ExploriumError` carries beside its message; what does not apply to an error is absent from it. */
export type ExploriumErrorDetails = {
  [Name in keyof Pick<ExploriumError, Field>]?: ExploriumError[Name] | undefined;
} & {
  /** The lower-level error, such as fetch's. */
  cause?: unknown;
};
