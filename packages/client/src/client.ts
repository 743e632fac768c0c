// `createClient`: openapi-fetch's calls and middleware over a transport of our own.
import type { Middleware } from 'openapi-fetch';
import { type Answered, parseData, parseError, readBody } from './answer.ts';
import { mergeHeaders } from './checks.ts';
import type { AgentSourceClient, CallFacts } from './client-types.ts';
import { DEFAULT_BASE_URL } from './generated/document.ts';
import type { Json } from './json.ts';
import { asRequest, asResponse, bodyOf, withMiddleware } from './middleware.ts';
import type { ClientOptions, Fetch } from './options.ts';
import { prepare } from './request.ts';
import { createTransport } from './transport.ts';

/**
 * Creates a client of the API. Its methods are openapi-fetch's: `client.POST(path, init)` gives a promise of
 * `{ data, response }` or, on any status but 2xx, `{ error, response }`; `unwrap` makes data or a thrown error of it.
 * Beside openapi-fetch's options each call takes `retry`, `timeout` and `deadline`, and each result says `attempts`,
 * `rateLimit`, `call` and `mayHaveActed`.
 *
 * @throws {UsageError} if there is no API key or an option can't be right.
 * The calls reject with a subclass of `ExploriumError` where there is no answer to give: `ConnectionError`,
 * `TimeoutError`, `AbortError`, `RedirectError`, `MalformedResponseError` and `UsageError`.
 *
 * @example
 * ```ts
 * import { createClient } from '@agentsource/client';
 *
 * const client = createClient(); // the key is in EXPLORIUM_API_KEY
 * const { data, error, attempts } = await client.POST('/v1/prospects/events/enrollments', {
 *   body: {
 *     enrollment_key: 'tech_executives_monitor',
 *     event_types: ['prospect_changed_role'],
 *     prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
 *   },
 *   timeout: 5_000,
 * });
 * if (error) console.error(error);
 * else console.log(data.enrollment_id, attempts);
 * ```
 */
export function createClient(options: ClientOptions = {}): AgentSourceClient {
  const { baseUrl = DEFAULT_BASE_URL } = options;
  const { transmit, redact } = createTransport(options, baseUrl);
  const clientHeaders = mergeHeaders(options.headers);
  let registered: Middleware[] = [];

  const call = async (method: string, path: string, options: Json = {}): Promise<unknown> => {
    const { parseAs = 'json', params = {}, middleware = [] } = options;
    const facts: CallFacts = { call: `${method} ${path}`, attempts: 0, mayHaveActed: false };
    const { url, headers, body, made } = prepare(path, options, baseUrl, clientHeaders);
    const all: Middleware[] = [...registered, ...middleware];

    let answered: Answered;
    if (all.length) {
      const send = async (request: Request): Promise<Response> =>
        asResponse(await transmit(request, await bodyOf(request), options, facts));
      const context = {
        schemaPath: path,
        params,
        id: Math.random().toString(36).slice(2, 11),
        options: { ...made, parseAs, fetch: send as Fetch },
      };
      const request = asRequest(url, { ...options, method, headers, body });
      const response = await withMiddleware(all, request, context, send);
      answered = { response, body: await readBody(response, parseAs) };
    } else {
      answered = await transmit({ url, method, headers, signal: options.signal }, body, options, facts);
    }

    const { response } = answered;
    return {
      ...(response.ok
        ? { data: parseData(answered, parseAs, facts, redact) }
        : { error: parseError(answered.body) }),
      response,
      ...facts,
    };
  };

  const client: Json = {
    request: (method: string, path: string, init?: object) => call(method.toUpperCase(), path, init),
    use(...middleware: Middleware[]): void {
      registered = registered.concat(middleware);
    },
    eject(...middleware: Middleware[]): void {
      registered = registered.filter((one) => !middleware.includes(one));
    },
  };
  for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']) {
    client[method] = (path: string, init?: object) => call(method, path, init);
  }
  return client;
}
