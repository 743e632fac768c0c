// What a call resolves to: openapi-fetch's result, and the facts of the call.
import type { CallFacts } from '../client-types.ts';
import { MalformedResponseError } from '../errors/malformed-response-error.ts';
import { type RateLimit, readRateLimit } from '../rate-limit/headers.ts';
import type { Answer, ParseAs } from './answer.ts';
import type { Redactor } from './redaction.ts';

/** A class, because an object put together from others costs each call a few microseconds more. */
export class Result implements CallFacts {
  data: unknown;
  error: unknown;
  readonly response: Response;
  declare readonly call: string;
  declare readonly attempts: number;
  declare readonly retryAfter?: number;
  declare readonly mayHaveActed: boolean;

  constructor(response: Response, facts: CallFacts) {
    this.response = response;
    Object.assign(this, facts);
  }

  /** Read when asked for: three headers take as long as the rest of a result. */
  get rateLimit(): RateLimit | undefined {
    return readRateLimit(this.response.headers);
  }
}

/**
 * `data` of a success.
 *
 * @throws {MalformedResponseError} if there should be JSON and is not.
 */
export function parseData(
  { response, body }: Answer,
  parseAs: ParseAs,
  { facts, redactor }: { facts: CallFacts; redactor: Redactor },
): unknown {
  const { status } = response;
  if (parseAs !== 'json') return body;
  if (status === 204 || status === 205 || facts.call.startsWith('HEAD ')) return;
  const text = `${body ?? ''}`;
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedResponseError(`${status}, but the body is empty or not JSON`, {
      ...facts,
      rateLimit: readRateLimit(response.headers),
      status,
      body: redactor.text(text),
      response,
    });
  }
}
