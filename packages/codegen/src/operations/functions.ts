// The functions of `@agentsource/client/operations`: one per operation that has an id, with the types that its signature names.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { resolve } from '@agentsource/openapi/references';
import { type OperationPlace, operationsOf } from '@agentsource/openapi/walk';
import { aliasesOf, type OperationTypes, operationTypesOf } from '../aliases.ts';
import { camelCase, pascalCase, UniqueNames } from '../names.ts';
import { parametersIn } from '../parameters.ts';
import { tsString } from '../text.ts';

/** Where parameters are. */
export const LOCATIONS = ['path', 'query', 'header', 'cookie'] as const;
export type Location = (typeof LOCATIONS)[number];

export interface OperationFunction {
  name: string;
  place: OperationPlace;
  /** `operations['add_prospects_enrollments']`. */
  operationType: string;
  /** The name of what it takes. */
  options: string;
  /** Whether something in that is required. */
  isRequired: boolean;
  /** By location, those that there are. */
  parameters: Map<Location, ReadonlyMap<string, JsonObject>>;
  /** None where it has none. */
  body: FunctionBody | undefined;
  answer: FunctionAnswer;
}

export interface FunctionBody {
  /** The document's. */
  value: JsonObject;
  isRequired: boolean;
  /** The name of its type, if it is JSON of one media type; otherwise what it may be depends on the media type. */
  type: string | undefined;
}

export interface FunctionAnswer {
  /** As TypeScript, or undefined where a name of its own says what it is. */
  type: string | undefined;
  /** That name. */
  name: string;
}

/** What the module imports beside the functions, what the types are exported with, and what the examples declare. */
const OWN_NAMES = [
  ...['client', 'answer', 'createClient', 'console'],
  ...['api', 'callOperation', 'BodyOption', 'CallData', 'OperationClient', 'OperationOptions'],
  ...['DocumentVersion', 'DocumentSha256', 'components', 'operations', 'paths', 'Promise'],
];

/** In the order of the document. */
export function functionsOf(document: OpenApiDocument): OperationFunction[] {
  const names = new UniqueNames([...OWN_NAMES, ...aliasesOf(document).map(({ name }) => name)]);
  const types = operationTypesOf(document);
  return operationsOf(document).flatMap((place) => {
    const { operationId } = place.operation;
    if (typeof operationId !== 'string') return [];
    return [functionOf(document, { place, operationId, types: types.get(place.pointer) ?? {}, names })];
  });
}

interface Named {
  place: OperationPlace;
  operationId: string;
  types: OperationTypes;
  names: UniqueNames;
}

function functionOf(
  document: OpenApiDocument,
  { place, operationId, types, names }: Named,
): OperationFunction {
  const parameters = new Map(
    LOCATIONS.map((location) => [location, parametersIn(location, document, place)] as const).filter(
      ([, declared]) => declared.size > 0,
    ),
  );
  const body = bodyOf(document, place.operation, types.request);
  return {
    name: names.take(camelCase(operationId)),
    place,
    operationType: `api.operations[${tsString(operationId)}]`,
    options: names.take(`${pascalCase(operationId)}Options`),
    isRequired:
      body?.isRequired === true || [...parameters].some(([location, all]) => isRequired(location, all)),
    parameters,
    body,
    answer: {
      type: answerType(document, place, types.response),
      name: names.take(`${pascalCase(operationId)}Data`),
    },
  };
}

/** Whether one of the parameters has to be given. */
export function isRequired(location: Location, parameters: ReadonlyMap<string, JsonObject>): boolean {
  return location === 'path' || [...parameters.values()].some(({ required }) => required === true);
}

function bodyOf(
  document: OpenApiDocument,
  { requestBody }: JsonObject,
  type: string | undefined,
): FunctionBody | undefined {
  const value = resolve(document, requestBody)?.value;
  const mediaTypes = entriesOf(value?.content).map(([mediaType]) => mediaType);
  const [only = '', ...others] = mediaTypes;
  if (!value || only === '') return undefined;
  const isPlain = others.length === 0 && isJsonMediaType(only) && type !== undefined;
  return { value, isRequired: value.required === true, type: isPlain ? `api.${type}` : undefined };
}

/** Undefined where its alias does not say all that the client may give. */
function answerType(
  document: OpenApiDocument,
  { method, operation }: OperationPlace,
  alias: string | undefined,
): string | undefined {
  if (method === 'head') return 'undefined';
  const contents = successesOf(document, operation.responses).map((response) => entriesOf(response.content));
  if (contents.length === 0) return 'unknown';
  const isWhole = contents.every(
    (content) => content.length <= 1 || content.every(([mediaType]) => !isJsonMediaType(mediaType)),
  );
  if (!isWhole) return undefined;
  const withContent = contents.filter(({ length }) => length > 0);
  if (withContent.length === 0) return 'undefined';
  if (alias === undefined) return undefined;
  return withContent.length < contents.length ? `api.${alias} | undefined` : `api.${alias}`;
}

/** The answers of successful statuses; where none is declared as such, `default`. */
export function successesOf(document: OpenApiDocument, responses: Json | undefined): JsonObject[] {
  const all = entriesOf(responses);
  const successes = all.filter(([status]) => status.startsWith('2'));
  const named = successes.length > 0 ? successes : all.filter(([status]) => status === 'default');
  return named.flatMap(([, response]) => {
    const resolved = resolve(document, response)?.value;
    return resolved ? [resolved] : [];
  });
}
