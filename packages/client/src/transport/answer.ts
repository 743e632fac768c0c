// A whole answer: read to its end, so that a half one is noticed while the call can still be repeated.

/** How openapi-fetch lets the caller choose what `data` is. */
export type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/** How an answer is read: by `parseAs`; as JSON that may be missing; or not at all. */
export type Reading = ParseAs | 'jsonIfAny' | 'nothing';

/** An answer that has been read. */
export interface Answer {
  /** As it came; its body is used, unless `body` is its stream. */
  response: Response;
  /** As it was to be read, JSON still as text; what isn't a success, always as text, except for `createFetch`. */
  body: unknown;
}

/** The body of an answer, JSON still as text, and so what is to be dropped: a half answer is noticed there too. */
export async function readBody(response: Response, reading: Reading): Promise<unknown> {
  if (reading === 'stream') return response.body;
  return /^(json|nothing)/.test(reading) ? response.text() : response[reading as 'text']();
}

/** An answer to be read again, by middleware or whoever takes a `fetch`. */
export function toResponse({ response, body }: Answer): Response {
  const { headers, status, statusText } = response;
  // The constructor takes less than a server may send: of the status text, of statuses, and no body with some of these.
  const text = /^[\t -~]*$/.test(statusText) ? statusText : '';
  const init = { headers, statusText: text, status: status > 199 && status < 600 ? status : 502 };
  const content = /^(204|205|304)$/.test(`${status}`) ? null : (body as BodyInit) || null;
  return Object.defineProperty(new Response(content, init), 'url', { value: response.url });
}
