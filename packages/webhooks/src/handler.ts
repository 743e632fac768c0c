// A whole receiver for anything that speaks Request and Response.
import type { Chunks } from './body.ts';
import { createReceiver, type ReceiverOptions, type SecretOption } from './receive.ts';

export interface HandlerOptions<Env = unknown> extends ReceiverOptions<Env> {
  /**
   * `webhook_secret` as `POST /v1/webhooks` returned it; while a rotation lasts, the old and the new one. Or a function that gives
   * it for each delivery, from the Request and what came with it, such as a Worker's bindings.
   *
   * It is looked at when a delivery comes: without one the answer is 500, and `onError` hears why.
   */
  secret: SecretOption<Request, Env>;
}

/** Takes a Request and, where `secret` or `onEvent` asks for it, what the platform gives beside it. */
export type WebhookHandler<Env = unknown> = unknown extends Env
  ? (request: Request) => Promise<Response>
  : (request: Request, env: Env) => Promise<Response>;

/**
 * Receives deliveries: verifies, parses, deduplicates by `event_id`, calls `onEvent`.
 *
 * | answer | when |
 * | --- | --- |
 * | 200 | `onEvent` succeeded, now or on an earlier delivery of the same event |
 * | 400 | not signed with `secret`, too old or too new, not an event; always the same words, `onError` has the reason |
 * | 405 | not a POST |
 * | 413 | the body is longer than `maxBodyBytes` |
 * | 500 | `onEvent` failed, or the store before it; there is no secret |
 * | 503 | the event is being handled, here longer than `timeout`, or by another process; `Retry-After` says when to come again |
 *
 * A delivery that arrives while the same process handles the same event waits for it, up to `timeout`, and is answered the same.
 *
 * @throws RangeError for a number out of range. The handler itself throws a TypeError when it is given no Request, and rejects
 * with one when the body was read before.
 *
 * ```ts
 * import { handler } from '@agentsource/webhooks';
 *
 * const receive = handler({
 *   secret: (_request, env: { WEBHOOK_SECRET: string }) => env.WEBHOOK_SECRET,
 *   onEvent(event) {
 *     console.log(event.event_name, event.entity_id);
 *   },
 * });
 *
 * export default { fetch: receive }; // as Cloudflare Workers take it, which give a Worker's bindings to each call
 * ```
 */
export function handler<Env = unknown>(options: HandlerOptions<Env>): WebhookHandler<Env> {
  const receive = createReceiver(options);

  async function answer(request: Request, env: Env): Promise<Response> {
    const [status, text, headers] = await receive(request, env, chunksOf(request));
    return new Response(text, { status, headers });
  }

  return ((request: Request, env: Env) => {
    // By what it can do: frameworks and tests have Request classes of their own.
    if (typeof request?.headers?.get !== 'function') {
      throw new TypeError(
        'handler takes a Request; nodeHandler of @agentsource/webhooks/node takes (req, res)',
      );
    }
    return answer(request, env);
  }) as WebhookHandler<Env>;
}

function chunksOf({ bodyUsed, body }: Request): Chunks {
  if (bodyUsed || body?.locked) {
    throw new TypeError('The request body was read already, before the handler');
  }
  const reader = body?.getReader();
  return { next: async () => (await reader?.read()) ?? { done: true }, cancel: () => reader?.cancel() };
}
