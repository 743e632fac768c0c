// Whether a delivery comes from the vendor: its signature and its age.
import { decodeBase64url } from './base64url.ts';
import { WebhookVerificationError } from './errors.ts';
import { checkSecrets, keyOf, type Secrets } from './keys.ts';
import { checkNumber } from './numbers.ts';
import { type RawBody, signedBytes } from './signature.ts';

/** A `Headers`, or an object of headers such as Node's `request.headers`; names are taken in any case. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | { readonly [name: string]: string | readonly string[] | undefined };

export interface VerifyOptions {
  /** How far from now, in seconds and in either direction, `X-Timestamp` may be. Default: 300, as in the vendor's receiver. */
  toleranceSeconds?: number;
  /** The time now, in milliseconds since 1970. Default: `Date.now`. For tests. */
  now?: () => number;
}

// The base64url encoding, with padding, of 32 bytes.
const SIGNATURE_LENGTH = 44;

/**
 * Resolves when the delivery was signed with `secret` not more than `toleranceSeconds` from now; rejects otherwise, so never
 * forget the `await`. Signatures are compared by Web Crypto's `verify`, in constant time.
 *
 * The age is judged after the signature: `too_old` and `too_new` tell of genuine deliveries only.
 *
 * @param rawBody the body's bytes as received, before any parser
 * @param headers `X-Timestamp` and `X-Signature` are read, whatever their case
 * @param secret `webhook_secret` as `POST /v1/webhooks` returned it; while a rotation lasts, the old and the new one
 * @throws WebhookVerificationError with a `code` that says why
 * @throws TypeError when `rawBody` is not raw, RangeError when `toleranceSeconds` is not a number of seconds
 *
 * ```ts
 * import { verify } from '@agentsource/webhooks';
 *
 * export async function receive(request: Request, secret: string): Promise<unknown> {
 *   const rawBody = await request.arrayBuffer();
 *   await verify(rawBody, request.headers, secret);
 *   return JSON.parse(new TextDecoder().decode(rawBody));
 * }
 * ```
 */
export async function verify(
  rawBody: RawBody,
  headers: WebhookHeaders,
  secret: Secrets,
  options: VerifyOptions = {},
): Promise<void> {
  const tolerance = checkTolerance(options.toleranceSeconds);
  const secrets = checkSecrets(secret);
  const timestamp = requiredHeader(headers, 'X-Timestamp');
  const signature = requiredHeader(headers, 'X-Signature');
  // 15 digits are exact in a JavaScript number, and hundreds of thousands of centuries away.
  if (!/^\d{1,15}$/.test(timestamp)) {
    throw new WebhookVerificationError('bad_timestamp', 'X-Timestamp is not in Unix seconds');
  }
  if (!(await isSignedByAny(secrets, signature, signedBytes(timestamp, rawBody)))) {
    throw new WebhookVerificationError(
      'bad_signature',
      'X-Signature does not match: another secret, or not the bytes received',
    );
  }
  checkAge((options.now ?? Date.now)() / 1000 - Number(timestamp), tolerance);
}

export function checkTolerance(toleranceSeconds = 300): number {
  // Infinity would accept a delivery of any age.
  const fits = Number.isFinite(toleranceSeconds) && toleranceSeconds >= 0;
  return checkNumber('toleranceSeconds', toleranceSeconds, fits, 'seconds, 0 or more');
}

function checkAge(seconds: number, tolerance: number): void {
  // A positive comparison, so that a clock that gives NaN accepts nothing.
  if (Math.abs(seconds) <= tolerance) return;
  throw new WebhookVerificationError(
    seconds < 0 ? 'too_new' : 'too_old',
    `X-Timestamp is ${Math.abs(Math.round(seconds))} s off this clock; ${tolerance} s are tolerated`,
  );
}

async function isSignedByAny(
  secrets: readonly string[],
  signature: string,
  data: ArrayBuffer,
): Promise<boolean> {
  const digest = signature.length === SIGNATURE_LENGTH ? decodeBase64url(signature) : undefined;
  if (digest === undefined) return false;
  for (const secret of secrets) {
    if (await crypto.subtle.verify('HMAC', await keyOf(secret), digest, data)) return true;
  }
  return false;
}

function requiredHeader(headers: WebhookHeaders, name: string): string {
  const value = headerOf(headers, name);
  if (!value) throw new WebhookVerificationError('missing_header', `The delivery has no ${name} header`);
  return value;
}

/** Empty where there is none. One that came twice is joined as `Headers` joins it, which makes it neither a timestamp nor a signature. */
export function headerOf(headers: WebhookHeaders, name: string): string {
  // Its values may be strings, so that a header that is called "get" is not taken for the method.
  if (typeof headers.get === 'function') return headers.get(name) ?? '';
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .flatMap(([, value]) => value ?? [])
    .join(', ');
}
