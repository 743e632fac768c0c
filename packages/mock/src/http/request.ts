// From what came over the wire to what Prism judges: path, query, headers, and a body that is parsed if it is JSON.
import type { IncomingHttpHeaders } from 'node:http';
import type { PrismRequest } from '../responder.ts';

export interface IncomingRequest {
  method: string;
  /** As in the request line: path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** All but the body; throws a TypeError on a URL that can't be one. */
export function readRequest({ method, url, headers, body }: IncomingRequest): PrismRequest {
  const { pathname, searchParams } = new URL(url, 'http://mock.invalid');
  const query: Record<string, string | string[]> = {};
  for (const key of searchParams.keys()) {
    const values = searchParams.getAll(key);
    query[key] = values.length === 1 ? (values[0] as string) : values;
  }
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) texts[name] = [value ?? ''].flat().join(', ');
  // Prism judges the media type only where it sees a length; a chunked body has none.
  if (body.length > 0) texts['content-length'] = String(body.length);
  return {
    method: method.toLowerCase() as PrismRequest['method'],
    url: { path: pathname, query },
    headers: texts,
  };
}

/** Undefined for an empty one; throws a SyntaxError on malformed JSON. */
export function readBody({ headers, body }: IncomingRequest): unknown {
  if (body.length === 0) return undefined;
  const text = body.toString('utf8');
  return isJson(headers['content-type']) ? JSON.parse(text) : text;
}

export function isJson(mediaType = ''): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\b/i.test(mediaType);
}
