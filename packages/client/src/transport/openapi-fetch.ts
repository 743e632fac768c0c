// Stand-ins for Request and Response where only openapi-fetch sees them: making real ones is most of its cost.
import type { Answered, ParseAs } from './answer.ts';

/** What openapi-fetch makes instead of a `Request` when there is no middleware. */
export class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal | null | undefined;
  readonly body: BodyInit | null | undefined;

  constructor(url: string, init: RequestInit & { method: string; headers: Headers }) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.signal = init.signal;
    this.body = init.body;
  }
}

// openapi-fetch asks for Content-Length and Transfer-Encoding, to not read what is empty; here nothing is left to read.
const NONE = { get: () => null } as Partial<Headers> as Headers;

/** What openapi-fetch reads of an answer that has been read already. The caller gets the real response. */
export function lightResponse({ response, body }: Answered, parseAs: ParseAs): Response {
  const { ok, status } = response;
  const read = async (): Promise<unknown> => body;
  return { ok, status, headers: NONE, body, text: read, [parseAs]: read } as Partial<Response> as Response;
}
