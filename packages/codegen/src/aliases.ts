// Derives the names people type: one per component schema, and <OperationId>Request/<OperationId>Response.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { get } from '@agentsource/openapi/pointer';
import { type OperationPlace, operationsOf } from '@agentsource/openapi/walk';

export interface Alias {
  name: string;
  /** What it stands for, as TypeScript over `components` and `operations`. */
  type: string;
  /** Its JSDoc, one line. */
  doc: string;
  /** The schema's JSON Pointer. */
  pointer: string;
}

/** The aliases of a built document, by name. Two different schemas that claim one name are an error. */
export function aliasesOf(document: OpenApiDocument): Alias[] {
  const byName = new Map<string, Alias>();
  for (const alias of [
    ...componentAliases(document),
    ...operationsOf(document).flatMap((place) => operationAliases(document, place)),
  ]) {
    const known = byName.get(alias.name);
    if (known === undefined) byName.set(alias.name, alias);
    else if (known.pointer !== alias.pointer) {
      throw new PipelineError(
        `the type name ${alias.name} is claimed by ${known.pointer} and by ${alias.pointer}; rename one by an overlay action`,
      );
    }
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function renderAliases(aliases: readonly Alias[]): string {
  return aliases.map(({ name, type, doc }) => `/** ${doc} */\nexport type ${name} = ${type};\n`).join('\n');
}

/** `add_prospects_enrollments` → `AddProspectsEnrollments`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^(?=\d)/, '_');
}

// Names that TypeScript does not let a type alias have, or that the generated module already exports.
const TAKEN = new Set(
  `any bigint boolean never null number object string symbol undefined unknown void break case catch class const continue
  debugger default delete do else enum export extends false finally for function if import in instanceof new return super
  switch this throw true try typeof var while with paths webhooks components operations $defs`.split(/\s+/),
);

/** A component's own name, or the nearest identifier when it isn't one. */
export function identifier(component: string): string {
  const name = component.replaceAll(/[^A-Za-z0-9_$]/g, '_').replace(/^(?=\d)/, '_');
  return TAKEN.has(name) ? `${name}_` : name;
}

function componentAliases(document: OpenApiDocument): Alias[] {
  const components = isObject(document.components) ? document.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  return Object.entries(schemas).map(([component, schema]) => ({
    name: identifier(component),
    type: `components['schemas'][${quote(component)}]`,
    doc: docLine(isObject(schema) ? (schema.description ?? schema.title) : undefined, component),
    pointer: `/components/schemas/${component}`,
  }));
}

function operationAliases(
  document: OpenApiDocument,
  { operation, method, path, pointer }: OperationPlace,
): Alias[] {
  if (typeof operation.operationId !== 'string') return [];
  const name = pascalCase(operation.operationId);
  const type = `operations[${quote(operation.operationId)}]`;
  const call = `\`${method.toUpperCase()} ${path}\``;
  const summary = docLine(operation.summary, '');
  const aliases: Alias[] = [];
  const request = jsonContent(document, operation.requestBody);
  if (request) {
    aliases.push({
      name: `${name}Request`,
      type: `NonNullable<${type}['requestBody']>['content'][${quote(request.mediaType)}]`,
      doc: `Request body of ${call}. ${summary}`.trim(),
      pointer: schemaPointer(request, `${pointer}/requestBody`),
    });
  }
  const successes = successContents(document, operation);
  if (successes.length > 0) {
    aliases.push({
      name: `${name}Response`,
      type: successes
        .map(
          ({ status, mediaType }) =>
            `${type}['responses'][${statusKey(status)}]['content'][${quote(mediaType)}]`,
        )
        .join(' | '),
      doc: `Successful answer of ${call}. ${summary}`.trim(),
      pointer: successes
        .map((success) => schemaPointer(success, `${pointer}/responses/${success.status}`))
        .join(' '),
    });
  }
  return aliases;
}

interface JsonContent {
  mediaType: string;
  schema: JsonObject;
}

function successContents(
  document: OpenApiDocument,
  operation: JsonObject,
): (JsonContent & { status: string })[] {
  if (!isObject(operation.responses)) return [];
  return Object.entries(operation.responses).flatMap(([status, response]) => {
    const content = /^2/.test(status) ? jsonContent(document, response) : undefined;
    return content ? [{ ...content, status }] : [];
  });
}

function jsonContent(document: OpenApiDocument, holder: unknown): JsonContent | undefined {
  const value = isObject(holder as JsonObject) ? (holder as JsonObject) : {};
  const resolved = typeof value.$ref === 'string' ? get(document, value.$ref) : value;
  if (!isObject(resolved) || !isObject(resolved.content)) return undefined;
  for (const [mediaType, media] of Object.entries(resolved.content)) {
    if (/^application\/(?:[\w.+-]+\+)?json\b/i.test(mediaType) && isObject(media)) {
      return { mediaType, schema: isObject(media.schema) ? media.schema : {} };
    }
  }
  return undefined;
}

function schemaPointer({ schema }: JsonContent, otherwise: string): string {
  return typeof schema.$ref === 'string' ? schema.$ref.replace(/^#/, '') : otherwise;
}

function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : quote(status);
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** The first paragraph on one line, safe inside a JSDoc comment. */
function docLine(text: unknown, otherwise: string): string {
  const paragraph = typeof text === 'string' ? (text.trim().split(/\n\s*\n/)[0] ?? '') : '';
  return (paragraph.replaceAll(/\s+/g, ' ').trim() || otherwise).replaceAll('*/', '*\\/');
}
