// What a media type is to TypeScript: JSON, text or bytes. The client decides by the same rule at run time
// (packages/client/src/transport/media-kind.ts; a test compares the two).

import { isJsonMediaType } from '@agentsource/openapi/media-type';

/** `json`: the value that the schema describes. `text`: a string. `blob`: a `Blob`. */
export type MediaKind = 'json' | 'text' | 'blob';

const TEXT =
  /^\s*(?:text\/|application\/(?:[\w.-]+\+)?(?:xml|yaml|x-yaml|csv|javascript|x-ndjson|jsonl)\s*(?:;|$))/i;

/** A range that JSON falls into (`*\/*`, `application/*`) counts as JSON, which is what is sent and expected unless somebody says otherwise. */
export function mediaKindOf(mediaType: string): MediaKind {
  if (isJsonMediaType(mediaType) || /^\s*(?:\*|application)\/\*/i.test(mediaType)) return 'json';
  return TEXT.test(mediaType) ? 'text' : 'blob';
}
