// Derives the type names that people import: one per component schema, and <OperationId>Request/<OperationId>Response.

import { componentsOf, type OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { entriesOf, isObject, type Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { type OperationPlace, operationsOf } from '@agentsource/openapi/walk';
import { type JsonContent, jsonContent } from './json-content.ts';
import { identifier, operationAliasNames } from './names.ts';

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

/** The aliases of a built document, by name. Two different schemas that claim one name are an error. */
export function aliasesOf(document: OpenApiDocument): Alias[] {
  const byName = new Map<string, Alias>();
  for (const alias of [
    ...componentAliases(document),
    ...operationsOf(document).flatMap((operation) => operationAliases(document, operation)),
  ]) {
    const known = byName.get(alias.name);
    if (known === undefined) byName.set(alias.name, alias);
    else refuseOtherSchema(known, alias);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function refuseOtherSchema(known: Alias, alias: Alias): void {
  const [one, other] = [known.pointers.join(' '), alias.pointers.join(' ')];
  if (one === other) return;
  throw new PipelineError(
    `the type name ${alias.name} is claimed by ${one} and by ${other}; rename one by an overlay action`,
  );
}

export function renderAliases(aliases: readonly Alias[]): string {
  return aliases.map(({ name, type, doc }) => `/** ${doc} */\nexport type ${name} = ${type};\n`).join('\n');
}

function componentAliases(document: OpenApiDocument): Alias[] {
  return Object.entries(componentsOf(document, 'schemas')).map(([component, schema]) => ({
    name: identifier(component),
    type: `components['schemas'][${quote(component)}]`,
    doc: docLine(isObject(schema) ? (schema.description ?? schema.title) : undefined) || docLine(component),
    pointers: [child('/components/schemas', component)],
    source: { component },
  }));
}

function operationAliases(document: OpenApiDocument, place: OperationPlace): Alias[] {
  const { operation, method, path, pointer } = place;
  if (typeof operation.operationId !== 'string') return [];
  const names = operationAliasNames(operation.operationId);
  const type = `operations[${quote(operation.operationId)}]`;
  const doc = (what: string) =>
    `${what} of \`${method.toUpperCase()} ${path}\`. ${docLine(operation.summary)}`.trim();
  const request = jsonContent(document, operation.requestBody);
  const successes = successContents(document, place);
  const aliases: Alias[] = [];
  if (request) {
    aliases.push({
      name: names.request,
      type: `NonNullable<${type}['requestBody']>['content'][${quote(request.mediaType)}]`,
      doc: doc('Request body'),
      pointers: [schemaPointer(request, child(pointer, 'requestBody'))],
      source: { operation: place, part: 'request' },
    });
  }
  if (successes.length > 0) {
    const types = successes.map(
      ({ status, mediaType }) => `${type}['responses'][${statusKey(status)}]['content'][${quote(mediaType)}]`,
    );
    aliases.push({
      name: names.response,
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
  return /^\d+$/.test(status) ? status : quote(status);
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** The first paragraph on one line, safe inside a JSDoc comment. */
function docLine(text: Json | undefined): string {
  const paragraph = typeof text === 'string' ? (text.trim().split(/\n\s*\n/)[0] ?? '') : '';
  return paragraph.replaceAll(/\s+/g, ' ').trim().replaceAll('*/', '*\\/');
}
