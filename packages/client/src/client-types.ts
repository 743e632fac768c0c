// The client's types: openapi-fetch's, with this client's call options and what it adds to a result.
import type { paths } from '@agentsource/types';
import type { CallData, CallError, CallInit, InitParam, ParseAs } from './declared-types.ts';
import type { RateLimit } from './rate-limit/headers.ts';
import type { Client, ClientPathsWithMethod } from './transport/openapi-fetch-types.ts';

type MediaType = `${string}/${string}`;
type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

/** The operation of a path by a method. */
type OperationAt<Paths, Path, Method> = Path extends keyof Paths
  ? Method extends keyof Paths[Path]
    ? Paths[Path][Method] & {}
    : never
  : never;

/** The paths that have a method. */
type PathWith<Paths extends object, Method extends HttpMethod> = ClientPathsWithMethod<
  Client<Paths, MediaType>,
  Method
>;

/** The path, or what the compiler is to say of one that can't be called so. */
type PathParam<Paths extends object, Path, Method extends HttpMethod> =
  Path extends PathWith<Paths, Method>
    ? Path
    : Path extends keyof Paths & string
      ? `${Path} has no ${Uppercase<Method>}`
      : [PathWith<Paths, Method>] extends [never]
        ? `no path has ${Uppercase<Method>}`
        : // Written out, so that the paths are shown in place of a name for them.
          { [One in PathWith<Paths, Method>]: One }[PathWith<Paths, Method>];

/** The options of a call. A path that can't be called lacks none: it is the path that the compiler is to speak of. */
type InitFor<Paths extends object, Path, Method extends HttpMethod, Parse extends ParseAs> = InitParam<
  Path extends PathWith<Paths, Method> ? CallInit<OperationAt<Paths, Path, Method>, Parse> : object
>;

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
export type CallResult<Operation, Init> = (
  | { data: CallData<Operation, Init>; error?: never; response: Response }
  | { data?: never; error: CallError<Operation>; response: Response }
) &
  CallFacts;

/**
 * An overload that no call can be, since none has so many arguments: no error speaks of it. TypeScript compares overloaded functions
 * with their type parameters left out, and that is what makes methods which ask more of `init` assignable to openapi-fetch's.
 */
type Uncallable = (...never: [never, never, never, never, never, never]) => never;

interface CallMethod<Paths extends object, Method extends HttpMethod> extends Uncallable {
  <Path extends string, Parse extends ParseAs = 'json'>(
    path: PathParam<Paths, Path, Method>,
    ...init: InitFor<Paths, Path, Method, Parse>
  ): Promise<CallResult<OperationAt<Paths, Path, Method>, { parseAs: Parse }>>;
}

interface RequestMethod<Paths extends object> extends Uncallable {
  <Method extends HttpMethod, Path extends string, Parse extends ParseAs = 'json'>(
    method: Method,
    path: PathParam<Paths, Path, Method>,
    ...init: InitFor<Paths, Path, Method, Parse>
  ): Promise<CallResult<OperationAt<Paths, Path, Method>, { parseAs: Parse }>>;
}

/** openapi-fetch's client of some document's paths, with what this client adds. */
export interface ClientOf<Paths extends object>
  extends Omit<Client<Paths, MediaType>, Exclude<Uppercase<HttpMethod>, 'TRACE'> | 'request'> {
  request: RequestMethod<Paths>;
  GET: CallMethod<Paths, 'get'>;
  PUT: CallMethod<Paths, 'put'>;
  POST: CallMethod<Paths, 'post'>;
  DELETE: CallMethod<Paths, 'delete'>;
  OPTIONS: CallMethod<Paths, 'options'>;
  HEAD: CallMethod<Paths, 'head'>;
  PATCH: CallMethod<Paths, 'patch'>;
  // No TRACE, which no fetch sends: openapi-fetch's own stays, and is what TypeScript infers `paths` from where something
  // is made for a `Client<Paths>`.
}

/**
 * openapi-fetch's client of the document's paths, assignable to its `Client<paths>`, so that what is made for that
 * one (middleware, openapi-react-query, …) takes this one.
 */
export interface AgentSourceClient extends ClientOf<paths> {}

/** What `unwrap` accepts: the result of a call of this client, or of any openapi-fetch client. */
export type Unwrappable = { data?: unknown; error?: unknown; response: Response } & Partial<CallFacts>;

/** The data of a result: its success branch. */
export type Unwrapped<Result> = Result extends { data: infer Data; error?: never } ? Data : never;
