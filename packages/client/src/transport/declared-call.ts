// The options of a call, made to send what the document declares where openapi-fetch would send JSON or nothing.
import type { CallFacts } from '../client-types.ts';
import { UsageError } from '../errors/usage-error.ts';
import type { Fetch, LimitOptions } from '../options.ts';
import type { ParseAs } from './answer.ts';
import { serialiseBody } from './body.ts';
import type { Declared } from './declared.ts';
import type { HeadersOptions, Middleware } from './openapi-fetch-types.ts';

/** The options of one call, as they arrive; the types that the caller sees are those of `AgentSourceClient`. */
export interface CallInit extends LimitOptions {
  params?: {
    path?: Record<string, unknown>;
    header?: Record<string, unknown>;
    cookie?: Record<string, unknown>;
  };
  baseUrl?: string;
  body?: unknown;
  bodySerializer?: (body: unknown) => unknown;
  contentType?: string;
  duplex?: 'half';
  headers?: HeadersOptions;
  signal?: AbortSignal | null;
  parseAs?: ParseAs;
  middleware?: Middleware[];
  Request?: typeof Request;
  fetch?: Fetch;
}

/** Where a client calls, and what openapi-fetch makes of its calls. */
interface Core {
  baseUrl: string;
  /** The headers of a call, those of the client among them. */
  headersOf(init: CallInit): Headers;
  /** Values in the style `form`, exploded: `a=1&b=2`. */
  serialiseForm(values: Record<string, unknown>): string;
}

/**
 * The call as openapi-fetch is to make it.
 *
 * @throws {UsageError} if the document has it on another server than the client's.
 */
export function asDeclared(
  init: CallInit,
  { server, body }: Declared,
  core: Core,
  facts: CallFacts,
): CallInit {
  const baseUrl = (init.baseUrl ?? core.baseUrl).replace(/\/$/, '');
  if (server && server !== baseUrl)
    throw new UsageError(`it is at ${server}, but the API key goes to ${baseUrl} only (see baseUrl)`, facts);
  const headers = core.headersOf(init);
  return withBody(withCookies(init, headers, core), headers, body);
}

/** openapi-fetch takes declared cookies, and does not send them. Browsers let nobody but themselves send any. */
function withCookies(init: CallInit, headers: Headers, { serialiseForm }: Core): CallInit {
  const cookies = serialiseForm(init.params?.cookie ?? {}).replaceAll('&', '; ');
  if (!cookies) return init;
  const others = headers.get('Cookie');
  return withHeader(init, 'Cookie', others ? `${others}; ${cookies}` : cookies);
}

/** @param types media types of the body; the first is the default. */
function withBody(init: CallInit, headers: Headers, types: readonly string[] = []): CallInit {
  const { body, contentType } = init;
  if (body === undefined || init.bodySerializer) return init;
  const type = contentType ?? headers.get('Content-Type') ?? types[0] ?? 'application/json';
  const [sent, sentType] = serialiseBody(body, type);
  // fetch wants to be told of a stream that it is one way.
  return withHeader({ ...init, duplex: 'half', bodySerializer: () => sent }, 'Content-Type', sentType);
}

/** Among the declared headers, which openapi-fetch puts above all others; `null` takes it away. */
function withHeader(init: CallInit, name: string, value: string | null): CallInit {
  return { ...init, params: { ...init.params, header: { ...init.params?.header, [name]: value } } };
}
