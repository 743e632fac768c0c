// `createClient`: openapi-fetch with this client's transport under it.
import type { paths } from '@agentsource/types';
import createCoreClient, { type Middleware } from 'openapi-fetch';
import type { Answered } from './answer.ts';
import { checkBaseUrl, checkHeaders, checkKey, checkPath } from './checks.ts';
import type { AgentSourceClient, CallFacts } from './client-types.ts';
import { describe } from './error-from-answer.ts';
import { MalformedResponseError, UsageError } from './errors.ts';
import { exchange } from './exchange.ts';
import { API_KEY_HEADER, DEFAULT_BASE_URL } from './generated/document.ts';
import { LightRequest, lightResponse } from './light.ts';
import type { ClientOptions } from './options.ts';

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
  const { apiKey, baseUrl = DEFAULT_BASE_URL, headers = {}, throttle } = options;
  const key = checkKey(apiKey);
  const origin = checkBaseUrl(baseUrl, options.allowInsecureHttp);
  checkHeaders(headers);
  const core: any = createCoreClient<paths>({ baseUrl, headers });
  // A short key, as tests have, may be part of any word.
  const redact = (text: string): string => (key.length < 8 ? text : text.replaceAll(key, '[API key]'));
  let hasMiddleware = false;

  const call = async (method: string, path: string, init: any = {}): Promise<unknown> => {
    const { retry = options.retry, timeout, deadline, fetch, ...coreInit } = init;
    const { params, middleware, parseAs = 'json' } = coreInit;
    const facts: CallFacts = {
      call: `${method} ${path}`,
      attempts: 0,
      rateLimit: undefined,
      mayHaveActed: false,
    };
    const limits = {
      ...options,
      retry: retry && { ...options.retry, ...retry },
      timeout: timeout ?? options.timeout,
      deadline: deadline ?? options.deadline,
    };
    checkPath(path, params?.path);
    checkHeaders(coreInit.headers);
    checkHeaders(params?.header);
    // Middleware gets what the platform would give it. Without any, nobody can tell the difference.
    const isLight = !hasMiddleware && !middleware?.length;
    let answered: Answered | undefined;

    const send = async (request: Request | LightRequest, extension?: object): Promise<Response> => {
      const { url, headers } = request;
      if (new URL(url).origin !== origin) {
        throw new UsageError(describe(`refused to send the API key to another origin than ${origin}`, facts));
      }
      if (headers.has(API_KEY_HEADER)) {
        throw new UsageError(
          describe(`header ${API_KEY_HEADER} is set by createClient({ apiKey }) only`, facts),
        );
      }
      const { body = await bodyOf(request as Request), ...sent } = (request as LightRequest).init ?? {};
      const fetchOnce = fetch ?? options.fetch ?? globalThis.fetch;
      answered = await exchange(
        {
          method,
          url,
          headers,
          parseAs,
          redact,
          keepBody: !isLight,
          signal: request.signal,
          throttle: throttle && ((signal) => throttle(key, signal)),
          send: (signal) =>
            fetchOnce(isLight ? url : (request as Request), {
              ...sent,
              ...extension,
              body,
              signal,
              redirect: 'manual',
              headers: [...headers, [API_KEY_HEADER, key]],
            }),
        },
        limits,
        facts,
      );
      return isLight ? lightResponse(answered, parseAs) : answered.response;
    };

    try {
      const result = await core.request(method, path, {
        ...coreInit,
        ...(isLight && { Request: LightRequest }),
        fetch: send,
      });
      return { ...result, ...(isLight && answered && { response: answered.response }), ...facts };
    } catch (cause) {
      // openapi-fetch's JSON.parse of a success.
      if (!(cause instanceof SyntaxError && answered)) throw cause;
      const { response, body } = answered;
      throw new MalformedResponseError(
        describe(`${response.status} but not JSON: ${redact(cause.message)}`, facts),
        {
          ...facts,
          cause,
          response,
          body,
          status: response.status,
        },
      );
    }
  };

  const client = {
    ...core,
    request: (method: string, path: string, init?: object) => call(method.toUpperCase(), path, init),
    use(...middleware: Middleware[]): void {
      hasMiddleware = true;
      core.use(...middleware);
    },
  };
  for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']) {
    client[method] = (path: string, init?: object) => call(method, path, init);
  }
  return client;
}

// Read once, so that it can be sent again. Bytes, because it may be a form with files.
async function bodyOf(request: Request): Promise<ArrayBuffer | undefined> {
  const bytes = request.body ? await request.arrayBuffer() : undefined;
  return bytes?.byteLength ? bytes : undefined;
}
