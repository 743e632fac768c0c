// One attempt: puts the API key on, sends, and reads the answer to its end.
import { API_KEY_HEADER } from '../generated/document.ts';
import { type Answer, readBody } from './answer.ts';
import type { Call } from './call.ts';
import { refuseRedirect } from './redirect.ts';
import { asInput, type RepeatableRequest } from './request.ts';

/**
 * @param signal ends the attempt.
 * @throws {RedirectError} on a redirect, {MalformedResponseError} on an answer that is too large, and whatever `fetch` rejects
 * with.
 */
export async function sendOnce(request: RepeatableRequest, signal: AbortSignal, call: Call): Promise<Answer> {
  const { fetch, requestInitExt, secret } = call;
  // Nobody but hooks and middleware ever holds those of the request.
  const headers = request.original || call.onRequest ? new Headers(request.headers) : request.headers;
  if (secret) headers.set(API_KEY_HEADER, secret.key);
  const options = {
    ...request,
    ...requestInitExt,
    // fetch wants to be told of a stream that it is one way.
    duplex: 'half',
    headers,
    signal: call.signal && call.parseAs === 'stream' ? AbortSignal.any([signal, call.signal]) : signal,
    redirect: 'manual',
  } as RequestInit;
  try {
    const response = await fetch(asInput(request, options, fetch), options);
    refuseRedirect(response, call.facts);
    if (response.ok || !secret)
      return { response, body: await readBody(response, call.reading(response), call) };
    secret.redactor.response(response);
    const text = await readBody(response, 'text', call);
    return { response, body: secret.redactor.text(text as string) };
  } catch (error) {
    // It may hold what the server sent, and that the request: Node's parser errors have `data`.
    secret?.redactor.error(error);
    throw error;
  }
}
