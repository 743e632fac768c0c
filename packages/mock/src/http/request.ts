// From what came over the wire to what is judged: path, query, headers, and a body that is parsed if it is JSON.
import type { IncomingHttpHeaders } from 'node:http';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import type { MockRequest } from '../judging/request.ts';

/** Largest request body, in bytes. */
export const BODY_LIMIT: number = 10 * 1024 * 1024;

export interface IncomingRequest {
  method: string;
  /** As in the request line: path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  /** Empty where it is too large, too. */
  body: Buffer;
  isTooLarge: boolean;
  /** Whether it may come from a page that is not of this machine. */
  isForeign: boolean;
}

/** Without what its body says; throws a TypeError on a URL that can't be one. */
export function readRequest({ method, url, headers, body }: IncomingRequest): MockRequest {
  const { pathname, search } = new URL(url, 'http://mock.invalid');
  const texts = Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]);
  return {
    method: method.toLowerCase(),
    path: pathname,
    query: search.slice(1),
    // Without a prototype: a header may be called `constructor`, and is not there unless it was sent.
    headers: Object.assign(Object.create(null), Object.fromEntries(texts)),
    bytes: body,
  };
}

/** What the body says; undefined for an empty one and for what is not JSON. Throws a SyntaxError on malformed JSON. */
export function readJson({ headers, body }: IncomingRequest): unknown {
  if (body.length === 0 || !isJsonMediaType(headers['content-type'] ?? '')) return undefined;
  return JSON.parse(body.toString('utf8'));
}
