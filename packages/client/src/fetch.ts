// The transport alone: a fetch that retries and keeps time limits, for whatever else takes a fetch.
import type { CallFacts } from './client-types.ts';
import type { Hooks } from './hooks.ts';
import type { Fetch, LimitOptions } from './options.ts';
import { toResponse } from './transport/answer.ts';
import { makeAttempts } from './transport/attempts.ts';
import { rethrow } from './transport/call-error.ts';
import { checkLimits } from './transport/checks.ts';
import type { Reading } from './transport/reading.ts';
import { repeatable } from './transport/request.ts';
import { TimeBudget } from './transport/timing.ts';

/** Options of `createFetch`. */
export interface FetchOptions extends LimitOptions, Hooks {
  /** What sends the requests. Default: `globalThis.fetch`, looked up at each call. */
  fetch?: Fetch | undefined;
}

/**
 * A `fetch` with this package's retries, time limits, hooks and refusal of redirects, that knows nothing of the API
 * and its key. It resolves when the whole body has arrived.
 *
 * @throws {UsageError} if a limit is invalid.
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
    const { signal = (input as Request).signal, body } = init ?? {};
    // Makes one thing of the two arguments; also a copy, so that the caller's own request stays unread.
    const request = new Request(input, { ...init, signal: null });
    const facts: CallFacts = { call: `${request.method} ${request.url}`, attempts: 0, mayHaveActed: false };
    const budget = new TimeBudget(options.deadline, signal && AbortSignal.any([signal]));
    // What a refusal says is looked into.
    const reading = ({ status }: Response): Reading => (status === 429 ? 'text' : 'arrayBuffer');
    const call = { ...options, fetch: options.fetch ?? globalThis.fetch, budget, reading, facts };
    try {
      const sent = await budget.run(() => repeatable(request, body instanceof ReadableStream));
      return toResponse(await makeAttempts(sent, call));
    } catch (cause) {
      return rethrow(cause, facts);
    }
  };
}
