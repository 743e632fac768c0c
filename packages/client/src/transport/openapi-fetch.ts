// Everything that is done to openapi-fetch. It makes the request, runs the middleware and parses errors; what sends is `transmit`.
import createOpenApiFetch from 'openapi-fetch';
import type { AgentSourceClient, CallFacts } from '../client-types.ts';
import type { Fetch, LimitOptions } from '../options.ts';
import { type Answer, type ParseAs, toResponse } from './answer.ts';
import { checkHeaders, checkLimits, checkPath } from './checks.ts';
import type { HeadersOptions, Middleware } from './openapi-fetch-types.ts';
import type { Redactor } from './redaction.ts';
import { type RepeatableRequest, repeatable } from './request.ts';
import { parseData, Result } from './result.ts';

/** The options of one call, as they arrive; the types that the caller sees are those of `AgentSourceClient`. */
interface CallInit extends LimitOptions {
  params?: { path?: Record<string, unknown>; header?: HeadersOptions };
  headers?: HeadersOptions;
  signal?: AbortSignal | null;
  parseAs?: ParseAs;
  middleware?: Middleware[];
  Request?: typeof Request;
  fetch?: Fetch;
}

/** What openapi-fetch is put on. */
export interface Transport {
  /** Where to, spelled as in every URL made from it: lower case, no default port. */
  baseUrl: string;
  /** Headers of every request. */
  headers: HeadersOptions;
  /** Sends one call, in as many attempts as it takes, and keeps `facts` up to date. */
  transmit(request: RepeatableRequest, init: CallInit, facts: CallFacts): Promise<Answer>;
  redactor: Redactor;
}

/** openapi-fetch's client without the types of the document. */
interface Core {
  request(
    method: string,
    path: string,
    init: object,
  ): Promise<{ data?: unknown; error?: unknown; response: Response & { original?: Response } }>;
  use(...middleware: Middleware[]): void;
}

/** A client of openapi-fetch whose calls are sent by a transport, and whose results have the facts of the call. */
export function createCalls({ baseUrl, headers, transmit, redactor }: Transport): AgentSourceClient {
  const core = createOpenApiFetch({ baseUrl, headers }) as Core;
  let isObserved = false;

  const call = async (method: string, path: string, init: CallInit = {}): Promise<Result> => {
    checkPath(path, init.params?.path);
    checkHeaders(init.headers);
    checkHeaders(init.params?.header);
    checkLimits(init);
    const facts: CallFacts = { call: `${method} ${path}`, attempts: 0, mayHaveActed: false };
    const { parseAs = 'json' } = init;
    // Middleware gets what the platform would give it; without any, nobody can tell the difference.
    const isAlone = !isObserved && !init.middleware?.length && !init.Request;
    const { data, error, response } = await core.request(method, path, {
      ...init,
      ...(isAlone && { Request: RequestStub }),
      fetch: async (request: Request | RequestStub) => {
        if (request instanceof RequestStub) return responseStub(await transmit(request, init, facts));
        return toResponse(await transmit(await repeatable(request), init, facts));
      },
      // JSON as text, so that a body that is not JSON becomes an error which says so.
      parseAs: isAlone ? 'stream' : parseAs === 'json' ? 'text' : parseAs,
    });
    const result = new Result(response.original ?? response, facts);
    if (response.ok) {
      result.data = parseData({ response: result.response, body: data }, parseAs, { facts, redactor });
    }
    // openapi-fetch leaves the error of an empty body empty, and `if (error)` would miss it.
    else result.error = error || {};
    return result;
  };

  return {
    ...core,
    use(...middleware: Middleware[]): void {
      core.use(...middleware);
      isObserved = true;
    },
    request: (method: string, path: string, init?: CallInit) => call(method.toUpperCase(), path, init),
    ...Object.fromEntries(
      METHODS.map((method) => [method, (path: string, init?: CallInit) => call(method, path, init)]),
    ),
  } as unknown as AgentSourceClient;
}

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];

/** What openapi-fetch makes instead of a `Request` when there is no middleware: making real ones is most of its cost. */
class RequestStub implements RepeatableRequest {
  readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly signal?: AbortSignal | null;
  declare readonly body?: BodyInit | null;

  constructor(url: string, init: RequestInit & { method: string; headers: Headers }) {
    this.url = url;
    Object.assign(this, init);
  }
}

// openapi-fetch asks for Content-Length and Transfer-Encoding, to not read what is empty; here nothing is left to read.
const NO_HEADERS = { get: () => null };

/** What openapi-fetch reads in place of an answer that has been read. The caller gets the original. */
function responseStub({ response, body }: Answer): object {
  const { ok, status } = response;
  return { original: response, ok, status, headers: NO_HEADERS, body, text: async () => body };
}
