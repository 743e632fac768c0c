// `createClient`: openapi-fetch makes the requests, a transport of our own sends them.
import type { AgentSourceClient } from './client-types.ts';
import { DECLARATIONS, declaredCalls } from './generated/declarations.ts';
import { DEFAULT_BASE_URL } from './generated/document.ts';
import type { ClientOptions } from './options.ts';
import { checkBaseUrl, checkHeaders, checkKey, checkLimits } from './transport/checks.ts';
import type { DeclaredCalls } from './transport/declared.ts';
import { createCalls } from './transport/openapi-fetch.ts';
import { createRedactor } from './transport/redaction.ts';

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
  return clientOf(options, declaredCalls?.(DECLARATIONS));
}

/** A client of a document that declares these calls beside those that are simply JSON. */
export function clientOf(options: ClientOptions, declared: DeclaredCalls | undefined): AgentSourceClient {
  const { apiKey, baseUrl = DEFAULT_BASE_URL, allowInsecureHttp, headers = {}, ...rest } = options;
  const key = checkKey(apiKey);
  const { origin, href } = checkBaseUrl(baseUrl, allowInsecureHttp);
  checkHeaders(headers);
  checkLimits(options);
  const secret = { key, origin, redactor: createRedactor(key) };
  return createCalls({ ...rest, baseUrl: href, headers }, secret, declared);
}
