// A schema that means something else in a request than in an answer: a request has no `readOnly` properties, an answer no `writeOnly`
// ones, and a file is a Blob where it is a part of a multipart body. A component that serves several of these becomes one for each.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { walk, walkSchema } from '@agentsource/openapi/walk';
import { isFile, isMultipart, makeBlob } from './media-types.ts';
import { componentOf, componentsWithin, partsOf, referenceTo, schemasOf } from './schema.ts';

const DIRECTIONS = ['answer', 'request', 'multipart'] as const;
type Direction = (typeof DIRECTIONS)[number];

/** What holds a schema that is sent or received. */
interface Root {
  direction: Direction;
  holder: JsonObject;
}

export function separateDirections(document: OpenApiDocument): void {
  const schemas = schemasOf(document);
  const roots = rootsOf(document);
  const names = namesByDirection(document, roots);
  const originals = structuredClone(schemas);
  for (const [direction, renamed] of names) {
    for (const [component, name] of renamed) {
      const schema = structuredClone(originals[component]);
      adapt(document, schema, direction, renamed);
      schemas[name] = schema as Json;
    }
  }
  for (const { direction, holder } of roots) {
    adapt(document, holder.schema, direction, names.get(direction) ?? new Map());
  }
}

function rootsOf(document: OpenApiDocument): Root[] {
  const roots: Root[] = [];
  const add = (direction: Direction, holder: Json) => {
    if (isObject(holder)) roots.push({ direction, holder });
  };
  walk(document, {
    requestBody: ({ content }) => {
      for (const [mediaType, media] of entriesOf(content)) {
        add(isMultipart(mediaType) ? 'multipart' : 'request', media);
      }
    },
    response: ({ content }) => {
      for (const [, media] of entriesOf(content)) add('answer', media);
    },
    parameter: (parameter) => add('request', parameter),
  });
  return roots;
}

/** For each direction, the components that differ there, with the names that they get. */
export function namesByDirection(
  document: OpenApiDocument,
  roots = rootsOf(document),
): Map<Direction, Map<string, string>> {
  const schemas = schemasOf(document);
  const changed = new Map(DIRECTIONS.map((direction) => [direction, changedIn(document, direction)]));
  const names = new Map(DIRECTIONS.map((direction) => [direction, new Map<string, string>()]));
  if (DIRECTIONS.every((direction) => changed.get(direction)?.size === 0)) return names;
  const reached = new Map(DIRECTIONS.map((direction) => [direction, reachedIn(schemas, roots, direction)]));
  const taken = new Set(Object.keys(schemas));
  for (const component of Object.keys(schemas)) {
    const directions = DIRECTIONS.filter((direction) => reached.get(direction)?.has(component));
    let isFree = directions.every((direction) => changed.get(direction)?.has(component));
    for (const direction of directions) {
      if (!changed.get(direction)?.has(component)) continue;
      // The component's own name is for answers, or else for the only ones that use it.
      const name = isFree ? component : unused(`${component}.${direction}`, taken);
      isFree = false;
      names.get(direction)?.set(component, name);
    }
  }
  return names;
}

function unused(name: string, taken: Set<string>): string {
  let free = name;
  while (taken.has(free)) free += '_';
  taken.add(free);
  return free;
}

function reachedIn(schemas: Record<string, Json>, roots: readonly Root[], direction: Direction): Set<string> {
  const reached = new Set<string>();
  const visit = (schema: Json | undefined): void => {
    for (const name of componentsWithin(schema)) {
      if (reached.has(name)) continue;
      reached.add(name);
      visit(schemas[name]);
    }
  };
  for (const root of roots) if (root.direction === direction) visit(root.holder.schema);
  return reached;
}

/** The components that differ in a direction, by themselves or by what they refer to. */
function changedIn(document: OpenApiDocument, direction: Direction): Set<string> {
  const schemas = Object.entries(schemasOf(document));
  const changed = new Set(
    schemas.flatMap(([name, schema]) => (differs(document, schema, direction) ? [name] : [])),
  );
  if (changed.size === 0) return changed;
  const uses = new Map(schemas.map(([name, schema]) => [name, componentsWithin(schema)]));
  for (let known = 0; known < changed.size; ) {
    known = changed.size;
    for (const [name, used] of uses) if ([...used].some((one) => changed.has(one))) changed.add(name);
  }
  return changed;
}

function differs(document: OpenApiDocument, schema: Json, direction: Direction): boolean {
  let found = false;
  walkSchema(schema, '', (inner) => {
    found ||=
      absentProperties(document, inner, direction).length > 0 || (direction === 'multipart' && isFile(inner));
  });
  return found;
}

function adapt(
  document: OpenApiDocument,
  schema: Json | undefined,
  direction: Direction,
  names: ReadonlyMap<string, string>,
): void {
  walkSchema(schema, '', (inner) => {
    const absent = absentProperties(document, inner, direction);
    for (const name of absent) delete (inner.properties as JsonObject)[name];
    if (absent.length > 0 && Array.isArray(inner.required)) {
      inner.required = inner.required.filter((name) => !absent.includes(name as string));
    }
    const renamed = names.get(componentOf(inner.$ref) ?? '');
    if (renamed !== undefined) inner.$ref = referenceTo(renamed);
    if (direction === 'multipart' && isFile(inner)) makeBlob(inner);
  });
}

/** The properties that don't travel that way; one that is neither read nor written says nothing. */
function absentProperties(
  document: OpenApiDocument,
  { properties }: JsonObject,
  direction: Direction,
): string[] {
  return entriesOf(properties).flatMap(([name, property]) => {
    const parts = partsOf(document, property);
    const [readOnly, writeOnly] = ['readOnly', 'writeOnly'].map((flag) =>
      parts.some((part) => part[flag] === true),
    );
    if (readOnly === writeOnly) return [];
    return (direction === 'answer' ? writeOnly : readOnly) ? [name] : [];
  });
}
