// The call of an operation as an example that compiles, made of the document's own examples where it has them.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { resolve } from '@agentsource/openapi/references';
import { jsonContent } from '../json-content.ts';
import { mediaKindOf } from '../media-kind.ts';
import { partsOf } from '../prepare/schema.ts';
import { type OperationFunction, successesOf } from './functions.ts';
import { sampleOf } from './sample.ts';
import { FILE, tsValue, type Value } from './value.ts';

/** Longer ones would hide what they are examples of. */
const LONGEST = 2_000;

/**
 * The lines of the program; none where something is required that nothing is known of.
 * @param prepared The document as it is prepared for types.
 * @param variable The environment variable that holds the key.
 */
export function exampleOf(
  prepared: OpenApiDocument,
  operation: OperationFunction,
  variable: string,
): string[] {
  const options = optionsOf(prepared, operation);
  if (!options) return [];
  const { name, answer } = operation;
  const argument = Object.keys(options).length > 0 ? `, ${tsValue(options)}` : '';
  const call = `await ${name}(client${argument});`;
  const isAnswered = answer.type !== 'undefined';
  const shown = shownOf(prepared, operation);
  const lines = [
    "import { createClient } from '@agentsource/client';",
    `import { ${name} } from '@agentsource/client/operations';`,
    '',
    `const client = createClient(); // the key is in ${variable}`,
    ...(isAnswered ? `const answer = ${call}` : call).split('\n'),
    ...(isAnswered ? [`console.log(${shown});`] : []),
  ];
  return lines.join('\n').length > LONGEST ? [] : lines;
}

/** What nobody should print. */
const SECRET = /secret|password|token|api_?key/i;

/** One field of the answer, a plain one first, or all of it where it has no field that is always there. */
function shownOf(document: OpenApiDocument, { place, answer }: OperationFunction): string {
  const [success, ...others] = successesOf(document, place.operation.responses);
  const schema = success && jsonContent(document, success)?.schema;
  if (others.length > 0 || answer.type?.startsWith('api.') !== true || schema === undefined) return 'answer';
  const parts = partsOf(document, schema);
  const isUnion = parts.some((part) => part.anyOf !== undefined || part.oneOf !== undefined);
  const required = new Set(parts.flatMap((part) => itemsOf(part.required)));
  const fields = parts
    .flatMap((part) => entriesOf(part.properties))
    .filter(([name]) => required.has(name) && !SECRET.test(name) && /^[A-Za-z_$][\w$]*$/.test(name));
  const [name] = fields.find(([, field]) => isObject(field) && field.type !== undefined) ?? fields[0] ?? [];
  return isUnion || name === undefined ? 'answer' : `answer.${name}`;
}

/**
 * What the function takes besides its client: parameters by location, `body`, and `contentType` where there is a choice; undefined where
 * something is required that nothing is known of.
 * @param document The document as it is prepared for types.
 */
export function optionsOf(
  document: OpenApiDocument,
  { body, parameters }: OperationFunction,
): Record<string, Value> | undefined {
  const options: Record<string, Value> = {};
  for (const [location, declared] of parameters) {
    const values: [string, Value][] = [];
    for (const [name, parameter] of declared) {
      if (location !== 'path' && parameter.required !== true) continue;
      const value = parameterValue(document, parameter);
      if (value === undefined) return undefined;
      values.push([name, value]);
    }
    if (values.length > 0) options[location] = Object.fromEntries(values);
  }
  if (!body) return options;
  const sent = bodyOf(document, body.value);
  if (sent === undefined) return body.isRequired ? undefined : options;
  return { ...options, ...sent };
}

function parameterValue(document: OpenApiDocument, parameter: JsonObject): Value | undefined {
  const [, media] = entriesOf(parameter.content)[0] ?? [];
  const holder = isObject(media) ? media : parameter;
  const example = givenIn(document, parameter) ?? givenIn(document, holder);
  return sampleOf(document, withExample(holder.schema, example));
}

/** JSON, or the first of the media types. */
function bodyOf(document: OpenApiDocument, body: JsonObject): Record<string, Value> | undefined {
  const contents = entriesOf(body.content);
  const [mediaType, media] = contents.find(([type]) => isJsonMediaType(type)) ?? contents[0] ?? [];
  if (mediaType === undefined || !isObject(media)) return undefined;
  const value = mediaValue(document, mediaType, media);
  if (value === undefined) return undefined;
  const isDefault = isJsonMediaType(mediaType) || contents.length === 1;
  const isRange = mediaType.includes('*');
  if (isDefault && !isRange) return { body: value };
  return { body: value, contentType: isRange ? withinRange(mediaType) : mediaType };
}

function mediaValue(document: OpenApiDocument, mediaType: string, media: JsonObject): Value | undefined {
  const isForm = /^(?:multipart\/|application\/x-www-form-urlencoded)/i.test(mediaType.trim());
  if (!isForm && mediaKindOf(mediaType) === 'blob') return FILE;
  const example = givenIn(document, media);
  const isText = !isForm && mediaKindOf(mediaType) === 'text';
  return sampleOf(
    document,
    withExample(media.schema, isText && typeof example !== 'string' ? undefined : example),
  );
}

function withinRange(range: string): string {
  const examples: Record<string, string> = {
    image: 'image/png',
    text: 'text/plain',
    audio: 'audio/mpeg',
    video: 'video/mp4',
  };
  const [type = ''] = range.split('/');
  return examples[type] ?? (mediaKindOf(range) === 'json' ? 'application/json' : `${type}/octet-stream`);
}

/** The example that a media type or a parameter has. */
function givenIn(document: OpenApiDocument, { example, examples }: JsonObject): Json | undefined {
  const [, first] = entriesOf(examples)[0] ?? [];
  return example ?? resolve(document, first)?.value.value ?? undefined;
}

function withExample(schema: Json | undefined, example: Json | undefined): Json | undefined {
  if (example === undefined) return schema;
  return { allOf: [schema ?? {}], example };
}
