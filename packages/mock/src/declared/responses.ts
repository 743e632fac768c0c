// Responses and what they hold: media types with their examples, and headers.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { type Located, resolve } from '@agentsource/openapi/references';
import { type Field, readField } from './parameters.ts';

export interface Example {
  key: string;
  value: Json;
}

/** A media type of a request or a response. */
export interface Content {
  mediaType: string;
  /** JSON Pointer; undefined where anything will do. */
  schema?: string;
  examples: Example[];
  /** How the fields of a form are spelled, by name. */
  encoding: JsonObject;
}

export interface Header extends Field {
  examples: Example[];
}

export interface Response {
  /** `404`, `4XX` or `default`. */
  code: string;
  description?: string;
  headers: Header[];
  contents: Content[];
}

/** What OpenAPI has as the key of a response; one of 1xx is never the last word, and only the last is declared. */
const CODE = /^(?:default|[2-5](?:\d\d|XX))$/;

/** Headers that say how a message is framed, which is for who sends it to say. */
const FRAMING =
  /^(?:content-(?:type|length|encoding)|transfer-encoding|connection|keep-alive|upgrade|trailer)$/i;

/** A name that HTTP allows. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

export function responsesOf(document: OpenApiDocument, { value, pointer }: Located): Response[] {
  return entriesOf(value).flatMap(([code, entry]) => {
    const place = CODE.test(code) ? resolve(document, entry, child(pointer, code)) : undefined;
    if (!place) return [];
    const { description } = place.value;
    return [
      {
        code,
        ...(typeof description === 'string' && { description }),
        headers: headersOf(document, place),
        contents: contentsOf(document, place),
      },
    ];
  });
}

export function contentsOf(document: OpenApiDocument, { value, pointer }: Located): Content[] {
  const at = child(pointer, 'content');
  return entriesOf(value.content).flatMap(([mediaType, content]) => {
    if (!isObject(content)) return [];
    const schema = child(child(at, mediaType), 'schema');
    return [
      {
        mediaType,
        ...(content.schema !== undefined && { schema }),
        examples: examplesOf(document, content),
        encoding: isObject(content.encoding) ? content.encoding : {},
      },
    ];
  });
}

function headersOf(document: OpenApiDocument, { value, pointer }: Located): Header[] {
  const at = child(pointer, 'headers');
  return entriesOf(value.headers).flatMap(([name, header]) => {
    const place = resolve(document, header, child(at, name));
    if (!place || !TOKEN.test(name) || FRAMING.test(name)) return [];
    const [content = place.value] = Object.values(isObject(place.value.content) ? place.value.content : {});
    const examples = examplesOf(document, content as JsonObject);
    return [{ ...readField(name, place, 'simple'), examples }];
  });
}

/** The media type's own; where it has none, its schema's. */
function examplesOf(document: OpenApiDocument, holder: JsonObject): Example[] {
  const named = entriesOf(holder.examples).flatMap(([key, entry]) => {
    const value = resolve(document, entry)?.value.value;
    return value === undefined ? [] : [{ key, value }];
  });
  if (holder.example !== undefined) return [{ key: 'default', value: holder.example }, ...named];
  if (named.length > 0) return named;
  const { examples, example } = resolve(document, holder.schema)?.value ?? {};
  const value = itemsOf(examples)[0] ?? example;
  return value === undefined ? [] : [{ key: 'default', value }];
}
