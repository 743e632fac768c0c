// The operations of a document: what each declares, read once, with every schema left where it stands and named by its JSON Pointer.
import { METHODS, type OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { type Located, resolve } from '@agentsource/openapi/references';
import { type Parameter, parametersOf } from './parameters.ts';
import { type PathTemplate, pathTemplate } from './path-template.ts';
import { type Content, contentsOf, type Response, responsesOf } from './responses.ts';

export interface Operation {
  method: string;
  path: string;
  template: PathTemplate;
  id?: string;
  summary?: string;
  description?: string;
  deprecated: boolean;
  parameters: Parameter[];
  body?: { required: boolean; contents: Content[] };
  responses: Response[];
  /** Alternatives, each a list of what is wanted together; none of them for who wants no proof. */
  security: JsonObject[][];
}

/** As `POST /v1/prospects/events/enrollments`. */
export function operationName({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}

export function operationsOf(document: OpenApiDocument): Operation[] {
  return entriesOf(document.paths)
    .filter(([path]) => path.startsWith('/'))
    .flatMap(([path, item]) => operationsAt(document, path, item));
}

/** Of a path item, and of the one that it refers to: OpenAPI lets fields stand beside that reference. */
function operationsAt(document: OpenApiDocument, path: string, item: Json): Operation[] {
  const pointer = child('/paths', path);
  const items = [
    ...(isObject(item) ? [{ value: item, pointer }] : []),
    ...[resolve(document, item, pointer) ?? []].flat(),
  ];
  return METHODS.flatMap((method) => {
    const holder = items.find(({ value }) => isObject(value[method]));
    if (holder === undefined) return [];
    const operation = { value: holder.value[method] as JsonObject, pointer: child(holder.pointer, method) };
    return [readOperation(document, { method, path, item: holder, operation })];
  });
}

interface Place {
  method: string;
  path: string;
  item: Located;
  operation: Located;
}

function readOperation(document: OpenApiDocument, { method, path, item, operation }: Place): Operation {
  const { value, pointer } = operation;
  const body = resolve(document, value.requestBody, child(pointer, 'requestBody'));
  return {
    method,
    path,
    template: pathTemplate(path),
    ...(typeof value.operationId === 'string' && { id: value.operationId }),
    ...(typeof value.summary === 'string' && { summary: value.summary }),
    ...(typeof value.description === 'string' && { description: value.description }),
    deprecated: value.deprecated === true,
    parameters: parametersOf(document, [item, operation]),
    ...(body && { body: { required: body.value.required === true, contents: contentsOf(document, body) } }),
    responses: responsesOf(document, {
      value: value.responses as JsonObject,
      pointer: child(pointer, 'responses'),
    }),
    security: securityOf(document, value.security ?? document.security),
  };
}

/** A scheme that the document doesn't define asks for nothing that could be looked for. */
function securityOf(document: OpenApiDocument, security: Json | undefined): JsonObject[][] {
  const { securitySchemes } = isObject(document.components) ? document.components : {};
  const schemes = isObject(securitySchemes) ? securitySchemes : {};
  return itemsOf(security).map((requirement) =>
    entriesOf(requirement).flatMap(([name]) => {
      const scheme = Object.hasOwn(schemes, name) ? resolve(document, schemes[name]) : undefined;
      return scheme ? [scheme.value] : [];
    }),
  );
}
