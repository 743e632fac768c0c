// From the secret as the vendor issues it to the HMAC key, imported once.
import { decodeBase64url } from './base64url.ts';
import { WebhookVerificationError } from './errors.ts';

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
export function checkSecrets(secrets: Secrets): readonly string[] {
  const list = typeof secrets === 'string' ? [secrets] : secrets;
  if (!Array.isArray(list) || list.length === 0) {
    throw new WebhookVerificationError(
      'malformed_secret',
      'No webhook secret: pass webhook_secret as add_webhook returned it',
    );
  }
  for (const [index, secret] of list.entries()) bytesOf(secret, list.length > 1 ? ` ${index + 1}` : '');
  return list;
}

export function keyOf(secret: string): Promise<CryptoKey> {
  const key =
    cache.get(secret) ??
    crypto.subtle.importKey('raw', bytesOf(secret, ''), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]);
  cache.delete(secret);
  cache.set(secret, key);
  const [oldest] = cache.keys();
  if (cache.size > CACHED_KEYS && oldest !== undefined) cache.delete(oldest);
  return key;
}

function bytesOf(secret: unknown, which: string): Uint8Array<ArrayBuffer> {
  const bytes = typeof secret === 'string' ? decodeBase64url(secret) : undefined;
  // An empty key would verify what anyone can sign.
  if (bytes === undefined || bytes.length === 0) {
    throw new WebhookVerificationError(
      'malformed_secret',
      `Webhook secret${which} is not base64url: pass webhook_secret as add_webhook returned it, undecoded and with nothing around it`,
    );
  }
  return bytes;
}
