// The client's types: openapi-fetch's, with this client's call options and what it adds to a result.
import type { paths } from '@agentsource/types';
import type { CallOptions } from './options.ts';
import type { RateLimit } from './rate-limit/headers.ts';
import type {
  Client,
  ClientPathsWithMethod,
  FetchResponse,
  MaybeOptionalInit,
} from './transport/openapi-fetch-types.ts';

type MediaType = `${string}/${string}`;
type CoreClient = Client<paths, MediaType>;
type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
type PathWith<Method extends HttpMethod> = ClientPathsWithMethod<CoreClient, Method>;

/** What every result says about its call, beside openapi-fetch's `data`, `error` and `response`. */
export interface CallFacts {
  /** The call, as in `POST /v1/prospects/events/enrollments`. */
  call: string;
  /** How often the request was sent; 0 if a middleware answered it. */
  attempts: number;
  /** The answer's `X-RateLimit-*` headers; absent where it has none. */
  rateLimit?: RateLimit | undefined;
  /** Seconds the server asks to wait, from `Retry-After`. */
  retryAfter?: number | undefined;
  /** Whether the server may have acted on the request, in this attempt or an earlier one. */
  mayHaveActed: boolean;
}

/** openapi-fetch's result, `{ data, response }` or `{ error, response }`, and the facts of the call. */
export type CallResult<Operation extends Record<string | number, unknown>, Init> = FetchResponse<
  Operation,
  Init,
  MediaType
> &
  CallFacts;

// As openapi-fetch's own, which it does not export: optional unless something in it is required.
// biome-ignore lint/complexity/noBannedTypes: what an object type of optional keys is compared with.
type RequiredKeysOf<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? never : K }[keyof T];
type InitParam<Init> =
  RequiredKeysOf<Init> extends never
    ? [(Init & { [key: string]: unknown })?]
    : [Init & { [key: string]: unknown }];

interface CallMethod<Method extends HttpMethod> {
  <Path extends PathWith<Method>, Init extends MaybeOptionalInit<paths[Path], Method> & CallOptions>(
    path: Path,
    ...init: InitParam<Init>
  ): Promise<CallResult<paths[Path][Method] & {}, Init>>;
  // Matches no call. TypeScript compares overloaded functions with their type parameters left out, and that is what
  // makes this type, which asks more of `init`, assignable to openapi-fetch's.
  (path: never): never;
}

/**
 * openapi-fetch's client of the document's paths, assignable to its `Client<paths>`, so that what is made for that
 * one (middleware, openapi-react-query, …) takes this one.
 */
export interface AgentSourceClient
  extends Omit<CoreClient, Exclude<Uppercase<HttpMethod>, 'TRACE'> | 'request'> {
  request: {
    <
      Method extends HttpMethod,
      Path extends PathWith<Method>,
      Init extends MaybeOptionalInit<paths[Path], Method> & CallOptions,
    >(
      method: Method,
      path: Path,
      ...init: InitParam<Init>
    ): Promise<CallResult<paths[Path][Method] & {}, Init>>;
    (method: never): never;
  };
  GET: CallMethod<'get'>;
  PUT: CallMethod<'put'>;
  POST: CallMethod<'post'>;
  DELETE: CallMethod<'delete'>;
  OPTIONS: CallMethod<'options'>;
  HEAD: CallMethod<'head'>;
  PATCH: CallMethod<'patch'>;
  // No TRACE, which no fetch sends: openapi-fetch's own stays, and is what TypeScript infers `paths` from where something
  // is made for a `Client<Paths>`.
}

/** What `unwrap` accepts: the result of a call of this client, or of any openapi-fetch client. */
export type Unwrappable = { data?: unknown; error?: unknown; response: Response } & Partial<CallFacts>;

/** The data of a result: its success branch. */
export type Unwrapped<Result> = Result extends { data: infer Data; error?: never } ? Data : never;
