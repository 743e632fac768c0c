// Everything that is done to openapi-fetch. It makes the request, runs the middleware and parses errors; what sends is ours.
import createOpenApiFetch from 'openapi-fetch';
import type { AgentSourceClient, CallFacts } from '../client-types.ts';
import { UsageError } from '../errors/usage-error.ts';
import { API_KEY_HEADER } from '../generated/document.ts';
import type { Hooks } from '../hooks.ts';
import type { Fetch, LimitOptions } from '../options.ts';
import { type Answer, readBody, toResponse } from './answer.ts';
import { makeAttempts } from './attempts.ts';
import type { Call } from './call.ts';
import { rethrow } from './call-error.ts';
import type { CallInit } from './call-init.ts';
import { checkCall } from './checks.ts';
import type { DeclaredCalls } from './declared.ts';
import { withinBudget } from './middleware.ts';
import type { HeadersOptions, Middleware } from './openapi-fetch-types.ts';
import type { Reading } from './reading.ts';
import { type RepeatableRequest, repeatable, takesRequest } from './request.ts';
import { parseData, Result } from './result.ts';
import { type MaybeSignal, TimeBudget } from './timing.ts';

/** What every call has of its client. */
interface ClientContext extends Pick<Call, keyof LimitOptions | keyof Hooks | 'throttle' | 'requestInitExt'> {
  /** Spelled as in every URL made from it: lower case, no default port. */
  baseUrl: string;
  headers: HeadersOptions;
  signal?: MaybeSignal;
  fetch?: Fetch | undefined;
  Request?: typeof Request | undefined;
}

/** openapi-fetch's client without the types of the document. */
interface Core {
  request(method: string, path: string, init: object): Promise<CoreResult>;
}
/** `original` where the response is not the platform's. */
type CoreResult = { error?: unknown; response: Response & { original?: Response } };

/** A client of openapi-fetch whose calls are sent in as many attempts as it takes, and whose results have the facts of the call. */
export function createCalls(
  client: ClientContext,
  secret: NonNullable<Call['secret']>,
  declared: DeclaredCalls | undefined,
): AgentSourceClient {
  const core = createOpenApiFetch({ ...client, requestInitExt: undefined } as object) as Core;
  const all: Middleware[] = [];
  const call = async (verb: string, path: string, options: CallInit = {}): Promise<Result> => {
    const method = verb.toUpperCase();
    const facts: CallFacts = { call: `${method} ${path}`, attempts: 0, mayHaveActed: false };
    const init = declared?.init(options, client, facts) ?? options;
    checkCall(path, init);
    const { signal: given = client.signal, fetch = client.fetch ?? globalThis.fetch, parseAs } = init;
    // Of this call alone: Node takes many listeners on one signal for a leak, and says so.
    const signal = given && AbortSignal.any([given]);
    const settings = settingsOf(init, client);
    const budget = new TimeBudget(settings.deadline, signal);
    // As the caller asks, or else as the document says.
    const reading = (response: Response): Reading => {
      const { status } = response;
      if (method === 'HEAD' || status === 204 || status === 205) return 'nothing';
      return parseAs ?? declared?.reading(facts.call, response) ?? (status === 200 ? 'json' : 'jsonIfAny');
    };
    const known: Call = { ...settings, fetch, signal, budget, parseAs, reading, secret, facts };
    const middleware = all.concat(init.middleware ?? []).map((one) => withinBudget(one, budget));
    // Middleware gets what the platform would give it; without any, nobody can tell the difference.
    const isAlone = !middleware.length && !init.Request && !client.Request && !takesRequest(fetch);
    const more = isAlone ? alone(init, known) : observed(init, known, middleware);
    try {
      return await resultOf(await core.request(method, path, more), known);
    } catch (cause) {
      return rethrow(cause, facts);
    }
  };
  const calls = {
    request: call,
    use(...middleware: Middleware[]): void {
      // It has the checks of openapi-fetch.
      createOpenApiFetch().use(...middleware);
      all.push(...middleware.filter(Boolean));
    },
    eject(...middleware: Middleware[]): void {
      for (const one of middleware) if (all.includes(one)) all.splice(all.indexOf(one), 1);
    },
  };
  const methods = Object.keys(core).filter((name) => !(name in calls));
  for (const method of methods) Object.assign(calls, { [method]: call.bind(null, method) });
  return calls as unknown as AgentSourceClient;
}

