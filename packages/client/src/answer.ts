// Reads the answer of one attempt to its end, so that a half one is noticed while it can still be retried.
import type { CallFacts } from './client-types.ts';
import { describe } from './error-from-answer.ts';
import { RedirectError } from './errors.ts';

/** How an answer is read. */
export interface Reading {
  url: string;
  /** How openapi-fetch will read the body of a success; that of an error is read as text. */
  parseAs: 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';
  /** Whether the response given back must still be readable. */
  keepBody: boolean;
  /** Takes the API key out of what the server said in an error. */
  redact: (text: string) => string;
}

/** An answer, and its body as far as it was read. */
export interface Answered {
  response: Response;
  body: unknown;
}

/**
 * Reads the body.
 *
 * @throws {RedirectError} when the answer is a redirect. It has not been followed.
 */
export async function readAnswer(
  response: Response,
  { url, parseAs, keepBody, redact }: Reading,
  facts: CallFacts,
): Promise<Answered> {
  const { ok, status, headers } = response;
  // A browser shows no more of a redirect than that there was one: status 0.
  if (response.type === 'opaqueredirect' || response.redirected || /^30[12378]$/.test(`${status}`)) {
    response.body?.cancel().catch(() => {});
    const location = headers.get('Location');
    const target = location && redact(URL.canParse(location, url) ? new URL(location, url).href : location);
    const what = `redirect${target ? ` to ${target}` : ''} refused: the API key goes to ${new URL(url).origin} only`;
    // 307 and 308 ask for the same request elsewhere; any other may be what follows the act, as a 303 does.
    const mayHaveActed = facts.mayHaveActed || !/^30[78]$/.test(`${status}`);
    throw new RedirectError(describe(`${status || ''} ${what}`, facts), {
      ...facts,
      mayHaveActed,
      status: status || undefined,
      response,
    });
  }
  if (ok && parseAs === 'stream') return { response, body: response.body };

  const kept = keepBody ? response.clone() : response;
  const body = await response[ok && parseAs !== 'json' ? (parseAs as 'text') : 'text']();
  if (ok) return { response: kept, body };
  const redacted = redact(body);
  return { response: keepBody && redacted !== body ? new Response(redacted, kept) : kept, body: redacted };
}
