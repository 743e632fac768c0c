// One attempt: puts the API key on, sends, and reads the answer to its end.
import type { CallFacts } from '../client-types.ts';
import { API_KEY_HEADER } from '../generated/document.ts';
import type { Fetch } from '../options.ts';
import { type Answer, type Reading, readBody } from './answer.ts';
import type { Redactor } from './redaction.ts';
import { refuseRedirect } from './redirect.ts';
import type { RepeatableRequest } from './request.ts';

/** How to send. */
export interface Sending {
  fetch: Fetch;
  /** What else fetch is told, such as a call's own `cache` and `credentials`. */
  init?: object;
  /** How a success is read; it may depend on what came. */
  reading: Reading | ((response: Response) => Reading);
  /** The API key, and what takes it out of what comes back. Absent where there is none. */
  secret?: { key: string; redactor: Redactor };
  /** Whether nobody else, such as a hook or middleware, holds the request's headers, so that the key may be put in them. */
  ownsHeaders?: boolean;
  facts: CallFacts;
}

/**
 * @param signal ends the attempt.
 * @throws {RedirectError} on a redirect, and whatever `fetch` rejects with.
 */
export async function sendOnce(
  request: RepeatableRequest,
  signal: AbortSignal,
  { fetch, init, reading, secret, ownsHeaders, facts }: Sending,
): Promise<Answer> {
  const { url, method, body, original } = request;
  const headers = ownsHeaders ? request.headers : new Headers(request.headers);
  if (secret) headers.set(API_KEY_HEADER, secret.key);
  // A stream goes on after the call has given it away, and must still end at the caller's abort.
  const outlives = reading === 'stream' && request.signal;
  try {
    const response = await fetch(original ?? url, {
      ...init,
      method,
      headers,
      body: body ?? null,
      signal: outlives ? AbortSignal.any([signal, outlives]) : signal,
      redirect: 'manual',
    });
    refuseRedirect(response, facts);
    if (response.ok || !secret) {
      const how = typeof reading === 'function' ? reading(response) : reading;
      return { response, body: await readBody(response, how) };
    }
    secret.redactor.statusText(response);
    return { response, body: secret.redactor.text(await response.text()) };
  } catch (error) {
    // It may hold what the server sent, and that the request: a redirect has a target, Node's parser errors have `data`.
    secret?.redactor.error(error);
    throw error;
  }
}
