// Which media types are JSON.

/** By WHATWG's definition of a JSON MIME type: `application/json`, `text/json`, or a subtype that ends in `+json`; parameters don't matter. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^\s*(?:(?:application|text)\/json|[\w.+-]+\/[\w.+-]+\+json)\s*(?:;|$)/i.test(mediaType);
}
