// What a media type's body is in JavaScript.
import { isJsonMediaType } from '@agentsource/openapi/media-type';

/** `any`: a range that takes several of the others in. */
export type MediaKind = 'json' | 'text' | 'urlencoded' | 'multipart' | 'binary' | 'any';

/** Text beside `text/*`. */
const TEXT =
  /^application\/(?:xml|yaml|x-yaml|csv|javascript|graphql|sql|(?:x-)?(?:ndjson|jsonl)|json-seq)$|\+(?:xml|yaml)$/;

export function mediaKind(mediaType: string): MediaKind {
  const name = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (isJsonMediaType(name)) return 'json';
  if (name === 'application/x-www-form-urlencoded') return 'urlencoded';
  if (name.startsWith('multipart/')) return 'multipart';
  if (name === '*/*' || name === 'application/*') return 'any';
  return name.startsWith('text/') || TEXT.test(name) ? 'text' : 'binary';
}
