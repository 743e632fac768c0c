// The transport alone: a fetch that retries and keeps time limits, for whatever else takes a fetch.

import type { CallFacts } from './client-types.ts';
import type { Hooks } from './hooks.ts';
import type { Fetch, LimitOptions } from './options.ts';
import { type Answered, readBody } from './transport/answer.ts';
import { exchange } from './transport/attempts.ts';
import { checkLimits } from './transport/checks.ts';
import { refuseRedirect } from './transport/redirect.ts';
import { asResponse, bodyOf } from './transport/request.ts';

/** Options of `createFetch`. */
export interface FetchOptions extends LimitOptions, Hooks {
  /** What sends the requests. Default: `globalThis.fetch`, looked up at each call. */
  fetch?: Fetch;
}

/**
 * A `fetch` with this package's retries, time limits, hooks and refusal of redirects, that knows nothing of the API
 * and its key. It resolves when the whole body has arrived.
 *
 * @throws {UsageError} if a limit can't be right.
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
  checkLimits(options);
  return async (input, init) => {
    // Makes one thing of the two arguments; also a copy, so that the caller's own request stays unread.
    const request = new Request(input, init);
    const body = (await bodyOf(request)) ?? null;
    const facts: CallFacts = { call: `${request.method} ${request.url}`, attempts: 0, mayHaveActed: false };
    const send = async (signal: AbortSignal): Promise<Answered> => {
      const fetchOnce = options.fetch ?? globalThis.fetch;
      const response = await fetchOnce(request, {
        headers: request.headers,
        body,
        signal,
        redirect: 'manual',
      });
      refuseRedirect(response, facts, String);
      return { response, body: await readBody(response, 'arrayBuffer') };
    };
    return asResponse(await exchange(request, send, undefined, options, facts));
  };
}
