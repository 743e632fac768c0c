// A whole receiver for anything that speaks Request and Response.
import { readUpTo } from './body.ts';
import { checkSecrets, type Secrets } from './keys.ts';
import { onceEach } from './once.ts';
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
  const handle = onceEach(onEvent, store, onError ?? console.error);

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
      if (body === undefined) return tooLarge();
      await verify(body, request.headers, secrets, options);
      event = parse(body);
    } catch (error) {
      onError?.(error);
      return new Response('invalid', { status: 400 });
    }
    return (await handle(event)) ? new Response('ok') : new Response('failed', { status: 500 });
  };
}

function tooLarge(): Response {
  // Closed, because what remains of the request, unread, would otherwise keep the connection open.
  return new Response('too large', { status: 413, headers: { Connection: 'close' } });
}
