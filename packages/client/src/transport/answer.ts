// Reads an answer to its end, so that a half one is noticed while the call can still be repeated.
import type { CallFacts } from '../client-types.ts';
import { MalformedResponseError } from '../errors/explorium-error.ts';
import { readRateLimit } from '../rate-limit/headers.ts';

/** How openapi-fetch lets the caller choose what `data` is. */
export type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/** An answer, and its body as `readBody` gives it. */
export interface Answered {
  response: Response;
  body: unknown;
}

/** The body of a success as `parseAs` says, JSON still as text; that of anything else as text. */
export function readBody(response: Response, parseAs: ParseAs): Promise<unknown> {
  if (!response.ok || parseAs === 'json') return response.text();
  return parseAs === 'stream' ? Promise.resolve(response.body) : response[parseAs]();
}

/**
 * `data` of a success.
 *
 * @throws {MalformedResponseError} if there should be JSON and is not.
 */
export function parseData(
  { response, body }: Answered,
  parseAs: ParseAs,
  facts: CallFacts,
  redact: (text: string) => string,
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
      body: redact(text),
      response,
    });
  }
}
