// The document as the suite sees it: its operations, with everything that they declare resolved and addressed.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { sha256 } from '@agentsource/openapi/hash';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { operationsOf } from '@agentsource/openapi/walk';

export type { Json, JsonObject, OpenApiDocument };

/** The built document that everything in the workspace derives from. */
export const DOCUMENT: string = fileURLToPath(import.meta.resolve('@agentsource/spec/openapi.json'));

export interface Content {
  mediaType: string;
  /** JSON Pointer of the schema in the document; undefined when none is declared. */
  schema: string | undefined;
  examples: { name: string; value: Json }[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: string;
  example: Json | undefined;
}

interface ResponseHeader {
  name: string;
  schema: string | undefined;
}

export interface DeclaredResponse {
  status: number;
  contents: Content[];
  headers: ResponseHeader[];
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: { required: boolean; contents: Content[] } | undefined;
  responses: DeclaredResponse[];
  /** The header that carries the key; undefined when the operation is open to everyone. */
  keyHeader: string | undefined;
  /** What the operation declares and the suite has no way to ask for; each one fails the run. */
  unsupported: string[];
}

export interface Subject {
  document: OpenApiDocument;
  sha256: string;
  operations: Operation[];
}

/** Reads the built document; its hash is the one that types, client and mock were made with. */
export function readSubject(file: string): Subject {
  const bytes = readFileSync(file);
  return subjectOf(JSON.parse(bytes.toString('utf8')) as OpenApiDocument, sha256(bytes));
}

export function subjectOf(document: OpenApiDocument, documentSha256: string): Subject {
  const operations = operationsOf(document).map(({ method, path, pointer, operation }) =>
    readOperation(document, method, path, pointer, operation),
  );
  return { document, sha256: documentSha256, operations };
}

function readOperation(
  document: OpenApiDocument,
  method: string,
  path: string,
  pointer: string,
  operation: JsonObject,
): Operation {
  const unsupported: string[] = [];
  return {
    id: String(operation.operationId),
    method,
    path,
    parameters: readParameters(document, path, pointer, unsupported),
    body: readBody(document, child(pointer, 'requestBody'), unsupported),
    responses: readResponses(document, child(pointer, 'responses'), unsupported),
    keyHeader: readKeyHeader(document, operation, unsupported),
    unsupported,
  };
}

/** Follows `$ref`s of parameters, bodies, responses, headers and examples to where the object really is. */
export function resolve(
  document: OpenApiDocument,
  pointer: string,
): { pointer: string; value: JsonObject } | undefined {
  const value = get(document, pointer);
  if (!isObject(value)) return undefined;
  if (typeof value.$ref === 'string') return resolve(document, value.$ref.replace(/^#/, ''));
  return { pointer, value };
}

function readParameters(
  document: OpenApiDocument,
  path: string,
  pointer: string,
  unsupported: string[],
): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const list of [child(child('/paths', path), 'parameters'), child(pointer, 'parameters')]) {
    const entries = get(document, list);
    if (!Array.isArray(entries)) continue;
    for (const index of entries.keys()) {
      const place = resolve(document, child(list, index));
      if (!place) continue;
      const { name, in: where, required, schema, example } = place.value;
      if ((where !== 'path' && where !== 'query' && where !== 'header') || schema === undefined) {
        unsupported.push(`parameter ${name} (in ${where}${schema === undefined ? ', no schema' : ''})`);
        continue;
      }
      byName.set(`${where} ${name}`, {
        name: String(name),
        in: where,
        required: required === true,
        schema: child(place.pointer, 'schema'),
        example: example ?? readExamples(document, place.pointer, place.value)[0]?.value,
      });
    }
  }
  return [...byName.values()];
}

function readBody(document: OpenApiDocument, pointer: string, unsupported: string[]): Operation['body'] {
  const place = resolve(document, pointer);
  if (!place) return undefined;
  const contents = readContents(document, place.pointer, place.value);
  if (!contents.some(({ mediaType }) => isJson(mediaType))) unsupported.push('a request body without JSON');
  return { required: place.value.required === true, contents };
}

function readResponses(
  document: OpenApiDocument,
  pointer: string,
  unsupported: string[],
): DeclaredResponse[] {
  const responses = get(document, pointer);
  if (!isObject(responses)) return [];
  return Object.keys(responses).flatMap((status) => {
    const place = resolve(document, child(pointer, status));
    if (!place || !/^[1-5]\d\d$/.test(status)) {
      unsupported.push(`response ${status}`);
      return [];
    }
    const headers = isObject(place.value.headers) ? Object.keys(place.value.headers) : [];
    return {
      status: Number(status),
      contents: readContents(document, place.pointer, place.value),
      headers: headers.map((name) => {
        const header = resolve(document, child(child(place.pointer, 'headers'), name));
        return {
          name,
          schema: header?.value.schema === undefined ? undefined : child(header.pointer, 'schema'),
        };
      }),
    };
  });
}

function readContents(document: OpenApiDocument, pointer: string, holder: JsonObject): Content[] {
  if (!isObject(holder.content)) return [];
  const at = child(pointer, 'content');
  return Object.entries(holder.content).flatMap(([mediaType, content]) => {
    if (!isObject(content)) return [];
    const here = child(at, mediaType);
    return {
      mediaType,
      schema: content.schema === undefined ? undefined : child(here, 'schema'),
      examples: readExamples(document, here, content),
    };
  });
}

function readExamples(
  document: OpenApiDocument,
  pointer: string,
  holder: JsonObject,
): { name: string; value: Json }[] {
  if (isObject(holder.examples)) {
    return Object.keys(holder.examples).flatMap((name) => {
      const value = resolve(document, child(child(pointer, 'examples'), name))?.value.value;
      return value === undefined ? [] : [{ name, value }];
    });
  }
  return holder.example === undefined ? [] : [{ name: 'default', value: holder.example }];
}

/** One alternative suffices, and an empty requirement (or none at all) leaves the operation open. */
function readKeyHeader(
  document: OpenApiDocument,
  operation: JsonObject,
  unsupported: string[],
): string | undefined {
  const security = operation.security ?? document.security;
  if (!Array.isArray(security) || security.length === 0) return undefined;
  const schemes = isObject(document.components) ? document.components.securitySchemes : undefined;
  for (const requirement of security) {
    const names = isObject(requirement) ? Object.keys(requirement) : [];
    if (names.length === 0) return undefined;
    const [only, ...more] = names;
    const scheme = isObject(schemes) && only !== undefined ? schemes[only] : undefined;
    if (more.length === 0 && isObject(scheme) && scheme.type === 'apiKey' && scheme.in === 'header') {
      return String(scheme.name);
    }
  }
  unsupported.push(`security ${JSON.stringify(security)}`);
  return undefined;
}

export function isJson(mediaType: string): boolean {
  return /^application\/([\w.+-]+\+)?json\b/.test(mediaType);
}
