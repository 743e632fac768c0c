// What the command line offers of a document: a command for every operation, an option for every parameter and top-level field.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { resolve } from '@agentsource/openapi/references';
import { type OperationPlace, operationsOf } from '@agentsource/openapi/walk';
import { constraintsOf } from '../docs/constraints.ts';
import { mediaKindOf } from '../media-kind.ts';
import { parametersIn } from '../parameters.ts';
import { partsOf } from '../prepare/schema.ts';
import { plainParagraphs, plainText } from '../text.ts';
import { FreeNames, kebabCase, OWN_COMMANDS, OWN_OPTIONS } from './command-names.ts';
import { alternativesOf, type ValueTypes, valueTypesOf } from './value-types.ts';

const LOCATIONS = ['path', 'query', 'header', 'cookie'] as const;

/** What a body may be made of. `fields`: of options, or of a JSON object. `json`: of JSON alone. */
export type BodyKind = 'fields' | 'json' | 'text' | 'bytes';

export interface CommandOption extends ValueTypes {
  /** Without the hyphens before it. */
  flag: string;
  in: (typeof LOCATIONS)[number] | 'body';
  /** The document's name for it. */
  name: string;
  required: boolean;
  /** What the document says of it, as one line. */
  help: string;
}

export interface Command {
  name: string;
  /** In capitals. */
  method: string;
  path: string;
  summary: string;
  /** Paragraphs. */
  description: string[];
  options: CommandOption[];
  body: { kind: BodyKind; mediaType: string; required: boolean } | null;
}

/** In the order of the document. */
export function commandsOf(document: OpenApiDocument): Command[] {
  const names = new FreeNames(OWN_COMMANDS);
  return operationsOf(document).map((place) => commandOf(document, place, names));
}

function commandOf(document: OpenApiDocument, place: OperationPlace, names: FreeNames): Command {
  const { method, path, operation } = place;
  const id = typeof operation.operationId === 'string' ? operation.operationId : `${method} ${path}`;
  const name = kebabCase(id) || 'unnamed';
  const paragraphs = plainParagraphs(operation.description);
  const title = plainText(operation.summary);
  // One that only repeats the name says nothing.
  const [summary = '', ...more] = [...(kebabCase(title) === name ? [] : [title]), ...paragraphs].filter(
    Boolean,
  );
  const flags = new FreeNames(OWN_OPTIONS);
  const parameters = LOCATIONS.flatMap((location) =>
    [...parametersIn(location, document, place).values()]
      .filter((parameter) => !isTransports(location, parameter))
      .map((parameter) => parameterOption(document, location, parameter, flags)),
  );
  const body = bodyOf(document, operation);
  return {
    name: names.take(name, `${name}-operation`),
    method: method.toUpperCase(),
    path,
    summary: summary || `${method.toUpperCase()} ${plainText(path)}`,
    description: more,
    options: [...parameters, ...fieldsOf(document, body?.schema, flags)],
    body: body && { kind: body.kind, mediaType: body.mediaType, required: body.required },
  };
}

/** What OpenAPI says to ignore as header parameters. */
function isTransports(location: string, { name }: JsonObject): boolean {
  return location === 'header' && /^(accept|content-type|authorization)$/i.test(String(name));
}

function parameterOption(
  document: OpenApiDocument,
  location: CommandOption['in'],
  parameter: JsonObject,
  flags: FreeNames,
): CommandOption {
  const schema = parameter.schema ?? entriesOf(parameter.content).map(([, media]) => schemaIn(media))[0];
  const required = location === 'path' || parameter.required === true;
  const value = { schema, description: parameter.description, required };
  return option(document, { location, name: String(parameter.name), ...value }, flags);
}

interface Valued {
  location: CommandOption['in'];
  name: string;
  schema: Json | undefined;
  description?: Json | undefined;
  required: boolean;
}

function option(
  document: OpenApiDocument,
  { location, name, schema, description, required }: Valued,
  flags: FreeNames,
): CommandOption {
  const flag = kebabCase(name) || 'value';
  const longer = `${location}-${flag}`;
  // `--no-…` means the opposite of what follows.
  const taken = flag.startsWith('no-') ? flags.take(longer) : flags.take(flag, longer);
  const said = description ?? partsOf(document, schema).find((part) => part.description)?.description;
  const [first = ''] = plainParagraphs(said);
  const words = plainText(constraintsOf(document, schema));
  const given = isObject(schema) ? schema.default : undefined;
  const standard =
    given === undefined || given === null ? '' : `default: ${plainText(JSON.stringify(given))}`;
  const help = [first.replace(/\.$/, ''), words, standard].filter(Boolean).join('; ');
  return { flag: taken, in: location, name, required, help, ...valueTypesOf(document, schema) };
}

interface Body {
  kind: BodyKind;
  mediaType: string;
  required: boolean;
  schema: Json | undefined;
}

/** Of several media types JSON, or else the first: what the client sends when nobody says otherwise. */
function bodyOf(document: OpenApiDocument, operation: JsonObject): Body | null {
  const value = resolve(document, operation.requestBody)?.value;
  const all = entriesOf(value?.content);
  const [mediaType, media] = all.find(([type]) => mediaKindOf(type) === 'json') ?? all[0] ?? [];
  if (mediaType === undefined) return null;
  const schema = schemaIn(media);
  return {
    kind: bodyKind(document, mediaType, schema),
    mediaType,
    required: value?.required === true,
    schema,
  };
}

function bodyKind(document: OpenApiDocument, mediaType: string, schema: Json | undefined): BodyKind {
  const isForm = /^(multipart\/|application\/x-www-form-urlencoded)/i.test(mediaType);
  const kind = mediaKindOf(mediaType);
  if (!isForm && kind !== 'json') return kind === 'text' ? 'text' : 'bytes';
  const { types } = valueTypesOf(document, schema);
  return isForm || types.includes('object') ? 'fields' : 'json';
}

function fieldsOf(document: OpenApiDocument, schema: Json | undefined, flags: FreeNames): CommandOption[] {
  const parts = partsOf(document, schema);
  const branches = alternativesOf(parts).flatMap((branch) => partsOf(document, branch));
  const required = new Set(parts.flatMap((part) => itemsOf(part.required)));
  const fields = new Map([...parts, ...branches].flatMap((part) => entriesOf(part.properties)));
  return [...fields]
    .filter(([, field]) => !isObject(field) || field.readOnly !== true)
    .map(([name, field]) =>
      option(document, { location: 'body', name, schema: field, required: required.has(name) }, flags),
    );
}

function schemaIn(media: Json | undefined): Json | undefined {
  return isObject(media) ? media.schema : undefined;
}
