// Base64url (RFC 4648, section 5), strictly: what decodes has exactly one spelling with padding and one without.

export function encodeBase64url(bytes: Uint8Array): string {
  return urlSafe(btoa(String.fromCharCode(...bytes)));
}

/** Undefined when the text is not base64url. Bits left over at the end must be zero, which finds most truncated secrets. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  let binary: string;
  try {
    binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
  // It passes over white space and takes `+` and `/`: what is not spelt as we would is found here.
  const padded = urlSafe(btoa(binary));
  if (text !== padded && text !== padded.replace(/=+$/, '')) return undefined;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
