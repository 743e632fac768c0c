// The options of one call, as they arrive; the types that the caller sees are those of `AgentSourceClient`.
import type { Fetch, LimitOptions } from '../options.ts';
import type { HeadersOptions, Middleware } from './openapi-fetch-types.ts';
import type { ParseAs } from './reading.ts';
import type { MaybeSignal } from './timing.ts';

export interface CallInit extends LimitOptions {
  params?: {
    path?: Record<string, unknown>;
    header?: Record<string, unknown>;
    cookie?: Record<string, unknown>;
  };
  baseUrl?: string;
  body?: unknown;
  bodySerializer?: (body: unknown) => unknown;
  querySerializer?: unknown;
  pathSerializer?: unknown;
  contentType?: string;
  headers?: HeadersOptions;
  signal?: MaybeSignal;
  parseAs?: ParseAs;
  middleware?: Middleware[];
  Request?: typeof Request;
  fetch?: Fetch;
}
