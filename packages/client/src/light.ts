// Stand-ins for Request and Response where only openapi-fetch sees them: making real ones is most of its cost.
import type { Answered, Reading } from './answer.ts';

/** What openapi-fetch makes instead of a `Request` if there is no middleware. */
export class LightRequest {
  readonly url: string;
  readonly init: RequestInit & { method: string; headers: Headers };

  constructor(url: string, init: RequestInit & { method: string; headers: Headers }) {
    this.url = url;
    this.init = init;
  }

  get method(): string {
    return this.init.method;
  }
  get headers(): Headers {
    return this.init.headers;
  }
  get signal(): AbortSignal | null | undefined {
    return this.init.signal;
  }
}

/** What openapi-fetch reads of an answer whose body has been read. The caller gets the real response. */
export function lightResponse({ response, body }: Answered, parseAs: Reading['parseAs']): Response {
  const { ok, status, headers } = response;
  return {
    ok,
    status,
    headers,
    body,
    [parseAs]: async () => body,
    text: async () => body,
    json: async () => JSON.parse(body as string),
  } as Partial<Response> as Response;
}
