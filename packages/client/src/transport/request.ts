// A request that can be sent more than once.
import type { Fetch } from '../options.ts';

/** What of a request is sent, beside what else fetch is told (`cache`, `credentials` …); its body is no stream that can be read only once. */
export interface RepeatableRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: BodyInit | null | undefined;
  /** The platform's request that it was made of: what else that says is sent along. */
  readonly original?: Request;
}

/** Reads a request's body, as bytes because it may be a form, so that it can be sent again; a stream is sent as it is. */
export async function repeatable(original: Request, isStream?: boolean): Promise<RepeatableRequest> {
  const { url, method, headers } = original;
  // Also what openapi-fetch put on it: options that `Request` doesn't know.
  const request = { ...original, url, method, headers, original };
  if (isStream) return { ...request, body: original.body };
  const body = await original.arrayBuffer();
  // An empty body is one too; not every browser knows `Request.body`.
  return { ...request, body: original.body || body.byteLength > 0 ? body : null };
}

/** Whether a fetch takes one argument alone, as those made for openapi-fetch do: a `Request`. */
export function takesRequest(fetch: Fetch): boolean {
  return fetch !== globalThis.fetch && fetch.length === 1;
}

/** The first argument of a fetch. */
export function asInput(
  { url, original }: RepeatableRequest,
  options: RequestInit,
  fetch: Fetch,
): Request | string {
  if (!original || !takesRequest(fetch)) return original ?? url;
  // Of the same class as the original, with what was put on it; to a `fetch` that knows another `Request` it is the URL.
  const { constructor: Class } = original as unknown as { constructor: typeof Request };
  return Object.assign(new Class(original, options), original, { toString: () => url });
}
