// `createClient`: openapi-fetch makes the requests, a transport of our own sends them.
import type { AgentSourceClient } from './client-types.ts';
import { UsageError } from './errors/usage-error.ts';
import { DECLARATIONS } from './generated/declarations.ts';
import { API_KEY_HEADER, DEFAULT_BASE_URL } from './generated/document.ts';
import type { ClientOptions, LimitOptions } from './options.ts';
import { makeAttempts } from './transport/attempts.ts';
import { checkBaseUrl, checkHeaders, checkKey, checkLimits } from './transport/checks.ts';
import { createCalls, type Transport } from './transport/openapi-fetch.ts';
import { createRedactor } from './transport/redaction.ts';
import type { RepeatableRequest } from './transport/request.ts';
import { sendOnce } from './transport/send.ts';

/**
 * Creates a client of the API. Its methods are openapi-fetch's: `client.POST(path, init)` gives a promise of
 * `{ data, response }` or, on any status but 2xx, `{ error, response }`; `unwrap` makes data or a thrown error of it.
 * Beside openapi-fetch's options each call takes `retry`, `timeout` and `deadline`, and each result says `attempts`,
 * `rateLimit`, `call` and `mayHaveActed`.
 *
 * @throws {UsageError} if there is no API key or an option is invalid.
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
  const { headers = {}, throttle } = options;
  const key = checkKey(options.apiKey);
  const { origin, href } = checkBaseUrl(options.baseUrl ?? DEFAULT_BASE_URL, options.allowInsecureHttp);
  checkHeaders(headers);
  checkLimits(options);
  const redactor = createRedactor(key);

  const transmit: Transport['transmit'] = (request, { init, reading, facts }) => {
    if (!request.url.startsWith(`${origin}/`) || request.headers.has(API_KEY_HEADER)) {
      throw new UsageError(`the API key is set by createClient alone, and goes to ${origin} only`, facts);
    }
    const { fetch = options.fetch ?? globalThis.fetch } = init;
    const ownsHeaders = !request.original && !options.onRequest;
    const sending = { fetch, init, reading, secret: { key, redactor }, ownsHeaders, facts };
    return makeAttempts({
      request,
      send: (signal) => sendOnce(request, signal, sending),
      throttle: throttle && ((signal) => throttle(key, signal)),
      options: { ...options, ...limitsOf(options, init, request) },
      facts,
    });
  };
  return createCalls({ baseUrl: href, headers, declarations: DECLARATIONS, transmit, redactor });
}

/** The limits of a call: its own, and the client's where it has none. */
function limitsOf(client: LimitOptions, call: LimitOptions, { body }: RepeatableRequest): LimitOptions {
  const { retry = client.retry, timeout = client.timeout, deadline = client.deadline } = call;
  // A stream can't be sent again.
  if (body instanceof ReadableStream) return { retry: false, timeout, deadline };
  return { retry: retry && { ...(client.retry || {}), ...retry }, timeout, deadline };
}
