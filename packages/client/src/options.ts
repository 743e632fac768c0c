// What a caller can set: for a client, and for one call.

import type { Hooks } from './hooks.ts';
import type { Throttle } from './rate-limit/sliding-window.ts';
import type { HeadersOptions, ClientOptions as OpenApiFetch } from './transport/openapi-fetch-types.ts';

/** How failed attempts are repeated. */
export interface RetryOptions {
  /** Attempts after the first. Default 2. */
  maxRetries?: number | undefined;
  /** Milliseconds; the n-th retry waits a random time of at most `baseDelay * 2^(n-1)`. Default 500. */
  baseDelay?: number | undefined;
  /** Milliseconds; the longest that this random time can be. Default 8000. */
  maxDelay?: number | undefined;
  /**
   * Whether the call may be made twice with no harm, so that it is also repeated where the server may have acted on
   * it. Default: what HTTP says of the method, so `true` for GET, PUT and DELETE, `false` for POST and PATCH.
   */
  idempotent?: boolean | undefined;
}

/** Retries and time limits, of a client or of one call. */
export interface LimitOptions {
  /**
   * What is sent again after a failure; `false` for nothing. Options that are not given keep the client's, then the
   * default value.
   */
  retry?: false | RetryOptions | undefined;
  /**
   * Milliseconds that one attempt may take, answer read; `Infinity` for no limit. Default 30000.
   * @throws {TimeoutError} from the call, if no retry remains or none is allowed.
   */
  timeout?: number | undefined;
  /**
   * Milliseconds that the call may take with all its attempts, pauses and hooks; `Infinity` for no limit. Default 120000.
   * A pause that would end later (a long `Retry-After`) is not begun: the answer is reported at once.
   * @throws {TimeoutError} from the call. `UsageError` if it isn't a number above 0, as with `timeout`.
   */
  deadline?: number | undefined;
  /**
   * Bytes that the body of an answer may have, once decompressed; `Infinity` for no limit. Default 67108864 (64 MiB). Not for
   * `parseAs: 'stream'`, where you read it yourself.
   * @throws {MalformedResponseError} from the call, as soon as there are more.
   */
  maxResponseBytes?: number | undefined;
}

/** Options that this client adds to openapi-fetch's for one call. */
export interface CallOptions extends LimitOptions {
  /** What sends this call. Default: the client's. */
  fetch?: Fetch | undefined;
}

/**
 * The function that sends: `globalThis.fetch`, or one that takes the same arguments. One that has a single parameter, as those
 * made for openapi-fetch, is given a `Request` with all that is sent.
 */
export type Fetch = {
  // As a method, so that one that takes nothing but a `Request` is a `Fetch` too.
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
}['fetch'];

type Ours = 'baseUrl' | 'fetch' | 'headers' | 'body' | 'method' | 'redirect' | 'window';
type OpenApiFetchOptions = { [Name in Exclude<keyof OpenApiFetch, Ours>]?: OpenApiFetch[Name] | undefined };

/**
 * Options of `createClient`; all are optional. Beside its own it takes openapi-fetch's (`querySerializer`, `bodySerializer`,
 * `pathSerializer`, `Request`, `requestInitExt`), and those of `fetch` for every call, such as `cache` or `credentials`.
 */
export interface ClientOptions extends LimitOptions, Hooks, OpenApiFetchOptions {
  /**
   * The API key. Default: the environment variable `EXPLORIUM_API_KEY`. It is added to a request as the last step, so
   * no middleware, hook or error ever holds it.
   * @throws {UsageError} from `createClient` if there is no key, or it has a space, a line break or a non-ASCII character.
   */
  apiKey?: string | undefined;
  /**
   * Where the API is. Default: the first server of the API's document, `https://api.explorium.ai`. The key goes to
   * this origin only.
   * @throws {UsageError} from `createClient` if it isn't an absolute `https:` URL without credentials, query and
   * fragment; `http:` is allowed to loopback addresses.
   */
  baseUrl?: string | undefined;
  /** Allows `http:` to other than loopback addresses: the key then travels unencrypted. Default `false`. */
  allowInsecureHttp?: boolean | undefined;
  /** What sends the requests. Default: `globalThis.fetch`, looked up at each call. */
  fetch?: Fetch | undefined;
  /**
   * Headers of every request.
   * @throws {UsageError} from `createClient` on a line break in one of them.
   */
  headers?: HeadersOptions | undefined;
  /**
   * Keeps the requests of this key below the API's limit: `slidingWindow()`. Default: none, a 429 is then retried
   * as the server asks.
   */
  throttle?: Throttle | undefined;
}
