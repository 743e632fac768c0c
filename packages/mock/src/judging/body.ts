// What is wrong with a request's body, by the media type that it is sent as.
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import type { Operation } from '../declared/operations.ts';
import type { Content } from '../declared/responses.ts';
import { typesOf } from '../declared/schemas.ts';
import { essenceOf, isMediaType, matches } from '../media-types.ts';
import { firstThatFits, jsonOr, type Schemas } from './fields.ts';
import { type FormEntry, readForm } from './forms.ts';
import type { MockRequest } from './request.ts';
import { formDecoded, pairsOf } from './styles.ts';
import { schemaViolations, type Violation } from './violations.ts';

const MISSING: Violation = { code: 'required', message: 'Body parameter is required', severity: 0 };

export async function bodyViolations(
  schemas: Schemas,
  { body }: Operation,
  request: MockRequest,
): Promise<Violation[]> {
  const { bytes, headers } = request;
  if (bytes.length === 0) return body?.required ? [MISSING] : [];
  const contents = body?.contents ?? [];
  const sent = headers['content-type'];
  if (sent !== undefined && !isMediaType(sent)) return [malformed(sent, contents)];
  const content = contentFor(contents, sent);
  if (content === undefined) return [unsupported(contents)];
  if (content.schema === undefined) return [];
  const type = sent ?? content.mediaType;
  if (!isReadable(type) && !takesText(schemas, content.schema)) return [];
  try {
    const value = await sentValue(schemas, content, type, request);
    return schemaViolations(schemas.judge.request(content.schema, value), value, {
      side: 'request',
      part: 'body',
    });
  } catch (error) {
    return [
      {
        code: 'parse',
        message: `Request body is not ${essenceOf(type)}: ${(error as Error).message}`,
        severity: 0,
      },
    ];
  }
}

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

function isReadable(type: string): boolean {
  return isJsonMediaType(type) || FORMS.includes(essenceOf(type));
}

/** Of what is neither JSON nor a form, such as XML, no more is known than its text. */
function takesText({ document }: Schemas, schema: string): boolean {
  const types = typesOf(document, schema);
  return types === undefined || [...types].some((type) => type !== 'object' && type !== 'array');
}

function malformed(sent: string, contents: readonly Content[]): Violation {
  const { message } = unsupported(contents);
  return {
    code: 415,
    message: `${JSON.stringify(sent)} is no media type. ${message}`,
    severity: 0,
    isMalformed: true,
  };
}

function unsupported(contents: readonly Content[]): Violation {
  const message =
    contents.length === 0
      ? 'No supported content types, but request included a non-empty body'
      : `Supported content types: ${contents.map(({ mediaType }) => mediaType).join(',')}`;
  return { code: 415, message, severity: 0 };
}

/** The one that says most exactly what was sent; the first for what does not say what it is. */
function contentFor(contents: readonly Content[], type: string | undefined): Content | undefined {
  if (type === undefined) return contents[0];
  const fitting = contents.filter(({ mediaType }) => matches(mediaType, type));
  const stars = ({ mediaType }: Content) => mediaType.split('*').length;
  return fitting.sort((a, b) => stars(a) - stars(b))[0];
}

async function sentValue(
  schemas: Schemas,
  content: Content,
  type: string,
  { bytes, json }: MockRequest,
): Promise<unknown> {
  if (isJsonMediaType(type)) return json === undefined ? jsonOr(textOf(bytes)) : json;
  const essence = essenceOf(type);
  if (essence === FORMS[0]) {
    return readForm(schemas, content, pairsOf(textOf(bytes)), formDecoded);
  }
  if (essence === 'multipart/form-data')
    return readForm(schemas, content, await partsOf(bytes, type), (text) => text);
  const { schema = '' } = content;
  return firstThatFits(schemas, { name: '', schema, explode: false }, [textOf(bytes)]).value;
}

/** The fields of a form; of a file, what is in it. */
async function partsOf(bytes: Uint8Array, type: string): Promise<FormEntry[]> {
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': type },
  }).formData();
  const parts = [...form].map(async ([name, value]): Promise<FormEntry> => {
    if (typeof value === 'string') return [name, value];
    return [name, textOf(new Uint8Array(await value.arrayBuffer()))];
  });
  return Promise.all(parts);
}

/** Bytes that are no UTF-8 as one character each, so that none is lost. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
