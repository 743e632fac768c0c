// An operation of the document as the suite sees it: everything that it declares, resolved and addressed.
import { METHODS, type OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, itemsOf, type Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { OperationPlace } from '@agentsource/openapi/walk';
import { type RequestBody, readBody } from './contents.ts';
import { type Parameter, readParameters } from './parameters.ts';
import { type Reading, resolveAt, type Uncovered } from './reading.ts';
import { type DeclaredResponse, readResponses } from './responses.ts';
import { readSecurity, type Security } from './security.ts';

export interface Operation {
  /** Where it is written. */
  pointer: string;
  /** Its `operationId`. */
  id: string | undefined;
  method: string;
  path: string;
  parameters: Parameter[];
  body: RequestBody | undefined;
  responses: DeclaredResponse[];
  security: Security;
  /** What it declares and the suite has no way to ask for. */
  uncovered: Uncovered[];
  /** Why it is not called at all; undefined when it is. */
  notCalled: string | undefined;
}

/** Every operation, also of a path item that is written elsewhere. */
export function placesOf(document: OpenApiDocument): OperationPlace[] {
  return entriesOf(document.paths).flatMap(([path]) => {
    const item = resolveAt(document, child('/paths', path));
    if (!item || !path.startsWith('/')) return [];
    return METHODS.flatMap((method) => {
      const operation = item.value[method];
      return isObject(operation) ? [{ method, path, pointer: child(item.pointer, method), operation }] : [];
    });
  });
}

export function readOperation(document: OpenApiDocument, place: OperationPlace): Operation {
  const { method, path, pointer, operation } = place;
  const item = pointer.slice(0, pointer.lastIndexOf('/'));
  const reading: Reading = { document, uncovered: [], notCalled: undefined, wantsKey: false };
  const security = readSecurity(reading, operation);
  const parameters = readParameters(reading, [child(item, 'parameters'), child(pointer, 'parameters')], path);
  if (reading.wantsKey && security.keyHeader === undefined) {
    reading.notCalled = 'it requires the header of the client’s key as a parameter, and asks for no key';
  }
  for (const [name] of entriesOf(operation.callbacks)) {
    reading.uncovered.push({ what: `callback ${name}`, why: 'the service makes this call, not the client' });
  }
  return {
    pointer,
    id: typeof operation.operationId === 'string' ? operation.operationId : undefined,
    method,
    path,
    parameters,
    body: readBody(reading, child(pointer, 'requestBody')),
    responses: readResponses(reading, child(pointer, 'responses')),
    security,
    uncovered: reading.uncovered,
    notCalled: whyNotCalled(document, place, item, security) ?? reading.notCalled,
  };
}

function urlOf(server: Json | undefined): Json | undefined {
  return isObject(server) ? server.url : undefined;
}

function whyNotCalled(
  document: OpenApiDocument,
  { method, path, operation }: OperationPlace,
  item: string,
  { alternatives, isOpen }: Security,
): string | undefined {
  const own = [operation.servers, resolveAt(document, item)?.value.servers].find(
    (list) => itemsOf(list).length > 0,
  );
  const [first] = itemsOf(document.servers);
  if (own !== undefined && !itemsOf(own).some((server) => urlOf(server) === urlOf(first)))
    return 'it has servers of its own, and the client calls one';
  if (method === 'trace') return 'fetch sends no TRACE';
  if (path.includes('?')) return 'its path has a query, which the mock does not look at';
  if (!isOpen && alternatives.length === 0) return 'the suite has no credentials that it would take';
  return undefined;
}
