// Everything the package exports.
// The document's types as well, so that declarations made of what a call gives need no other package.
export type { components, operations, paths } from '@agentsource/types';
export { createClient } from './client.ts';
export type { AgentSourceClient, CallFacts, CallResult, Unwrappable, Unwrapped } from './client-types.ts';
export * from './errors/index.ts';
export { createFetch, type FetchOptions } from './fetch.ts';
export { DOCUMENT_SHA256 } from './generated/document.ts';
export type { AttemptEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export type { CallOptions, ClientOptions, Fetch, LimitOptions, RetryOptions } from './options.ts';
export { parseRetryAfter, type RateLimit, readRateLimit } from './rate-limit/headers.ts';
export { type SlidingWindowOptions, slidingWindow, type Throttle } from './rate-limit/sliding-window.ts';
export { backoff } from './transport/backoff.ts';
export { unwrap } from './unwrap.ts';
