// Base64url (RFC 4648, section 5), strictly: what decodes has exactly one spelling with padding and one without.

export function encodeBase64url(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Undefined when the text is not base64url. Bits left over at the end must be zero, which finds most truncated secrets. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const unpadded = text.replace(/={1,2}$/, '');
  // What atob would pass over (white space) or throw on.
  if (!/^[A-Za-z0-9_-]*$/.test(unpadded) || unpadded.length % 4 === 1) return undefined;
  const binary = atob(unpadded.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const padded = encodeBase64url(bytes);
  const canonical = text === unpadded ? padded.replace(/={1,2}$/, '') : padded;
  return text === canonical ? bytes : undefined;
}
