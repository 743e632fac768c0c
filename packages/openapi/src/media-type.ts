// Which media types hold JSON.

/** `application/json`, and whatever has the suffix `+json`; parameters such as `charset` don't matter. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^(?:application\/json|[^/;\s]+\/[^/;\s]+\+json)\s*(?:;|$)/i.test(mediaType);
}
