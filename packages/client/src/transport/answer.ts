// A whole answer: read to its end, so that a half one is noticed while the call can still be repeated.

/** How openapi-fetch lets the caller choose what `data` is. */
export type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/** An answer that has been read. */
export interface Answer {
  /** As it came; its body is used, unless `body` is its stream. */
  response: Response;
  /** As the call's `parseAs` says, JSON still as text; what isn't a success, always as text, except for `createFetch`. */
  body: unknown;
}

/** The body of an answer as `parseAs` says, JSON still as text. */
export function readBody(response: Response, parseAs: ParseAs): Promise<unknown> {
  if (parseAs === 'json') return response.text();
  return parseAs === 'stream' ? Promise.resolve(response.body) : response[parseAs]();
}

/** An answer to be read again, by middleware or whoever takes a `fetch`. */
export function toResponse({ response, body }: Answer): Response {
  const { headers, status, statusText } = response;
  // The constructor takes less than a server may send.
  const text = /^[\t -~]*$/.test(statusText) ? statusText : '';
  const init = { headers, statusText: text, status: status > 199 && status < 600 ? status : 502 };
  return Object.defineProperty(new Response((body as BodyInit) || null, init), 'url', {
    value: response.url,
  });
}
