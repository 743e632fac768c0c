// Bodies as they travel: JSON, forms, text and bytes; and the same read back, to compare what left with what should.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { parse } from '../check/text.ts';
import type { Content } from '../operation/contents.ts';
import { concrete, type Format, formatOf } from '../operation/media-type.ts';
import { resolveAt } from '../operation/reading.ts';

export interface WrittenBody {
  /** Undefined for a multipart body: whoever sends it chooses the boundary. */
  contentType: string | undefined;
  content: string | Uint8Array<ArrayBuffer> | FormData;
}

/** A value as the body that is declared for it; as JSON where none is. */
export function writeBody(document: OpenApiDocument, content: Content | undefined, value: Json): WrittenBody {
  const mediaType = concrete(content?.mediaType ?? 'application/json');
  switch (formatOf(mediaType)) {
    case 'form':
      return {
        contentType: mediaType,
        content: new URLSearchParams(
          membersOf(value).map(([name, member]) => [name, textOf(member)]),
        ).toString(),
      };
    case 'multipart':
      return { contentType: undefined, content: multipart(document, content, value) };
    case 'text':
      return { contentType: mediaType, content: String(value) };
    case 'bytes':
      return { contentType: mediaType, content: new TextEncoder().encode(String(value)) };
    default:
      return { contentType: mediaType, content: JSON.stringify(value) };
  }
}

/** What a caller of the client gives for such a body: the value, with files as files. */
export function valueFor(document: OpenApiDocument, content: Content | undefined, value: Json): unknown {
  const format = content && formatOf(content.mediaType);
  if (format === 'bytes') return new TextEncoder().encode(String(value));
  if (content === undefined || format !== 'multipart' || !isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const parts = [member].flat().map((item) => {
      const type = partType(document, content, name, item);
      return type === undefined ? item : new Blob([textOf(item)], { type: concrete(type) });
    });
    return [name, Array.isArray(member) ? parts : parts[0]];
  });
  return Object.fromEntries(members);
}

/** Each member by its name, and each item of a list by the list's. */
function membersOf(value: Json): [name: string, member: Json][] {
  const members = isObject(value) ? Object.entries(value) : [];
  return members.flatMap(([name, member]) => [member].flat().map((item): [string, Json] => [name, item]));
}

function textOf(value: Json): string {
  return isObject(value) ? JSON.stringify(value) : String(value);
}

function multipart(document: OpenApiDocument, content: Content | undefined, value: Json): FormData {
  const form = new FormData();
  for (const [name, member] of membersOf(value)) {
    const type = content && partType(document, content, name, member);
    if (type === undefined) form.append(name, textOf(member));
    else form.append(name, new Blob([textOf(member)], { type: concrete(type) }), name);
  }
  return form;
}

/** Undefined for a part that is plain text. */
function partType(
  document: OpenApiDocument,
  content: Content,
  name: string,
  member: Json,
): string | undefined {
  const declared = content.partTypes[name];
  if (declared !== undefined) return declared;
  if (isObject(member)) return 'application/json';
  return isFile(document, content, name) ? 'application/octet-stream' : undefined;
}

/** Whether a part is a file, by its schema or that of its items. */
function isFile(document: OpenApiDocument, { schema }: Content, name: string): boolean {
  const within = (place: Located | undefined, ...keys: string[]) =>
    place && resolveAt(document, keys.reduce(child, place.pointer));
  const property = within(schema === undefined ? undefined : resolveAt(document, schema), 'properties', name);
  return [property, within(property, 'items')].some(
    (place) => place !== undefined && holdsBytes(place.value),
  );
}

function holdsBytes({ format, contentMediaType, contentEncoding }: JsonObject): boolean {
  return format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined);
}

/** What a body says, whatever the spelling: two that say the same are deeply equal. */
export async function readBody(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string | null,
  format: Format | undefined,
): Promise<unknown> {
  const text = new TextDecoder().decode(bytes);
  if (format === 'json') return parse(text);
  if (format === 'form') return [...new URLSearchParams(text)];
  if (format !== 'multipart') return text;
  const form = await new Response(bytes, { headers: { 'content-type': contentType ?? '' } }).formData();
  return await Promise.all(
    [...form].map(async ([name, part]) =>
      typeof part === 'string' ? [name, part] : [name, await part.text(), part.type],
    ),
  );
}
