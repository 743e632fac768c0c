// Every single-fact change of a document: what a mock could get wrong, one thing at a time.

import { METHODS } from '@agentsource/openapi/document';
import { isObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { operationsOf, walk, walkSchema } from '@agentsource/openapi/walk';
import { type JsonObject, type OpenApiDocument, subjectOf } from '../document.ts';
import { schemaChanges } from './schema-changes.ts';

export interface Change {
  /** Which fact is changed: a keyword, or "status", "method", … */
  fact: string;
  what: string;
  apply(place: JsonObject): void;
}

export interface Mutant extends Change {
  /** What is changed. */
  pointer: string;
  /** What to ask for to see it, where that is not the pointer. */
  shownAt: string;
  /** What the fact is about. An answer shows little of its schema: only what the mock chooses to send. */
  side: 'request' | 'answer' | 'protocol';
}

/** All mutants of a document, in document order. */
export function mutantsOf(document: OpenApiDocument): Mutant[] {
  const mutants: Mutant[] = [];
  const requested = requestSchemas(document);
  const at = (pointer: string, changes: readonly Change[], shownAt = pointer) => {
    for (const change of changes)
      mutants.push({ ...change, pointer, shownAt, side: sideOf(pointer, requested) });
  };
  for (const { pointer, operation } of operationsOf(document)) {
    at(pointer, operationChanges(operation));
    at(child(pointer, 'responses'), responseChanges(operation.responses));
  }
  for (const path of Object.keys(document.paths)) at('/paths', pathChanges(path), child('/paths', path));
  for (const path of Object.keys(document.paths))
    at(child('/paths', path), methodChanges(document.paths[path]));
  at('/components/securitySchemes', securityChanges(get(document, '/components/securitySchemes')));
  walk(document, {
    schema: (schema, pointer) => at(pointer, schemaChanges(schema)),
    // A request's example is for people: no server can be wrong about it.
    exampled: (holder, pointer) =>
      at(pointer, pointer.includes('/requestBody/') ? [] : holderChanges(holder)),
  });
  return mutants;
}

function sideOf(pointer: string, requested: ReadonlySet<string>): Mutant['side'] {
  if (requested.has(pointer)) return 'request';
  return /^\/components\/(schemas|headers|responses)\/|\/responses\/./.test(pointer) ? 'answer' : 'protocol';
}

/** Every schema that a request reaches. */
function requestSchemas(document: OpenApiDocument): Set<string> {
  const seen = new Set<string>();
  const visit = (pointer: string) => {
    if (seen.has(pointer)) return;
    walkSchema(get(document, pointer), pointer, (schema, at) => {
      seen.add(at);
      if (typeof schema.$ref === 'string') visit(schema.$ref.slice(1));
    });
  };
  for (const operation of subjectOf(document, '').operations) {
    for (const { schema } of [...operation.parameters, ...(operation.body?.contents ?? [])]) {
      if (schema !== undefined) visit(schema);
    }
  }
  return seen;
}

/** The document with one fact changed. */
export function mutate(document: OpenApiDocument, { pointer, apply }: Mutant): OpenApiDocument {
  const changed = structuredClone(document);
  const place = get(changed, pointer);
  if (!isObject(place)) throw new Error(`nothing to change at ${pointer}`);
  apply(place);
  return changed;
}

function operationChanges(operation: JsonObject): Change[] {
  const changes: Change[] = [];
  const { requestBody, parameters } = operation;
  if (Array.isArray(operation.security)) {
    changes.push({
      fact: 'security',
      what: 'open to everyone',
      apply: (place) => {
        place.security = [];
      },
    });
  }
  if (isObject(requestBody)) {
    const toggled = requestBody.required !== true;
    changes.push({
      fact: 'body required',
      what: String(toggled),
      apply: (place) => {
        (place.requestBody as JsonObject).required = toggled;
      },
    });
    changes.push({
      fact: 'body',
      what: 'none',
      apply: (place) => {
        delete place.requestBody;
      },
    });
    changes.push({
      fact: 'media type',
      what: 'application/xml',
      apply: (place) =>
        rename((place.requestBody as JsonObject).content, 'application/json', 'application/xml'),
    });
  }
  for (const [index, parameter] of (Array.isArray(parameters) ? parameters : []).entries()) {
    if (!isObject(parameter) || parameter.in === 'path') continue;
    const list = (place: JsonObject) => (place.parameters as JsonObject[])[index] as JsonObject;
    changes.push({
      fact: 'parameter',
      what: `${parameter.name} renamed`,
      apply: (place) => {
        list(place).name = `${parameter.name}_renamed`;
      },
    });
    changes.push({
      fact: 'parameter',
      what: `${parameter.name} required: ${parameter.required !== true}`,
      apply: (place) => {
        list(place).required = parameter.required !== true;
      },
    });
  }
  return changes;
}

function responseChanges(responses: unknown): Change[] {
  const statuses = isObject(responses as JsonObject) ? Object.keys(responses as JsonObject) : [];
  const changes: Change[] = statuses.map((status) => ({
    fact: 'status',
    what: `without ${status}`,
    apply: (place) => {
      delete place[status];
    },
  }));
  const success = statuses.find((status) => status.startsWith('2'));
  for (const status of ['404', '409'].filter((candidate) => !statuses.includes(candidate))) {
    changes.push({
      fact: 'status',
      what: `with ${status}`,
      apply: (place) => {
        place[status] = { description: 'new' };
      },
    });
  }
  if (success !== undefined)
    changes.push({
      fact: 'status',
      what: `${success} as 202`,
      apply: (place) => rename(place, success, '202'),
    });
  return changes;
}

function pathChanges(path: string): Change[] {
  return [
    { fact: 'path', what: `${path} renamed`, apply: (place) => rename(place, path, `${path}_renamed`) },
  ];
}

function methodChanges(item: unknown): Change[] {
  if (!isObject(item as JsonObject)) return [];
  const declared = METHODS.filter((method) => method in (item as JsonObject));
  const free = ['put', 'post', 'patch', 'delete'].find((method) => !(method in (item as JsonObject)));
  return free === undefined
    ? []
    : declared.flatMap(
        (method) =>
          [
            { fact: 'method', what: `${method} as ${free}`, apply: (place) => rename(place, method, free) },
            {
              fact: 'method',
              what: `${free} too`,
              apply: (place) => {
                place[free] = { ...(place[method] as JsonObject), operationId: 'new' };
              },
            },
          ] satisfies Change[],
      );
}

function securityChanges(schemes: unknown): Change[] {
  const names = isObject(schemes as JsonObject) ? Object.keys(schemes as JsonObject) : [];
  return names.flatMap(
    (name) =>
      [
        {
          fact: 'security',
          what: `${name} in another header`,
          apply: (place) => {
            (place[name] as JsonObject).name = 'x-other-key';
          },
        },
        {
          fact: 'security',
          what: `${name} in the query`,
          apply: (place) => {
            (place[name] as JsonObject).in = 'query';
          },
        },
      ] satisfies Change[],
  );
}

/** Media types, parameters, headers, responses: what pairs a schema with examples. */
function holderChanges(holder: JsonObject): Change[] {
  const changes: Change[] = [];
  if (isObject(holder.examples)) {
    for (const name of Object.keys(holder.examples)) {
      changes.push({
        fact: 'example',
        what: `without ${name}`,
        apply: (place) => {
          delete (place.examples as JsonObject)[name];
        },
      });
      changes.push({
        fact: 'example',
        what: `${name} renamed`,
        apply: (place) => rename(place.examples, name, `${name}_renamed`),
      });
    }
  }
  return changes;
}

export function rename(holder: unknown, from: string, to: string): void {
  const object = holder as JsonObject;
  const entries = Object.entries(object).map(([key, value]) => [key === from ? to : key, value] as const);
  for (const key of Object.keys(object)) delete object[key];
  for (const [key, value] of entries) object[key] = value;
}
