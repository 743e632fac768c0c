// Sends an event on, signed with the same secret, so that the receiver verifies it as it would the service's.
import type { WebhookEvent } from '@agentsource/webhooks';
import { sign } from '@agentsource/webhooks/testing';

/** Throws, so that the delivery is not answered as handled, where the receiver does not take it. */
export function forwarder(
  url: URL,
  secret: string,
): (event: WebhookEvent, signal: AbortSignal) => Promise<void> {
  return async (event, signal) => {
    const body = JSON.stringify(event);
    const headers = await sign(body, secret);
    // Without what may be secret in a URL.
    const where = url.origin + url.pathname;
    const failed = (why: string) =>
      new Error(`${event.event_name} ${event.event_id} is not forwarded to ${where}: ${why}`);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' }).catch(
      (error) => {
        throw failed((error as { cause?: Error }).cause?.message || (error as Error).message);
      },
    );
    await response.body?.cancel();
    if (!response.ok) throw failed(`it answered ${response.status}`);
  };
}
