// What several tests need: a secret, an event, and a signer that is not ours.
import { createHmac } from 'node:crypto';
import { type HandlerOptions, handler, type WebhookEvent } from '../src/index.ts';
import type { RawBody } from '../src/signature.ts';

export const secret = 'MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=';
export const otherSecret = 'YW5vdGhlciBzZWNyZXQ=';

/** The time of the tests, in Unix seconds. */
export const now = 1_767_225_600;
export const atNow = { now: () => now * 1000 };

export const event = {
  tenant_id: 'tenant_1',
  partner_id: 'partner_1',
  event_id: 'event_1',
  event_name: 'prospect_changed_role',
  entity_id: '20ae6cbf564ee683e66685e429844a5ff8ffc30f',
  entity_type: 'prospect',
  data: {},
  enrollment_key: 'tech_executives_monitor',
};

/** X-Signature by Node's own HMAC, so that a mistake in ours is not made twice. */
export function signatureOf(body: RawBody, timestamp: number | string = now, key = secret): string {
  const digest = createHmac('sha256', Buffer.from(key, 'base64url'))
    .update(`${timestamp}.`)
    .update(body instanceof ArrayBuffer ? new Uint8Array(body) : body)
    .digest('base64url');
  return `${digest}=`;
}

export function signedHeaders(body: RawBody, timestamp: number | string = now, key = secret) {
  return { 'x-timestamp': String(timestamp), 'x-signature': signatureOf(body, timestamp, key) };
}

export const body: string = JSON.stringify(event);

export function delivery(
  text: string = body,
  headers: Record<string, string> = signedHeaders(text),
): Request {
  return new Request('http://localhost/', { method: 'POST', headers, body: text });
}

/** A genuine delivery of the event with this id. */
export function deliveryOf(event_id: string): Request {
  return delivery(JSON.stringify({ ...event, event_id }));
}

/** A handler that records its events and errors. */
export function receiver(options: Partial<HandlerOptions> = {}) {
  const events: WebhookEvent[] = [];
  const errors: unknown[] = [];
  const receive = handler({
    secret,
    ...atNow,
    onEvent: (event) => events.push(event),
    onError: (error) => errors.push(error),
    ...options,
  });
  return { receive, events, errors };
}

export async function textOf(response: Response): Promise<string> {
  return `${response.status} ${await response.text()}`;
}

export function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('It was accepted');
    },
    (error: unknown) => error,
  );
}