/** What a call has of its client, with limits of its own where it has some. */
function settingsOf<Client extends LimitOptions>(call: LimitOptions, client: Client): Client {
  const { retry = client.retry, timeout = client.timeout, deadline = client.deadline } = call;
  const { maxResponseBytes = client.maxResponseBytes } = call;
  // One spread, and that one first: any other takes an engine much longer.
  return { ...client, retry: retry && { ...client.retry, ...retry }, timeout, deadline, maxResponseBytes };
}

/** openapi-fetch's options for a call that nobody watches. */
function alone(init: CallInit, call: Call): object {
  const fetch = (request: RepeatableRequest) => transmit(request, call).then(responseStub);
  return { ...init, parseAs: 'stream', Request: requestStub, fetch };
}

/** The same for one that somebody does. */
function observed(init: CallInit, call: Call, middleware: Middleware[]): object {
  const { signal, parseAs } = call;
  const isStream = init.body instanceof ReadableStream;
  // As bytes: what they are is decided by the answer that middleware leaves.
  const reading = parseAs === 'stream' ? call.reading : () => 'arrayBuffer' as const;
  const fetch = async (input: Request | string, more?: RequestInit) => {
    // Middleware may take it for the `fetch` that it is.
    const made = more || !(input as Request).url ? new Request(input, more) : (input as Request);
    try {
      const request = await call.budget.run(() => repeatable(made, isStream));
      const budget = call.budget.under(signal ? AbortSignal.any([signal, made.signal]) : made.signal);
      return toResponse(await transmit(request, { ...call, budget, reading }));
    } catch (cause) {
      return rethrow(cause, call.facts);
    }
  };
  return { ...init, duplex: 'half', middleware, signal, parseAs: 'stream', fetch };
}

/** Sends a request to the one origin that the key goes to. */
function transmit(request: RepeatableRequest, call: Call): Promise<Answer> {
  const origin = call.secret?.origin;
  if (!request.url.startsWith(`${origin}/`) || request.headers.has(API_KEY_HEADER)) {
    throw new UsageError(`the API key is set by createClient alone, and goes to ${origin} only`, call.facts);
  }
  return makeAttempts(request, call);
}

/** The result of a call, of what openapi-fetch makes of the answer. */
async function resultOf({ error, response }: CoreResult, call: Call): Promise<Result> {
  const { original } = response;
  const result = new Result(original ?? response, call.facts);
  if (response.ok) {
    const how = call.reading(result.response);
    // Middleware may have answered an abort.
    const body = original
      ? response.body
      : await call.budget.under().run(() => readBody(response, how, call));
    result.data = parseData({ response: result.response, body }, how, call);
  } else {
    // openapi-fetch leaves the error of an empty body empty, and `if (error)` would miss it.
    result.error = error || {};
  }
  return result;
}

/** What openapi-fetch makes (`new`) instead of a `Request` when there is no middleware: making real ones is most of its cost. */
function requestStub(url: string, init: RequestInit): object {
  return Object.assign(init, { url });
}

// openapi-fetch asks for Content-Length and Transfer-Encoding, to not read what is empty; here nothing is left to read.
const NO_HEADERS = { get: () => null };

/**
 * What openapi-fetch reads in place of an answer that has been read: an error as text; of a success nothing, as of every 204.
 * The caller gets the original.
 */
function responseStub({ response, body }: Answer): object {
  const { ok } = response;
  return { original: response, ok, status: ok && 204, headers: NO_HEADERS, body, text: () => body };
}
