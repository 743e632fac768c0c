// openapi-fetch's middleware, run as openapi-fetch runs it: its types are the contract, its behaviour the measure.
import type { Middleware, MiddlewareCallbackParams } from 'openapi-fetch';
import type { Answered } from './answer.ts';
import type { Json } from './json.ts';

type Context = Omit<MiddlewareCallbackParams, 'request'>;

/**
 * Runs `onRequest` in order, sends, then `onResponse` or `onError` in reverse. A middleware that answers the request
 * itself ends that: nothing is sent and no `onResponse` runs.
 */
export async function withMiddleware(
  middleware: Middleware[],
  request: Request,
  context: Context,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  for (const { onRequest } of middleware) {
    const result = await onRequest?.({ ...context, request });
    if (result instanceof Response) return result;
    if (result) request = result;
  }
  const reversed = middleware.toReversed();
  let response = await send(request).catch(async (error: unknown) => {
    for (const { onError } of reversed) {
      const result = await onError?.({ ...context, request, error });
      if (result instanceof Response) return result;
      if (result) error = result;
    }
    throw error;
  });
  for (const { onResponse } of reversed) {
    response = (await onResponse?.({ ...context, request, response })) ?? response;
  }
  return response;
}

/** The request that middleware sees. As openapi-fetch does, it has the call's own options on it, for middleware to find. */
export function asRequest(url: string, init: RequestInit): Request {
  const request: Json = new Request(url, init);
  for (const [key, value] of Object.entries(init)) if (!(key in request)) request[key] = value;
  return request;
}

/** The body to be sent, read once so that it can be sent again; as bytes, because it may be a form. */
export async function bodyOf(request: Request): Promise<ArrayBuffer | undefined> {
  const body = await request.arrayBuffer();
  return body.byteLength ? body : undefined;
}

/** The answer that middleware sees: the one that has been read, to be read again. */
export function asResponse({ response, body }: Answered): Response {
  return Object.defineProperty(new Response((body as BodyInit) || null, response), 'url', {
    value: response.url,
  });
}
