// A whole receiver for anything that speaks Request and Response.
import { checkSecrets, type Secrets } from './keys.ts';
import { parse, type WebhookEvent } from './parse.ts';
import { type EventStore, memoryStore } from './store.ts';
import { checkTolerance, type VerifyOptions, verify } from './verify.ts';

export interface HandlerOptions extends VerifyOptions {
  /** `webhook_secret` as `POST /v1/webhooks` returned it; while a rotation lasts, the old and the new one. */
  secret: Secrets;
  /**
   * Called once per event, verified and parsed. The answer to the vendor waits for it, so hand long work to a queue. When it
   * throws, the answer is 500 and the event counts as not handled: it is handled when the vendor sends it again.
   */
  onEvent: (event: WebhookEvent) => unknown;
  /**
   * Told of everything that went wrong: a `WebhookVerificationError` or `WebhookParseError` for a delivery that was refused,
   * otherwise whatever `onEvent` or `store` threw. Default: `console.error` for what `onEvent` and `store` threw, nothing for
   * refused deliveries, which anyone on the internet can cause.
   */
  onError?: (error: unknown) => void;
  /** Where handled events are remembered. Default: `memoryStore()`, the last 10,000 in this process. */
  store?: EventStore;
  /** A longer body is answered 413 and not read to its end. In bytes. Default: 1,048,576. */
  maxBodyBytes?: number;
}

/**
 * Receives deliveries: verifies, parses, deduplicates by `event_id`, calls `onEvent`.
 *
 * | answer | when |
 * | --- | --- |
 * | 200 | `onEvent` succeeded, now or on an earlier delivery of the same event |
 * | 400 | not signed with `secret`, too old or too new, not an event; always the same words, `onError` has the reason |
 * | 405 | not a POST |
 * | 413 | the body is longer than `maxBodyBytes` |
 * | 500 | `onEvent` or the store failed, so that the vendor sends the event again |
 *
 * A delivery that arrives while the same event is being handled waits for it and is answered the same.
 *
 * @throws WebhookVerificationError `malformed_secret`, RangeError for a number out of range: both at once, not per delivery
 *
 * ```ts
 * import { handler } from '@agentsource/webhooks';
 *
 * const receive = handler({
 *   secret: 'c2VjcmV0', // keep yours out of the source
 *   onEvent(event) {
 *     console.log(event.event_name, event.entity_id);
 *   },
 * });
 *
 * export default { fetch: receive }; // as Cloudflare Workers, Deno and Bun take it
 * ```
 */
export function handler(options: HandlerOptions): (request: Request) => Promise<Response> {
  const { onEvent, onError, store = memoryStore(), maxBodyBytes = 1_048_576 } = options;
  const secrets = [...checkSecrets(options.secret)];
  checkTolerance(options.toleranceSeconds);
  if (!(maxBodyBytes > 0)) throw new RangeError(`maxBodyBytes must be above 0; it is ${maxBodyBytes}`);
  const inHand = new Map<string, Promise<boolean>>();

  async function handle(event: WebhookEvent): Promise<boolean> {
    try {
      if (await store.has(event.event_id)) return true;
      await onEvent(event);
    } catch (error) {
      (onError ?? console.error)(error);
      return false;
    }
    try {
      await store.add(event.event_id);
    } catch (error) {
      // The event is handled: to ask for it again would handle it twice.
      (onError ?? console.error)(error);
    }
    return true;
  }

  function handleOnce(event: WebhookEvent): Promise<boolean> {
    const id = event.event_id;
    let handled = inHand.get(id);
    if (handled === undefined) {
      handled = handle(event).finally(() => inHand.delete(id));
      inHand.set(id, handled);
    }
    return handled;
  }

  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } });
    if (request.bodyUsed) {
      throw new TypeError(
        'The request body was read already: let the handler have the request before any body parser',
      );
    }
    let event: WebhookEvent;
    try {
      const body = await readUpTo(maxBodyBytes, request);
      // Closed, because what remains of the request would otherwise hold it open, unread.
      if (body === undefined)
        return new Response('too large', { status: 413, headers: { Connection: 'close' } });
      await verify(body, request.headers, secrets, options);
      event = parse(body);
    } catch (error) {
      onError?.(error);
      return new Response('invalid', { status: 400 });
    }
    return (await handleOnce(event)) ? new Response('ok') : new Response('failed', { status: 500 });
  };
}

/** Undefined when the body is longer, whatever `Content-Length` says. */
async function readUpTo(max: number, request: Request): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length')) > max) return undefined;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > max) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return body;
}
