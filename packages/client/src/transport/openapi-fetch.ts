// Everything that is done to openapi-fetch. It makes the request, runs the middleware and parses errors; what sends is `transmit`.
import createOpenApiFetch from 'openapi-fetch';
import type { AgentSourceClient, CallFacts } from '../client-types.ts';
import { type Answer, type ParseAs, type Reading, readBody, toResponse } from './answer.ts';
import { checkHeaders, checkLimits, checkPath } from './checks.ts';
import { type Declarations, readingFor } from './declared.ts';
import { asDeclared, type CallInit } from './openapi-fetch-init.ts';
import type { HeadersOptions, Middleware } from './openapi-fetch-types.ts';
import type { Redactor } from './redaction.ts';
import { type RepeatableRequest, repeatable } from './request.ts';
import { parseData, Result } from './result.ts';

/** One call, beside its request. */
interface CallContext {
  init: CallInit;
  /** How a success is read; it may depend on what came. */
  reading: ParseAs | ((response: Response) => Reading);
  /** What is known of the call; kept up to date. */
  facts: CallFacts;
}

/** What openapi-fetch is put on. */
export interface Transport {
  /** Where to, spelled as in every URL made from it: lower case, no default port. */
  baseUrl: string;
  /** Headers of every request. */
  headers: HeadersOptions;
  /** What the document declares of its operations beside JSON. */
  declarations: Declarations;
  /** Sends one call, in as many attempts as it takes. */
  transmit(request: RepeatableRequest, call: CallContext): Promise<Answer>;
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
export function createCalls(transport: Transport): AgentSourceClient {
  const { baseUrl, headers, declarations } = transport;
  const core = createOpenApiFetch({ baseUrl, headers }) as Core;
  let isObserved = false;

  const call = async (method: string, path: string, given: CallInit = {}): Promise<Result> => {
    const facts: CallFacts = { call: `${method} ${path}`, attempts: 0, mayHaveActed: false };
    const declared = declarations[facts.call];
    const init = declared ? asDeclared(given, declared, transport, facts) : given;
    checkPath(path, init.params?.path);
    checkHeaders(init.headers);
    checkHeaders(init.params?.header as HeadersOptions);
    checkLimits(init);
    // Middleware gets what the platform would give it; without any, nobody can tell the difference.
    const isAlone = !isObserved && !init.middleware?.length && !init.Request;
    const reading = readingFor(method, init.parseAs, declared);
    const request = (options: object) => core.request(method, path, { ...init, ...options });
    return resultOf({ init, reading, facts }, { request, isAlone }, transport);
  };

  return {
    ...core,
    use(...middleware: Middleware[]): void {
      core.use(...middleware);
      isObserved = true;
    },
    request: (method: string, path: string, init?: CallInit) => call(method.toUpperCase(), path, init),
    // GET and all the others.
    ...Object.fromEntries(
      Object.keys(core)
        .filter((name) => /^[A-Z]/.test(name))
        .map((method) => [method, (path: string, init?: CallInit) => call(method, path, init)]),
    ),
  } as unknown as AgentSourceClient;
}

/** Has openapi-fetch make the request, and makes the result. */
async function resultOf(
  context: CallContext,
  { request, isAlone }: { request: (options: object) => ReturnType<Core['request']>; isAlone: boolean },
  { transmit, redactor }: Transport,
): Promise<Result> {
  const { reading, facts } = context;
  const isDeclared = typeof reading === 'function';
  const { data, error, response } = await request({
    ...(isAlone && { Request: RequestStub }),
    fetch: async (request: Request | RequestStub) => {
      if (request instanceof RequestStub) return responseStub(await transmit(request, context));
      // As bytes: what they are is decided by the answer that middleware leaves.
      const asBytes = { ...context, reading: isDeclared ? 'arrayBuffer' : reading } as const;
      return toResponse(await transmit(await repeatable(request), asBytes));
    },
    // What the document says of an answer is applied here, where a body that is not JSON becomes an error which says so.
    parseAs: isAlone || isDeclared ? 'stream' : reading,
  });
  const result = new Result(response.original ?? response, facts);
  // openapi-fetch leaves the error of an empty body empty, and `if (error)` would miss it.
  if (!response.ok) result.error = error || {};
  else if (isDeclared) {
    const how = reading(result.response);
    const body = isAlone ? data : await readBody(response, how);
    result.data = parseData({ response: result.response, body }, how, { facts, redactor });
  } else result.data = data;
  return result;
}

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
