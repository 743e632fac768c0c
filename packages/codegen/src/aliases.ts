// Derives the type names that people import: one per component schema, and <OperationId>Request/<OperationId>Response.

import { componentsOf, type OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { child } from '@agentsource/openapi/pointer';
import { resolve } from '@agentsource/openapi/references';
import { type OperationPlace, operationsOf } from '@agentsource/openapi/walk';
import { jsDoc } from './docs/comments.ts';
import { type Doc, docOfCall, docOfSchema, firstParagraph, paragraphs } from './docs/doc.ts';
import { pascalCase, tsIdentifier, UniqueNames } from './names.ts';
import { namesByDirection } from './prepare/directions.ts';
import { componentOf } from './prepare/schema.ts';
import { docCode, tsString } from './text.ts';

export interface Alias {
  name: string;
  /** What it stands for, as TypeScript over `components` and `operations`. */
  type: string;
  /** Its JSDoc: asked for by who writes the aliases, and not by who only wants their names. */
  doc: () => Doc;
  /** Where it stands in the generated types, as keys: of `components` or `operations`. */
  places: string[][];
  /** JSON Pointers of its schemas: several where an answer has several successful forms. */
  pointers: string[];
  /** What it is derived from. */
  source: { component: string } | { operation: OperationPlace; part: 'request' | 'response' };
}

/**
 * The aliases of a built document, by name. A component keeps its own name, and the request or response of an operation steps aside,
 * by a `_` behind, unless the two are one schema.
 */
export function aliasesOf(document: OpenApiDocument): Alias[] {
  const { components, operations } = namedTypesOf(document);
  const others = operations.filter(({ isComponent }) => !isComponent).map(({ alias }) => alias);
  return [...components, ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names of an operation's request and response, where it has them; each may be a component's. */
export interface OperationTypes {
  request?: string;
  response?: string;
}

/** By the operation's JSON Pointer. */
export function operationTypesOf(document: OpenApiDocument): Map<string, OperationTypes> {
  const types = new Map<string, OperationTypes>();
  for (const { alias } of namedTypesOf(document).operations) {
    const { pointer } = alias.source.operation;
    types.set(pointer, { ...types.get(pointer), [alias.source.part]: alias.name });
  }
  return types;
}

interface OperationAlias extends Alias {
  source: Extract<Alias['source'], { part: unknown }>;
}

function namedTypesOf(document: OpenApiDocument) {
  const names = new UniqueNames();
  const components = componentAliases(document, names);
  const known = new Map(components.map((alias) => [alias.name, alias.pointers.join(' ')]));
  const renamed = namesByDirection(document);
  const isComponentItself = ({ name, pointers, source }: OperationAlias) => {
    const direction = source.part === 'request' ? 'request' : 'answer';
    const component = componentOf(`#${pointers[0]}`) ?? '';
    const own = renamed.get(direction)?.get(component) ?? component;
    return own === component && known.get(name) === pointers.join(' ');
  };
  const operations = operationsOf(document)
    .flatMap((operation) => operationAliases(document, operation))
    .map((alias) => {
      const isComponent = isComponentItself(alias);
      return { isComponent, alias: isComponent ? alias : { ...alias, name: names.take(alias.name) } };
    });
  return { components, operations };
}

export function renderAliases(aliases: readonly Alias[]): string {
  return aliases.map(({ name, type, doc }) => `${comment(doc())}export type ${name} = ${type};\n`).join('\n');
}

function comment(doc: Doc): string {
  return doc.length > 0 ? `${jsDoc(doc)}\n` : '';
}

function componentAliases(document: OpenApiDocument, names: UniqueNames): Alias[] {
  const components = Object.entries(componentsOf(document, 'schemas'));
  const isNamed = ([component]: (typeof components)[number]) => tsIdentifier(component) === component;
  // Whose name is one already keeps it; others are told apart from these.
  return [...components.filter(isNamed), ...components.filter((entry) => !isNamed(entry))].map(
    ([component, schema]) => ({
      name: names.take(tsIdentifier(component)),
      type: `components['schemas'][${tsString(component)}]`,
      doc: () => docOfSchema(document, schema, component),
      places: [['components', 'schemas', component]],
      pointers: [child('/components/schemas', component)],
      source: { component },
    }),
  );
}

function operationAliases(document: OpenApiDocument, place: OperationPlace): OperationAlias[] {
  const { operation, method, path, pointer } = place;
  const { operationId } = operation;
  if (typeof operationId !== 'string') return [];
  const name = pascalCase(operationId);
  const type = `operations[${tsString(operationId)}]`;
  const doc = (what: string, schema: Json | undefined) => () =>
    paragraphs([
      [`${what} of ${docCode(`${method.toUpperCase()} ${path}`)}.`],
      docOfCall({ summary: firstParagraph(operation.summary) }, operationId),
      docOfSchema(document, schema, operationId),
    ]);
  const requests = contentsOf(document, operation.requestBody, child(pointer, 'requestBody'));
  const successes = successContents(document, place);
  const aliases: OperationAlias[] = [];
  if (requests.length > 0) {
    const body = `NonNullable<${type}['requestBody']>['content']`;
    aliases.push({
      name: `${name}Request`,
      type: requests.map(({ mediaType }) => `${body}[${tsString(mediaType)}]`).join(' | '),
      doc: doc('Request body', requests.length === 1 ? requests[0]?.schema : undefined),
      places: requests.map(({ mediaType }) => [
        'operations',
        operationId,
        'requestBody',
        'content',
        mediaType,
      ]),
      pointers: requests.map((request) => request.pointer),
      source: { operation: place, part: 'request' },
    });
  }
  if (successes.length > 0) {
    const types = successes.map(
      ({ status, mediaType }) =>
        `${type}['responses'][${statusKey(status)}]['content'][${tsString(mediaType)}]`,
    );
    aliases.push({
      name: `${name}Response`,
      type: types.join(' | '),
      doc: doc('Successful answer', successes.length === 1 ? successes[0]?.schema : undefined),
      places: successes.map(({ status, mediaType }) => [
        'operations',
        operationId,
        'responses',
        status,
        'content',
        mediaType,
      ]),
      pointers: successes.map((success) => success.pointer),
      source: { operation: place, part: 'response' },
    });
  }
  return aliases;
}

interface Content {
  mediaType: string;
  schema: Json | undefined;
  /** Of the component that the schema refers to, or else of what holds it. */
  pointer: string;
}

/** Of each successful answer; where none is declared as such, `default` is. */
function successContents(document: OpenApiDocument, { operation, pointer }: OperationPlace) {
  const responses = entriesOf(operation.responses);
  const successes = responses.filter(([status]) => status.startsWith('2'));
  const named = successes.length > 0 ? successes : responses.filter(([status]) => status === 'default');
  const contents = named.flatMap(([status, response]) =>
    contentsOf(document, response, child(child(pointer, 'responses'), status)).map((content) => ({
      status,
      ...content,
    })),
  );
  // Answers of one component are one type.
  const isFirst = ({ pointer: at, schema }: Content, index: number) =>
    !isReference(schema) || contents.findIndex((other) => other.pointer === at) === index;
  return contents.filter(isFirst);
}

/** The first JSON of a body or an answer, or whatever else it may be. */
function contentsOf(document: OpenApiDocument, holder: Json | undefined, at: string): Content[] {
  const contents = entriesOf(resolve(document, holder)?.value.content).flatMap(([mediaType, media]) => {
    if (!isObject(media)) return [];
    const { schema } = media;
    return [{ mediaType, schema, pointer: isReference(schema) ? schema.$ref.replace(/^#/, '') : at }];
  });
  const json = contents.find(({ mediaType }) => isJsonMediaType(mediaType));
  return json ? [json] : contents;
}

function isReference(schema: Json | undefined): schema is JsonObject & { $ref: string } {
  return isObject(schema) && typeof schema.$ref === 'string';
}

function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : tsString(status);
}
