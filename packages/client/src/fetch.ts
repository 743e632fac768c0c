// The transport alone: a fetch that retries and keeps time limits, for whatever else takes a fetch.
import type { CallFacts } from './client-types.ts';
import { exchange } from './exchange.ts';
import type { Hooks } from './hooks.ts';
import type { Fetch, LimitOptions } from './options.ts';

/** Options of `createFetch`. */
export interface FetchOptions extends LimitOptions, Hooks {
  /** What sends the requests. Default: `globalThis.fetch`, looked up at each call. */
  fetch?: Fetch;
}

/**
 * A `fetch` with this package's retries, time limits, hooks and refusal of redirects, that knows nothing of the API
 * and its key. It resolves when the whole body has arrived.
 *
 * @throws {ConnectionError | TimeoutError | AbortError | RedirectError} from each call, in place of fetch's TypeError.
 *
 * @example
 * ```ts
 * import { createFetch } from '@agentsource/client';
 *
 * const fetch = createFetch({ timeout: 5_000, retry: { maxRetries: 5 } });
 * const response = await fetch('https://api.explorium.ai/');
 * console.log(response.status);
 * ```
 */
export function createFetch(options: FetchOptions = {}): Fetch {
  return async (input, init) => {
    // Makes one thing of the two arguments; also a copy, so that the caller's request stays unread.
    const request = new Request(input, init);
    const { method, url, headers, signal } = request;
    const body = request.body === null ? null : await request.arrayBuffer();
    const facts: CallFacts = {
      call: `${method} ${url}`,
      attempts: 0,
      rateLimit: undefined,
      mayHaveActed: false,
    };
    const fetchOnce = options.fetch ?? globalThis.fetch;
    const { response } = await exchange(
      {
        method,
        url,
        headers,
        signal,
        parseAs: 'arrayBuffer',
        keepBody: true,
        redact: (text) => text,
        send: (limit) =>
          fetchOnce(request, {
            headers,
            signal: limit,
            redirect: 'manual',
            ...(body?.byteLength && { body }),
          }),
      },
      options,
      facts,
    );
    return response;
  };
}
