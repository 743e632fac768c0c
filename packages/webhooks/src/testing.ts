// For the tests of receivers: deliveries signed as the vendor signs them. Apart from the receiving side, which never signs.
import { encodeBase64url } from './base64url.ts';
import { checkSecrets, keyOf } from './keys.ts';
import type { WebhookEvent } from './parse.ts';
import { type RawBody, signedBytes } from './signature.ts';

export interface SignOptions {
  /** `X-Timestamp`, in Unix seconds. Default: now. */
  timestamp?: number;
}

/** The headers of a delivery. */
export type SignedHeaders = { 'Content-Type': string; 'X-Timestamp': string; 'X-Signature': string };

/**
 * The headers that make `rawBody` a genuine delivery: send exactly the bytes that were signed.
 * @throws WebhookVerificationError `malformed_secret`
 *
 * ```ts
 * import { handler } from '@agentsource/webhooks';
 * import { sampleEvent, sign } from '@agentsource/webhooks/testing';
 *
 * const secret = 'c2VjcmV0';
 * const receive = handler({ secret, onEvent: (event) => console.log(event.event_name) }); // prospect_changed_role
 * const body = JSON.stringify(sampleEvent());
 * const headers = await sign(body, secret);
 * const response = await receive(new Request('http://localhost/', { method: 'POST', headers, body }));
 * console.log(response.status); // 200
 * ```
 */
export async function sign(
  rawBody: RawBody,
  secret: string,
  options: SignOptions = {},
): Promise<SignedHeaders> {
  checkSecrets(secret);
  const timestamp = String(options.timestamp ?? Math.floor(Date.now() / 1000));
  const digest = await crypto.subtle.sign('HMAC', await keyOf(secret), signedBytes(timestamp, rawBody));
  return {
    'Content-Type': 'application/json',
    'X-Timestamp': timestamp,
    'X-Signature': encodeBase64url(new Uint8Array(digest)),
  };
}

/** An event with every field in place and a new `event_id`; `fields` take precedence. Its `data` is empty unless given. */
export function sampleEvent(fields: Partial<WebhookEvent> = {}): WebhookEvent {
  return {
    tenant_id: 'sample_tenant',
    partner_id: 'sample_partner',
    event_id: crypto.randomUUID(),
    event_name: 'prospect_changed_role',
    entity_id: '20ae6cbf564ee683e66685e429844a5ff8ffc30f',
    entity_type: 'prospect',
    data: {},
    enrollment_key: 'sample_enrollment',
    ...fields,
  };
}
