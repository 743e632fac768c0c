// Bodies that are no JSON: text is a string, anything else a Blob, whatever their schemas say.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { walk } from '@agentsource/openapi/walk';
import { mediaKindOf } from '../media-kind.ts';
import { partsOf } from './schema.ts';

/** Beside `type`, which the tool asks for before it lets us say what to write. */
const BLOB: JsonObject = { type: 'string', 'x-agentsource-blob': true };
/** A part of a multipart body that is a file by its `encoding`, if not by its schema. */
const FILE = 'x-agentsource-file';

export function settleMediaTypes(document: OpenApiDocument): void {
  const settle = (isAnswer: boolean) => (holder: JsonObject) => {
    for (const [mediaType, media] of entriesOf(holder.content)) {
      if (isObject(media)) settleMediaType(document, { mediaType, media, isAnswer });
    }
  };
  walk(document, { requestBody: settle(false), response: settle(true) });
}

interface Content {
  mediaType: string;
  media: JsonObject;
  isAnswer: boolean;
}

function settleMediaType(document: OpenApiDocument, { mediaType, media, isAnswer }: Content): void {
  const kind = mediaKindOf(mediaType);
  const isForm =
    !isAnswer && (isMultipart(mediaType) || /^application\/x-www-form-urlencoded/i.test(mediaType));
  if (isForm) markFiles(document, media);
  else if (kind === 'text') media.schema = textSchema(document, media.schema);
  // A range (`*/*`) counts as JSON, but for what JSON can't hold.
  else if (kind === 'blob' || (mediaType.includes('*') && isFile(media.schema))) media.schema = { ...BLOB };
}

export function isMultipart(mediaType: string): boolean {
  return /^\s*multipart\//i.test(mediaType);
}

/** A text may be one of few; that it is a number, or an object, does not make it anything else than text here. */
function textSchema(document: OpenApiDocument, schema: Json | undefined): Json {
  const isText = partsOf(document, schema).some(({ type }) => type === 'string');
  return isText && schema !== undefined ? schema : { type: 'string' };
}

/** Of `encoding`: which parts are files. */
function markFiles(document: OpenApiDocument, { schema, encoding }: JsonObject): void {
  for (const { properties } of partsOf(document, schema)) {
    for (const [name, part] of entriesOf(properties)) {
      const own = isObject(encoding) ? encoding[name] : undefined;
      const types = isObject(own) && typeof own.contentType === 'string' ? own.contentType.split(',') : [];
      const isString = isObject(part) && (part.type === 'string' || part.type === undefined);
      const isBinary = types.length > 0 && types.every((type) => mediaKindOf(type) === 'blob');
      if (isObject(part) && isString && part.$ref === undefined && isBinary) part[FILE] = true;
    }
  }
}

/** Whether a part of a multipart body is sent as a file. */
export function isFile(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  const { type, format, contentMediaType, contentEncoding } = schema;
  if (schema[FILE] === true) return true;
  const isString =
    [type ?? []].flat().every((one) => one === 'string' || one === 'null') &&
    itemsOf(schema.enum).length === 0;
  if (!isString || contentEncoding !== undefined) return false;
  return (
    format === 'binary' || (typeof contentMediaType === 'string' && mediaKindOf(contentMediaType) === 'blob')
  );
}

/** Makes a Blob of the schema of a file, in place. */
export function makeBlob(schema: JsonObject): void {
  const { type } = schema;
  if (Array.isArray(type) && type.includes('null')) {
    delete schema.type;
    schema.anyOf = [{ ...BLOB }, { type: 'null' }];
  } else Object.assign(schema, BLOB);
}
