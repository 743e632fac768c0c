// The options of a call, so that openapi-fetch sends what the document declares where it would send something else, or nothing.
import { createQuerySerializer, defaultPathSerializer, mergeHeaders } from 'openapi-fetch';
import type { CallFacts } from '../client-types.ts';
import { UsageError } from '../errors/usage-error.ts';
import type { Fetch, LimitOptions } from '../options.ts';
import type { ParseAs } from './answer.ts';
import { serialiseBody } from './body.ts';
import type { Declared, Styles } from './declared.ts';
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
  querySerializer?: unknown;
  pathSerializer?: unknown;
  contentType?: string;
  duplex?: 'half';
  headers?: HeadersOptions;
  signal?: AbortSignal | null;
  parseAs?: ParseAs;
  middleware?: Middleware[];
  Request?: typeof Request;
  fetch?: Fetch;
}

type Values = Record<string, unknown>;

/**
 * The call as openapi-fetch is to make it.
 *
 * @throws {UsageError} if the document has it on another server than the client's.
 */
export function asDeclared(
  init: CallInit,
  declared: Declared,
  client: { baseUrl: string; headers: HeadersOptions },
  facts: CallFacts,
): CallInit {
  const { server, query, path } = declared;
  const baseUrl = (init.baseUrl ?? client.baseUrl).replace(/\/$/, '');
  if (server && server !== baseUrl)
    throw new UsageError(`it is at ${server}, the API key goes to ${baseUrl} only`, facts);
  const { body, header } = sentBy(init, declared, client.headers);
  return {
    ...(query && { querySerializer: (values: Values) => serialiseParameters(values, query) }),
    ...(path && {
      pathSerializer: (_: string, values: Values) => defaultPathSerializer(baseUrl + path, values),
    }),
    // fetch wants to be told of a stream that it is one way.
    ...(body !== undefined && { bodySerializer: () => body, duplex: 'half' }),
    ...init,
    params: { ...init.params, header },
  };
}

/** The body as it is sent, and the headers that openapi-fetch puts above all others; `null` takes one away. */
function sentBy(
  init: CallInit,
  { body: [type = 'application/json'] = [], cookies: cookieStyles }: Declared,
  defaults: HeadersOptions,
) {
  const { body, contentType, bodySerializer, params } = init;
  const header: Values = { ...params?.header };
  const headers = mergeHeaders(defaults, init.headers, header as HeadersOptions);
  // openapi-fetch takes declared cookies, and does not send them. Browsers let nobody but themselves send any.
  const cookies = serialiseParameters(params?.cookie, cookieStyles).replaceAll('&', '; ');
  const others = headers.get('Cookie');
  if (cookies) header.Cookie = others ? `${others}; ${cookies}` : cookies;
  if (body === undefined || bodySerializer) return { header };
  const [sent, sentType] = serialiseBody(body, contentType ?? headers.get('Content-Type') ?? type);
  return { body: sent, header: { ...header, 'Content-Type': sentType } };
}

/** As in a query, each by itself, since openapi-fetch takes one style for all. */
function serialiseParameters(values: Values = {}, styles: Styles = {}): string {
  const all = Object.entries(values).map(([name, value]) => {
    const style = styles[name];
    return createQuerySerializer(style)({ [style?.as ?? name]: style?.json ? JSON.stringify(value) : value });
  });
  return all.filter(Boolean).join('&');
}
