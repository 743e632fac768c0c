// Everything the package exports.
export { createClient } from './client.ts';
export type { AgentSourceClient, CallFacts, CallResult } from './client-types.ts';
export * from './errors.ts';
export { createFetch, type FetchOptions } from './fetch.ts';
export { DOCUMENT_SHA256 } from './generated/document.ts';
export type { AttemptEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export type { CallOptions, ClientOptions, Fetch, LimitOptions } from './options.ts';
export { parseRetryAfter, type RateLimit, readRateLimit } from './rate-limit.ts';
export { backoff, type RetryOptions } from './retry.ts';
export { type SlidingWindowOptions, slidingWindow, type Throttle } from './throttle.ts';
export { type Unwrappable, type Unwrapped, unwrap } from './unwrap.ts';
