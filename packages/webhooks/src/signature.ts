// What is signed and how: HMAC-SHA256 over `<X-Timestamp>.<raw body>`, as the vendor's documentation states it.

/** A body exactly as it came over the wire. A string stands for its UTF-8 bytes. */
export type RawBody = string | Uint8Array | ArrayBuffer;

const encoder = new TextEncoder();

export function signedBytes(timestamp: string, rawBody: RawBody): ArrayBuffer {
  return concat([encoder.encode(`${timestamp}.`), bytesOfBody(rawBody)]);
}

// An ArrayBuffer, since TypeScript before 5.7 can't read the declaration of a Uint8Array<ArrayBuffer>.
export function concat(parts: readonly Uint8Array[]): ArrayBuffer {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes.buffer;
}

/** @throws TypeError for anything else, above all for a body that a framework has parsed already. */
export function bytesOfBody(rawBody: RawBody): Uint8Array {
  if (typeof rawBody === 'string') return encoder.encode(rawBody);
  if (rawBody instanceof Uint8Array) return rawBody;
  if (rawBody instanceof ArrayBuffer) return new Uint8Array(rawBody);
  throw new TypeError('The body must be raw, a string, Uint8Array or ArrayBuffer, not parsed');
}
