// What bodies are declared to be, by media type: their schema and their examples.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { type Direction, shown } from '../direction.ts';
import { type Reading, resolveAt } from './reading.ts';

export interface Content {
  mediaType: string;
  /** JSON Pointer of the schema in the document; undefined when none is declared. */
  schema: string | undefined;
  /** Whether the schema is about a text, and so about a body that is none but text or bytes. */
  isText: boolean;
  examples: Example[];
  /** The media types that parts of a multipart body are declared to have, by property. */
  partTypes: Record<string, string>;
}

interface Example {
  name: string;
  value: Json;
}

export interface RequestBody {
  required: boolean;
  contents: Content[];
  /** Whether these are all that are declared. */
  isWhole: boolean;
}

export function readBody(reading: Reading, pointer: string): RequestBody | undefined {
  const place = resolveAt(reading.document, pointer);
  if (!place) return undefined;
  const contents = readContents(reading.document, place.pointer, place.value);
  const { content } = place.value;
  const isWritable = ({ mediaType }: Content) => {
    const encodings = entriesOf(isObject(content) ? (content[mediaType] as JsonObject)?.encoding : undefined);
    const [name] = encodings.find(([, encoding]) => isSpecial(encoding)) ?? [];
    if (name === undefined) return true;
    const why =
      'the suite writes the members of a form in the default style, and their parts without headers';
    reading.uncovered.push({ what: `request body ${mediaType}, encoding of ${name}`, why });
    return false;
  };
  const writable = contents.filter(isWritable).map((content) => asSent(reading.document, content, 'request'));
  const isWhole = writable.length === contents.length;
  return { required: place.value.required === true, contents: writable, isWhole };
}

function isSpecial(encoding: Json): boolean {
  if (!isObject(encoding)) return false;
  const { style = 'form', explode = true, headers } = encoding;
  return style !== 'form' || explode !== true || entriesOf(headers).length > 0;
}

export function readContents(document: OpenApiDocument, pointer: string, holder: JsonObject): Content[] {
  const at = child(pointer, 'content');
  return entriesOf(holder.content).flatMap(([mediaType, content]) => {
    if (!isObject(content)) return [];
    const here = child(at, mediaType);
    return {
      mediaType,
      schema: content.schema === undefined ? undefined : child(here, 'schema'),
      isText: resolveAt(document, child(here, 'schema'))?.value.type === 'string',
      examples: readExamples(document, here, content),
      partTypes: readPartTypes(content),
    };
  });
}

/** Its examples without what does not travel in this direction. */
export function asSent(document: OpenApiDocument, content: Content, direction: Direction): Content {
  const { schema } = content;
  if (schema === undefined) return content;
  const examples = content.examples.map(({ name, value }) => ({
    name,
    value: shown(document, schema, value, direction),
  }));
  return { ...content, examples };
}

/** Of several types that a part may have, the first. */
function readPartTypes({ encoding }: JsonObject): Record<string, string> {
  return Object.fromEntries(
    entriesOf(encoding).flatMap(([name, value]) => {
      const types = isObject(value) && typeof value.contentType === 'string' ? value.contentType : '';
      const [first = ''] = types.split(',');
      return first === '' ? [] : [[name, first.trim()]];
    }),
  );
}

export function readExamples(document: OpenApiDocument, pointer: string, holder: JsonObject): Example[] {
  if (isObject(holder.examples)) {
    return Object.keys(holder.examples).flatMap((name) => {
      const value = resolveAt(document, child(child(pointer, 'examples'), name))?.value.value;
      return value === undefined ? [] : [{ name, value }];
    });
  }
  return holder.example === undefined ? [] : [{ name: 'default', value: holder.example }];
}
