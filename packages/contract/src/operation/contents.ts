// What bodies are declared to be, by media type: their schema and their examples.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { type Direction, shown } from '../direction.ts';
import { essenceOf, formatOf } from './media-type.ts';
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
  const declared = readContents(reading.document, place.pointer, place.value);
  const contents = distinct(reading, 'request body', declared);
  const { content } = place.value;
  const isWritable = ({ mediaType }: Content) => {
    const encodings = entriesOf(isObject(content) ? (content[mediaType] as JsonObject)?.encoding : undefined);
    for (const [name, encoding] of encodings) {
      for (const [header] of entriesOf(isObject(encoding) ? encoding.headers : undefined)) {
        const what = `request body ${mediaType}, header ${header} of ${name}`;
        reading.uncovered.push({ what, why: 'a part of FormData has no headers of its own' });
      }
    }
    const [name] = encodings.find(([, encoding]) => hasStyle(encoding)) ?? [];
    if (name === undefined) return true;
    const why = 'the suite writes the members of a form in the default style';
    reading.uncovered.push({ what: `request body ${mediaType}, encoding of ${name}`, why });
    return false;
  };
  const writable = contents.filter(isWritable).map((content) => asSent(reading.document, content, 'request'));
  const isWhole = writable.length === declared.length;
  return { required: place.value.required === true, contents: writable, isWhole };
}

/** Another than the default. */
function hasStyle(encoding: Json): boolean {
  if (!isObject(encoding)) return false;
  const { style = 'form', explode = style === 'form' } = encoding;
  return style !== 'form' || explode !== true;
}

export function readContents(document: OpenApiDocument, pointer: string, holder: JsonObject): Content[] {
  const at = child(pointer, 'content');
  return entriesOf(holder.content).flatMap(([mediaType, content]) => {
    if (!isObject(content)) return [];
    const here = child(at, mediaType);
    return {
      mediaType,
      schema: content.schema === undefined ? undefined : child(here, 'schema'),
      isText: isAboutText(resolveAt(document, child(here, 'schema'))?.value ?? {}),
      examples: readExamples(document, here, content),
      partTypes: readPartTypes(content),
    };
  });
}

/** Whether the suite can tell of an answer whether it is as declared. */
export function isReadable({ mediaType, isText }: Content): boolean {
  const format = formatOf(mediaType);
  return format === 'json' || ((format === 'text' || format === 'bytes') && isText);
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

function isAboutText({ type, properties }: JsonObject): boolean {
  const types = [type ?? []].flat();
  return properties === undefined && (types.length === 0 || types.includes('string'));
}

/** Those that a media type tells apart, and which server and client choose among by no more than that. */
export function distinct(reading: Reading, what: string, contents: Content[]): Content[] {
  return contents.filter(({ mediaType }, index) => {
    const other = contents.slice(0, index).find((one) => essenceOf(one.mediaType) === essenceOf(mediaType));
    if (other === undefined) return true;
    const why = `only its parameters tell it from ${other.mediaType}`;
    reading.uncovered.push({ what: `${what} ${mediaType}`, why });
    return false;
  });
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
