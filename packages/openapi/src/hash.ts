// SHA-256, by which vendored files and built documents are known.
import { createHash } from 'node:crypto';

/** In hexadecimal digits. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
