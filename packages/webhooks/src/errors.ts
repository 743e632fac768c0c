// The two ways in which a delivery can be wrong: it is not the vendor's, or it is not an event.

/**
 * Why a delivery was not accepted:
 * - `missing_header`: no `X-Timestamp` or no `X-Signature`
 * - `bad_timestamp`: `X-Timestamp` is not a whole number of Unix seconds
 * - `bad_signature`: `X-Signature` is not of this body, this timestamp and one of the secrets
 * - `too_old`, `too_new`: the signature is right, but the timestamp is further from now than the tolerance: a replay, or a
 *   clock that is wrong
 * - `malformed_secret`: a secret of the receiver's is absent, empty or not base64url; the delivery was not looked at
 */
export type WebhookVerificationErrorCode =
  | 'missing_header'
  | 'bad_timestamp'
  | 'bad_signature'
  | 'too_old'
  | 'too_new'
  | 'malformed_secret';

/**
 * A delivery that must not be trusted. Log `code` and `message`, which hold neither the secret nor the signature, and answer
 * 400 with the same words whatever the code: the difference helps you, and would help whoever forges a delivery.
 *
 * ```ts
 * import { verify, WebhookVerificationError } from '@agentsource/webhooks';
 *
 * try {
 *   await verify('{}', { 'x-timestamp': '1767225600' }, 'c2VjcmV0');
 * } catch (error) {
 *   console.log(error instanceof WebhookVerificationError && error.code); // missing_header
 * }
 * ```
 */
export class WebhookVerificationError extends Error {
  override readonly name: string = 'WebhookVerificationError';
  declare readonly code: WebhookVerificationErrorCode;
  /** The answer for frameworks that take it from an error: 400, and 500 for `malformed_secret`, which is no fault of the sender's. */
  declare readonly statusCode: 400 | 500;

  constructor(code: WebhookVerificationErrorCode, message: string) {
    super(message);
    this.code = code;
    this.statusCode = code === 'malformed_secret' ? 500 : 400;
  }
}

/** A body that is not a delivery's: not UTF-8, not JSON, or without what every event has. */
export class WebhookParseError extends Error {
  override readonly name: string = 'WebhookParseError';
  /** The field that is wrong or missing, such as `event_id`; undefined when the body as a whole is not a JSON object. */
  declare readonly field: string | undefined;
  /** The answer for frameworks that take it from an error. */
  readonly statusCode: 400 = 400;

  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}
