// From the secret as the vendor issues it to the HMAC key, imported once.
import { decodeBase64url } from './base64url.ts';
import { WebhookVerificationError } from './errors.ts';
import { forgetOldest } from './forget-oldest.ts';

type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** One `webhook_secret`, or several while a rotation lasts. */
export type Secrets = string | readonly string[];

// Enough for a receiver of many partners; beyond it the one unused for longest is imported again when it is needed.
const CACHED_KEYS = 100;
const cache = new Map<string, Promise<CryptoKey>>();

/**
 * The secrets as a list, all of them checked, so that a broken one is found before the rotation needs it.
 * @throws WebhookVerificationError `malformed_secret`, saying which but never what it is.
 */
export function checkSecrets(secrets: Secrets | undefined): readonly string[] {
  const list = typeof secrets === 'string' ? [secrets] : secrets;
  if (!Array.isArray(list) || list.length === 0) throw malformed('No webhook secret');
  for (const [index, secret] of list.entries()) bytesOf(secret, list.length > 1 ? ` ${index + 1}` : '');
  return list;
}

export function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key =
    cache.get(secret) ??
    crypto.subtle.importKey('raw', bytesOf(secret, ''), algorithm, false, ['sign', 'verify']);
  cache.delete(secret);
  cache.set(secret, key);
  forgetOldest(cache, CACHED_KEYS);
  return key;
}

function bytesOf(secret: unknown, which: string): Uint8Array<ArrayBuffer> {
  // An empty key would verify what anyone can sign.
  if (secret === '') throw malformed(`Webhook secret${which} is empty`);
  const bytes = typeof secret === 'string' ? decodeBase64url(secret) : undefined;
  if (!bytes?.length) throw malformed(`Webhook secret${which} is not base64url`);
  return bytes;
}

function malformed(what: string): WebhookVerificationError {
  return new WebhookVerificationError(
    'malformed_secret',
    `${what}: pass webhook_secret as add_webhook returned it`,
  );
}
