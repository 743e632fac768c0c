// A request that can be sent more than once.

/** What of a request is sent, its body no stream that can be read only once. */
export interface RepeatableRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: BodyInit | null | undefined;
  readonly signal?: AbortSignal | null | undefined;
  /** The platform's request that it was made of: what else that says (`cache`, `credentials` …) is sent along. */
  readonly original?: Request;
}

/** Reads a request's body, as bytes because it may be a form, so that it can be sent again. */
export async function repeatable(original: Request): Promise<RepeatableRequest> {
  const { url, method, headers, signal } = original;
  const body = await original.arrayBuffer();
  // An empty body is one too; not every browser knows `Request.body`.
  const hasBody = original.body || body.byteLength > 0;
  return { url, method, headers, signal, original, body: hasBody ? body : null };
}
