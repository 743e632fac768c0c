// What a media type is to TypeScript: JSON, text or bytes. The client decides by the same rule at run time
// (packages/client/src/transport/media-kind.ts; a test compares the two).

import { isJsonMediaType } from '@agentsource/openapi/media-type';

/** `json`: the value that the schema describes. `text`: a string. `blob`: a `Blob`. */
export type MediaKind = 'json' | 'text' | 'blob';

/** A range that JSON falls into counts as JSON, which is what is sent and expected unless somebody says otherwise. */
export function mediaKindOf(mediaType: string): MediaKind {
  const type = (mediaType.toLowerCase().split(';')[0] ?? '').trim();
  if (isJsonMediaType(type) || type === '*/*' || type === 'application/*') return 'json';
  return /^text\/|[/+-](?:xml|yaml|csv|javascript|ndjson|jsonl)$/.test(type) ? 'text' : 'blob';
}
