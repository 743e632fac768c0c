// An operation of the document as the suite sees it: everything that it declares, resolved and addressed.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { child, get } from '@agentsource/openapi/pointer';
import { type Located, resolve } from '@agentsource/openapi/references';
import type { OperationPlace } from '@agentsource/openapi/walk';

export interface Content {
  mediaType: string;
  /** JSON Pointer of the schema in the document; undefined when none is declared. */
  schema: string | undefined;
  examples: Example[];
}

interface Example {
  name: string;
  value: Json;
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

/** An operation being read. */
interface Reading {
  document: OpenApiDocument;
  unsupported: string[];
}

export function readOperation(document: OpenApiDocument, place: OperationPlace): Operation {
  const { method, path, pointer, operation } = place;
  const reading: Reading = { document, unsupported: [] };
  return {
    id: String(operation.operationId),
    method,
    path,
    parameters: readParameters(reading, place),
    body: readBody(reading, child(pointer, 'requestBody')),
    responses: readResponses(reading, child(pointer, 'responses')),
    keyHeader: readKeyHeader(reading, operation),
    unsupported: reading.unsupported,
  };
}

/** The object at a pointer or, where a reference stands there, the one that it leads to. */
export function resolveAt(document: OpenApiDocument, pointer: string): Located | undefined {
  return resolve(document, get(document, pointer), pointer);
}

/** Those of the path, and those of the operation, which win where both name the same. */
function readParameters(reading: Reading, { path, pointer }: OperationPlace): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const list of [child(child('/paths', path), 'parameters'), child(pointer, 'parameters')]) {
    const entries = get(reading.document, list);
    for (const index of Array.isArray(entries) ? entries.keys() : []) {
      const parameter = readParameter(reading, child(list, index));
      if (parameter) byName.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...byName.values()];
}

function readParameter({ document, unsupported }: Reading, pointer: string): Parameter | undefined {
  const place = resolveAt(document, pointer);
  if (!place) return undefined;
  const { name, in: where, required, schema, example } = place.value;
  if ((where !== 'path' && where !== 'query' && where !== 'header') || schema === undefined) {
    unsupported.push(`parameter ${name} (in ${where}${schema === undefined ? ', no schema' : ''})`);
    return undefined;
  }
  return {
    name: String(name),
    in: where,
    required: required === true,
    schema: child(place.pointer, 'schema'),
    example: example ?? readExamples(document, place.pointer, place.value)[0]?.value,
  };
}

function readBody({ document, unsupported }: Reading, pointer: string): Operation['body'] {
  const place = resolveAt(document, pointer);
  if (!place) return undefined;
  const contents = readContents(document, place.pointer, place.value);
  if (!contents.some(({ mediaType }) => isJsonMediaType(mediaType)))
    unsupported.push('a request body without JSON');
  return { required: place.value.required === true, contents };
}

function readResponses({ document, unsupported }: Reading, pointer: string): DeclaredResponse[] {
  const responses = get(document, pointer);
  if (!isObject(responses)) return [];
  return Object.keys(responses).flatMap((status) => {
    const place = resolveAt(document, child(pointer, status));
    if (!place || !/^[1-5]\d\d$/.test(status)) {
      unsupported.push(`response ${status}`);
      return [];
    }
    return {
      status: Number(status),
      contents: readContents(document, place.pointer, place.value),
      headers: readHeaders(document, place.pointer, place.value),
    };
  });
}

function readHeaders(document: OpenApiDocument, pointer: string, { headers }: JsonObject): ResponseHeader[] {
  const names = isObject(headers) ? Object.keys(headers) : [];
  return names.map((name) => {
    const header = resolveAt(document, child(child(pointer, 'headers'), name));
    const schema = header?.value.schema === undefined ? undefined : child(header.pointer, 'schema');
    return { name, schema };
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

function readExamples(document: OpenApiDocument, pointer: string, holder: JsonObject): Example[] {
  if (isObject(holder.examples)) {
    return Object.keys(holder.examples).flatMap((name) => {
      const value = resolveAt(document, child(child(pointer, 'examples'), name))?.value.value;
      return value === undefined ? [] : [{ name, value }];
    });
  }
  return holder.example === undefined ? [] : [{ name: 'default', value: holder.example }];
}

/** One alternative suffices, and an empty requirement (or none at all) leaves the operation open. */
function readKeyHeader({ document, unsupported }: Reading, operation: JsonObject): string | undefined {
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
