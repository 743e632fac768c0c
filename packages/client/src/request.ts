// Makes the request of a call from its path and options, as openapi-fetch makes it in its default styles.
import type { MergedOptions } from 'openapi-fetch';
import { mergeHeaders } from './checks.ts';
import { UsageError } from './errors.ts';
import type { Json } from './json.ts';

const TYPE = 'Content-Type';

/** A request, and how it was made: what openapi-fetch tells its middleware. */
export interface Prepared {
  url: string;
  headers: Headers;
  body: BodyInit | undefined;
  made: Omit<MergedOptions, 'fetch' | 'parseAs'>;
}

/**
 * @param init openapi-fetch's options of the call.
 * @throws {UsageError} on a missing path parameter or one that is a dot segment, and on a header that HTTP forbids.
 */
export function prepare(path: string, init: Json, clientBaseUrl: string, clientHeaders: Headers): Prepared {
  const { params = {}, body: value } = init;
  const made = {
    baseUrl: clientBaseUrl,
    querySerializer: serializeQuery,
    bodySerializer: (body: unknown) => JSON.stringify(body),
    pathSerializer: serializePath,
    ...init,
  };
  const query = made.querySerializer(params.query ?? {});
  const headers = mergeHeaders(clientHeaders, init.headers, params.header);
  const body = value === undefined ? value : made.bodySerializer(value, headers);
  // Whatever else a serialiser may give, such as a form, the platform knows its type.
  if (typeof body === 'string' && !headers.has(TYPE)) headers.set(TYPE, 'application/json');
  const url =
    made.baseUrl.replace(/\/$/, '') + made.pathSerializer(path, params.path ?? {}) + (query && `?${query}`);
  return { url, headers, body, made };
}

/** Fills in path parameters. A missing one or a dot segment would make the URL that of another operation. */
export function serializePath(path: string, parameters: Record<string, unknown>): string {
  return path.replace(/\{(.+?)\}/g, (_, name) => {
    const value = [parameters[name] ?? ''].flat();
    if (/^\.{0,2}$/.test(`${value}`)) throw new UsageError(`${path}: ${name} must not be "${value}"`);
    return value.map(encode).join();
  });
}

/** Lists as `a=1&a=2`, objects as `a[b]=1`; nothing for null and undefined. */
export function serializeQuery(query: Record<string, unknown>): string {
  const pairs = ([name, value]: [string, unknown]): string[] => {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.map((item) => `${name}=${encode(item)}`);
    if (typeof value === 'object')
      return Object.entries(value).flatMap(([key, item]) => pairs([`${name}[${key}]`, item]));
    return [`${name}=${encode(value)}`];
  };
  return Object.entries(query).flatMap(pairs).join('&');
}

const encode = (value: unknown): string => encodeURIComponent(`${value}`);
