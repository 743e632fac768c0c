// `createClient`: openapi-fetch over a transport of our own.
import type { paths } from '@agentsource/types';
import createCoreClient, { type Middleware } from 'openapi-fetch';
import type { AgentSourceClient, CallFacts } from './client-types.ts';
import type { Json } from './json.ts';
import type { ClientOptions } from './options.ts';
import { type Answered, parseData } from './transport/answer.ts';
import { checkHeaders, checkPath } from './transport/checks.ts';
import { LightRequest, lightResponse } from './transport/openapi-fetch.ts';
import { asResponse, bodyOf } from './transport/request.ts';
import { Result } from './transport/result.ts';
import { createTransport } from './transport/send.ts';

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
  const { headers = {} } = options;
  const { baseUrl, transmit, redact } = createTransport(options);
  checkHeaders(headers);
  const core: Json = createCoreClient<paths>({ baseUrl, headers });
  let registered: Middleware[] = [];

  const call = async (method: string, path: string, init: Json = {}): Promise<unknown> => {
    const { parseAs = 'json', params = {}, middleware = [] } = init;
    const facts: CallFacts = { call: `${method} ${path}`, attempts: 0, mayHaveActed: false };
    checkPath(path, params.path);
    checkHeaders(init.headers);
    checkHeaders(params.header);
    // Middleware gets what the platform would give it; without any, nobody can tell the difference.
    const isLight = !(registered.length || [...middleware].length || init.Request);

    let answered: Answered | undefined;
    const send = async (request: Request): Promise<Response> => {
      const body = isLight ? request.body : await bodyOf(request);
      answered = await transmit(request, body, init, facts);
      return isLight ? lightResponse(answered, parseAs) : asResponse(answered);
    };
    const { data, error, response } = await core.request(method, path, {
      ...init,
      ...(isLight && { Request: LightRequest }),
      fetch: send,
      // As text, so that a body that is not JSON becomes an error which says so.
      parseAs: parseAs === 'json' ? 'text' : parseAs,
    });
    // The light one is openapi-fetch's alone.
    const real = (isLight && answered?.response) || response;
    const result = new Result(real, facts);
    if (real.ok) result.data = parseData({ response: real, body: data }, parseAs, facts, redact);
    // openapi-fetch leaves the error of an empty body empty, and `if (error)` would miss it.
    else result.error = error || {};
    return result;
  };

  const client: Json = {
    ...core,
    request: (method: string, path: string, init?: object) => call(method.toUpperCase(), path, init),
    use(...middleware: Middleware[]): void {
      core.use(...middleware);
      registered = registered.concat(middleware);
    },
    eject(...middleware: Middleware[]): void {
      core.eject(...middleware);
      // One instance each, as openapi-fetch does.
      for (const one of middleware) {
        const index = registered.indexOf(one);
        if (index >= 0) registered = registered.toSpliced(index, 1);
      }
    },
  };
  for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']) {
    client[method] = (path: string, init?: object) => call(method, path, init);
  }
  return client;
}
