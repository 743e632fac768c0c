// A body as it is sent, by its media type.
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { isObject } from '../json.ts';
import { essenceOf, isRange } from '../media-types.ts';

export interface Written {
  text: string;
  contentType: string;
}

/** Between the parts of a multipart body; the same each time, so that answers can be compared byte for byte. */
const BOUNDARY = '----agentsource-mock';

/** Undefined where a value has no form in that media type, such as an object as XML. */
export function writeBody(value: unknown, mediaType: string): Written | undefined {
  if (isRange(mediaType)) return writeBody(value, typeInRange(mediaType, value));
  if (isJsonMediaType(mediaType)) return { text: JSON.stringify(value ?? null), contentType: mediaType };
  if (LINES.test(essenceOf(mediaType))) return { text: linesOf(value), contentType: mediaType };
  if (essenceOf(mediaType).startsWith('multipart/')) return multipart(value, mediaType);
  if (isObject(value) && essenceOf(mediaType) === 'application/x-www-form-urlencoded') {
    return { text: String(new URLSearchParams(fieldsOf(value))), contentType: mediaType };
  }
  return typeof value === 'object' && value !== null
    ? undefined
    : { text: String(value ?? ''), contentType: mediaType };
}

/** JSON texts, one a line. */
const LINES = /^application\/(?:x-)?(?:ndjson|jsonl|json-lines)$/;

function linesOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return [value]
    .flat()
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

const TYPES: Record<string, string> = {
  text: 'text/plain',
  image: 'image/png',
  audio: 'audio/mpeg',
  video: 'video/mp4',
};

/** A type that is in the range: JSON and plain text where they are. */
function typeInRange(range: string, value: unknown): string {
  const [type = ''] = essenceOf(range).split('/');
  const isText = typeof value === 'string';
  if (type === '*') return isText ? 'text/plain' : 'application/json';
  return TYPES[type] ?? (isText ? `${type}/octet-stream` : `${type}/json`);
}

/** An object's members, or a list's items, as parts. */
function multipart(value: unknown, mediaType: string): Written {
  const isForm = essenceOf(mediaType) === 'multipart/form-data';
  const fields = isObject(value)
    ? fieldsOf(value)
    : [value].flat().map((item) => ['', textOf(item)] as [string, string]);
  const parts = fields.map(([name, text]) => {
    const head = isForm ? `Content-Disposition: form-data; name="${encodeURI(name)}"\r\n` : '';
    return `--${BOUNDARY}\r\n${head}\r\n${text}\r\n`;
  });
  return {
    text: `${parts.join('')}--${BOUNDARY}--\r\n`,
    contentType: `${mediaType.split(';')[0]?.trim()}; boundary=${BOUNDARY}`,
  };
}

/** A list is a field for each of its items. */
function fieldsOf(object: Record<string, unknown>): [string, string][] {
  return Object.entries(object).flatMap(([name, value]) =>
    [value].flat().map((item) => [name, textOf(item)] as [string, string]),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
