// The way to the API: puts the key on, lets it go to one origin only, and hides it from everything that can be printed.

import type { CallFacts } from '../client-types.ts';
import { UsageError } from '../errors/explorium-error.ts';
import { API_KEY_HEADER, DEFAULT_BASE_URL } from '../generated/document.ts';
import type { Json } from '../json.ts';
import type { ClientOptions, Fetch, LimitOptions } from '../options.ts';
import { type Answered, type ParseAs, readBody } from './answer.ts';
import { exchange, type RequestLike } from './attempts.ts';
import { checkBaseUrl, checkKey, checkLimits } from './checks.ts';
import { refuseRedirect } from './redirect.ts';

/** What a call asks of the transport: its options, of which fetch takes what it knows (`cache` and the like). */
interface TransportInit extends LimitOptions, RequestInit {
  fetch?: Fetch;
  parseAs?: ParseAs;
}

/** Sends calls. */
export interface Transport {
  /** Where to, spelled as in every URL made from it: lower case, no default port. */
  baseUrl: string;
  /** Sends one call and reads the answer. */
  transmit: (
    request: RequestLike,
    body: BodyInit | null | undefined,
    init: TransportInit,
    facts: CallFacts,
  ) => Promise<Answered>;
  /** Takes the key out of a text that may hold it: what a server said in an error. */
  redact: (text: string) => string;
}

/** @throws {UsageError} if there is no key or an option can't be right. */
export function createTransport(options: ClientOptions): Transport {
  const key = checkKey(options.apiKey);
  const { origin, href } = checkBaseUrl(options.baseUrl ?? DEFAULT_BASE_URL, options.allowInsecureHttp);
  const { throttle } = options;
  checkLimits(options);
  // As it is, in a URL, and in JSON. A short key, as tests have, may be part of any word.
  const forms = key.length < 8 ? [] : [key, encodeURIComponent(key), key.replaceAll('/', '\\/')];
  const redact = (text: string): string =>
    forms.reduce((rest, form) => rest.replaceAll(form, '[API key]'), text);
  // What fetch throws may hold what the server sent, and that the request: Node's parser errors do, as `data`.
  const scrub = (error: Json, depth = 5): void => {
    if (!depth || Object(error) !== error) return;
    for (const name of Object.getOwnPropertyNames(error)) {
      const value = error[name];
      if (typeof value === 'string' && redact(value) !== value) error[name] = redact(value);
    }
    scrub(error.cause, depth - 1);
  };

  const transmit: Transport['transmit'] = (request, body, init, facts) => {
    const { url, method, headers } = request;
    const { parseAs = 'json', fetch = options.fetch ?? globalThis.fetch } = init;
    const { retry = options.retry, timeout = options.timeout, deadline = options.deadline } = init;
    checkLimits(init);
    if (!url.startsWith(`${origin}/`) || headers.has(API_KEY_HEADER)) {
      throw new UsageError(`the API key is set by createClient alone, and goes to ${origin} only`, facts);
    }

    const send = async (limit: AbortSignal): Promise<Answered> => {
      // A copy where hooks or middleware hold the other one.
      const keyed = options.onRequest || request instanceof Request ? new Headers(headers) : headers;
      keyed.set(API_KEY_HEADER, key);
      // A stream goes on after this call has given it away, and must still end at the caller's abort.
      const outlives = parseAs === 'stream' && request.signal;
      let response: Response;
      try {
        response = await fetch(request instanceof Request ? request : url, {
          ...init,
          method,
          headers: keyed,
          body: body as BodyInit,
          signal: outlives ? AbortSignal.any([limit, outlives]) : limit,
          redirect: 'manual',
        });
      } catch (error) {
        scrub(error);
        throw error;
      }
      const { ok, statusText } = response;
      if (!ok && redact(statusText) !== statusText) {
        Object.defineProperty(response, 'statusText', { value: redact(statusText) });
      }
      refuseRedirect(response, facts, redact);
      const content = await readBody(response, parseAs);
      return { response, body: response.ok ? content : redact(content as string) };
    };
    // A stream can't be sent again.
    const policy = body instanceof ReadableStream ? false : retry && { ...(options.retry || {}), ...retry };
    const limits = { ...options, retry: policy, timeout, deadline };
    return exchange(request, send, throttle && ((signal) => throttle(key, signal)), limits, facts);
  };
  return { baseUrl: href, transmit, redact };
}
