// What a call resolves to: openapi-fetch's result, and the facts of the call.
import type { CallFacts } from '../client-types.ts';
import { MalformedResponseError } from '../errors/malformed-response-error.ts';
import { type RateLimit, readRateLimit } from '../rate-limit/headers.ts';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import type { Reading } from './reading.ts';

/** A class, because an object put together from others costs each call a few microseconds more. */
export class Result implements CallFacts {
  data: unknown;
  error: unknown;
  readonly response: Response;
  readonly call: string;
  readonly attempts: number;
  readonly retryAfter: number | undefined;
  readonly mayHaveActed: boolean;

  constructor(response: Response, { call, attempts, retryAfter, mayHaveActed }: CallFacts) {
    this.response = response;
    this.call = call;
    this.attempts = attempts;
    this.retryAfter = retryAfter;
    this.mayHaveActed = mayHaveActed;
  }

  /** Read when asked for: three headers take as long as the rest of a result. */
  get rateLimit(): RateLimit | undefined {
    return readRateLimit(this.response.headers);
  }
}

/**
 * `data` of a success.
 *
 * @throws {MalformedResponseError} if the body is empty and should not be, or is not the JSON that it should be.
 */
export function parseData(
  { response, body }: Answer,
  reading: Reading,
  { parseAs, facts, secret }: Call,
): unknown {
  const isEmpty = !(body instanceof Blob ? body.size : body);
  if (reading === 'nothing' || (reading === 'jsonIfAny' && isEmpty)) return;
  if (!/^json/.test(reading) && (parseAs || !isEmpty)) return body;
  const text = isEmpty ? '' : `${body}`;
  try {
    return JSON.parse(text);
  } catch {
    secret?.redactor.response(response);
    throw new MalformedResponseError(`${response.status}, but the body is empty or not JSON`, {
      ...facts,
      rateLimit: readRateLimit(response.headers),
      status: response.status,
      body: secret?.redactor.text(text),
      response,
    });
  }
}
