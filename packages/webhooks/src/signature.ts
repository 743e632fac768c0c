// What is signed and how: HMAC-SHA256 over `<X-Timestamp>.<raw body>`, as the vendor's documentation states it.

/** A body exactly as it came over the wire. A string stands for its UTF-8 bytes. */
export type RawBody = string | Uint8Array | ArrayBuffer;

const encoder = new TextEncoder();

// An ArrayBuffer, since TypeScript before 5.7 can't read the declaration of a Uint8Array<ArrayBuffer>.
export function signedBytes(timestamp: string, rawBody: RawBody): ArrayBuffer {
  const prefix = encoder.encode(`${timestamp}.`);
  const body = bytesOfBody(rawBody);
  const bytes = new Uint8Array(prefix.length + body.length);
  bytes.set(prefix);
  bytes.set(body, prefix.length);
  return bytes.buffer;
}

/** @throws TypeError for anything else, above all for a body that a framework has parsed already. */
export function bytesOfBody(rawBody: RawBody): Uint8Array {
  if (typeof rawBody === 'string') return encoder.encode(rawBody);
  if (rawBody instanceof Uint8Array) return rawBody;
  if (rawBody instanceof ArrayBuffer) return new Uint8Array(rawBody);
  throw new TypeError(
    'The body must be raw, a string, Uint8Array or ArrayBuffer as received: parsed and serialised again it has other bytes',
  );
}
