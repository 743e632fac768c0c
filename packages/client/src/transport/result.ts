// What a call resolves to: openapi-fetch's result, and the facts of the call.
import type { CallFacts } from '../client-types.ts';
import { type RateLimit, readRateLimit } from '../rate-limit/headers.ts';

/** A class, because an object put together from others costs each call a few microseconds more. */
export class Result implements CallFacts {
  data: unknown;
  error: unknown;
  readonly response: Response;
  readonly call: string;
  readonly attempts: number;
  readonly retryAfter: number | undefined;
  readonly mayHaveActed: boolean;

  constructor(response: Response, facts: CallFacts) {
    this.response = response;
    this.call = facts.call;
    this.attempts = facts.attempts;
    this.retryAfter = facts.retryAfter;
    this.mayHaveActed = facts.mayHaveActed;
  }

  /** Read when asked for: three headers take as long as the rest of a result. */
  get rateLimit(): RateLimit | undefined {
    return readRateLimit(this.response.headers);
  }
}
