// What the document declares of an operation where that isn't simply JSON, and what has to be done by it.
import type { CallFacts } from '../client-types.ts';
import type { CallInit } from './call-init.ts';
import type { HeadersOptions, QuerySerializerOptions } from './openapi-fetch-types.ts';
import type { Reading } from './reading.ts';

/** Of one operation, what differs from JSON sent and a 200 with JSON answered. Of several media types, JSON comes first. */
export interface Declared {
  /** Media types of each answer that may be a success, by status, `2XX` or `default`; none where it has no content. */
  readonly answers?: Answers;
  /** Media types of the request body. */
  readonly body?: readonly string[];
  /** The operation's own server. */
  readonly server?: string;
  /** How query parameters are written, by name. */
  readonly query?: Styles;
  /** The same of cookies; absent where there are none. */
  readonly cookies?: Styles;
  /** The path as openapi-fetch wants it where parameters have a style: `/{.label}/{;matrix*}`. */
  readonly path?: string;
}

/** openapi-fetch's options for each, whether it is JSON, and its name where that has to be encoded. */
export type Styles = {
  readonly [name: string]: QuerySerializerOptions & { readonly json?: boolean; readonly as?: string };
};
type Answers = { readonly [status: string]: readonly string[] };

/** By `METHOD /path`. */
export type Declarations = { readonly [call: string]: Declared };

/** openapi-fetch's options of the client, which go before what the document declares. */
export interface OpenApiFetchClient {
  baseUrl: string;
  headers: HeadersOptions;
  querySerializer?: unknown;
  pathSerializer?: unknown;
  bodySerializer?: unknown;
}

/** What is done to calls that are not simply JSON. */
export interface DeclaredCalls {
  /**
   * The options of a call as openapi-fetch is to have them.
   *
   * @throws {UsageError} if the document has it on another server than the client's.
   */
  init(init: CallInit, client: OpenApiFetchClient, facts: CallFacts): CallInit;
  /** How an answer with content is read; `undefined` where a 200 is JSON and nothing else is declared. */
  reading(call: string, response: Response): Reading | undefined;
}

/** What `declared-calls.ts` exports. */
export type DeclaredCallsOf = (declarations: Declarations) => DeclaredCalls;
