// Media types: which of them the suite can write and read, and which ranges (`text/*`) include which.
import { isJsonMediaType } from '@agentsource/openapi/media-type';

export type Format = 'json' | 'form' | 'multipart' | 'text' | 'bytes';

/** How a body of the media type is written; undefined where the suite does not know. */
export function formatOf(mediaType: string): Format | undefined {
  const type = essenceOf(mediaType);
  if (isJsonMediaType(type) || type === '*/*' || type === 'application/*') return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type === 'multipart/form-data') return 'multipart';
  // Made of more than text: what is right there, a schema does not say.
  if (/^multipart\/|\/xml$|\+xml$/.test(type)) return undefined;
  return type.startsWith('text/') ? 'text' : 'bytes';
}

/** Without parameters such as `charset`, in small letters. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

export function isRange(mediaType: string): boolean {
  return mediaType.includes('*');
}

/** Whether a type is the declared one, or in the declared range. */
export function includes(declared: string, mediaType: string): boolean {
  const [type, subtype] = essenceOf(declared).split('/');
  const [otherType, otherSubtype] = essenceOf(mediaType).split('/');
  return (type === '*' || type === otherType) && (subtype === '*' || subtype === otherSubtype);
}

const OF_RANGE: Record<string, string> = {
  '*/*': 'application/json',
  'application/*': 'application/json',
  'text/*': 'text/plain',
  'image/*': 'image/png',
  'audio/*': 'audio/mpeg',
  'video/*': 'video/mp4',
};

/** A type to send for a declared one: itself, or one in its range. */
export function concrete(mediaType: string): string {
  return OF_RANGE[essenceOf(mediaType)] ?? mediaType.replace('*', 'octet-stream');
}
