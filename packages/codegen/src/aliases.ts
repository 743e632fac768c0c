// Derives the type names that people import: one per component schema, and <OperationId>Request/<OperationId>Response.

import { componentsOf, type OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { type OperationPlace, operationsOf } from '@agentsource/openapi/walk';
import { type JsonContent, jsonContent } from './json-content.ts';
import { pascalCase, tsIdentifier, UniqueNames } from './names.ts';
import { tsComment, tsString } from './text.ts';

export interface Alias {
  name: string;
  /** What it stands for, as TypeScript over `components` and `operations`. */
  type: string;
  /** Its JSDoc, one line. */
  doc: string;
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
  const names = new UniqueNames();
  const components = componentAliases(document, names);
  const known = new Map(components.map((alias) => [alias.name, alias.pointers.join(' ')]));
  const others = operationsOf(document)
    .flatMap((operation) => operationAliases(document, operation))
    .filter(({ name, pointers }) => known.get(name) !== pointers.join(' '))
    .map((alias) => ({ ...alias, name: names.take(alias.name) }));
  return [...components, ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function renderAliases(aliases: readonly Alias[]): string {
  return aliases
    .map(({ name, type, doc }) => `/** ${tsComment(doc)} */\nexport type ${name} = ${type};\n`)
    .join('\n');
}

function componentAliases(document: OpenApiDocument, names: UniqueNames): Alias[] {
  return Object.entries(componentsOf(document, 'schemas')).map(([component, schema]) => ({
    name: names.take(tsIdentifier(component)),
    type: `components['schemas'][${tsString(component)}]`,
    doc: firstParagraph(isObject(schema) ? (schema.description ?? schema.title) : undefined) || component,
    pointers: [child('/components/schemas', component)],
    source: { component },
  }));
}

function operationAliases(document: OpenApiDocument, place: OperationPlace): Alias[] {
  const { operation, method, path, pointer } = place;
  if (typeof operation.operationId !== 'string') return [];
  const name = pascalCase(operation.operationId);
  const type = `operations[${tsString(operation.operationId)}]`;
  const doc = (what: string) =>
    `${what} of \`${method.toUpperCase()} ${path}\`. ${firstParagraph(operation.summary)}`;
  const request = jsonContent(document, operation.requestBody);
  const successes = successContents(document, place);
  const aliases: Alias[] = [];
  if (request) {
    aliases.push({
      name: `${name}Request`,
      type: `NonNullable<${type}['requestBody']>['content'][${tsString(request.mediaType)}]`,
      doc: doc('Request body'),
      pointers: [schemaPointer(request, child(pointer, 'requestBody'))],
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
      doc: doc('Successful answer'),
      pointers: successes.map((success) => success.pointer),
      source: { operation: place, part: 'response' },
    });
  }
  return aliases;
}

function successContents(document: OpenApiDocument, { operation, pointer }: OperationPlace) {
  return entriesOf(operation.responses).flatMap(([status, response]) => {
    const content = status.startsWith('2') ? jsonContent(document, response) : undefined;
    const at = child(child(pointer, 'responses'), status);
    return content ? [{ status, mediaType: content.mediaType, pointer: schemaPointer(content, at) }] : [];
  });
}

/** That of the component that the schema refers to, or else of what holds it. */
function schemaPointer({ schema }: JsonContent, holder: string): string {
  return isObject(schema) && typeof schema.$ref === 'string' ? schema.$ref.replace(/^#/, '') : holder;
}

function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : tsString(status);
}

function firstParagraph(text: Json | undefined): string {
  return typeof text === 'string' ? (text.trim().split(/\n\s*\n/)[0] ?? '') : '';
}
