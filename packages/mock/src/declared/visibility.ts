// What is `readOnly` is for answers alone, and what is `writeOnly` for requests: there nobody has to send it, though it be required.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, isObject, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { walk } from '@agentsource/openapi/walk';
import { appliedBy, inPlace } from './schemas.ts';

type Mark = 'readOnly' | 'writeOnly';

/** Whether any schema of the document has the mark. */
export function hasMark(document: OpenApiDocument, mark: Mark): boolean {
  let found = false;
  walk(document, {
    schema: (schema) => {
      found ||= schema[mark] === true;
    },
  });
  return found;
}

/** A copy in which no property with the mark is required; the document itself where there is none. */
export function withoutRequired(document: OpenApiDocument, mark: Mark): OpenApiDocument {
  if (!hasMark(document, mark)) return document;
  const copy = structuredClone(document);
  const marked = markedNames(copy, mark);
  const dropped = new Map<JsonObject, Set<string>>();
  walk(copy, { schema: (value, pointer) => drop(copy, { value, pointer }, new Set(), { marked, dropped }) });
  for (const [schema, names] of dropped) {
    if (!Array.isArray(schema.required)) continue;
    schema.required = schema.required.filter((name) => !names.has(String(name)));
  }
  return copy;
}

/** By schema, the names of its own properties that have the mark. */
function markedNames(document: OpenApiDocument, mark: Mark): ReadonlyMap<JsonObject, string[]> {
  const marked = new Map<JsonObject, string[]>();
  walk(document, {
    schema: (schema, pointer) => {
      const names = entriesOf(schema.properties)
        .map(([name]) => name)
        .filter((name) => isMarked(document, child(child(pointer, 'properties'), name), mark));
      if (names.length > 0) marked.set(schema, names);
    },
  });
  return marked;
}

function isMarked(document: OpenApiDocument, pointer: string, mark: Mark): boolean {
  return inPlace(document, pointer).some(({ value }) => isObject(value) && value[mark] === true);
}

interface Names {
  marked: ReadonlyMap<JsonObject, string[]>;
  /** By schema, the names that it can't require; they only become more. */
  dropped: Map<JsonObject, Set<string>>;
}

/** What holds together with a schema says for it, too, which properties are marked; its alternatives say it for themselves alone. */
function drop(
  document: OpenApiDocument,
  schema: Located,
  inherited: ReadonlySet<string>,
  names: Names,
): void {
  const known = names.dropped.get(schema.value);
  const together = new Set([...inherited, ...namesOf(document, schema, names.marked)]);
  const anywhere = inPlace(document, schema.pointer).flatMap(({ value }) => names.marked.get(value) ?? []);
  const here = new Set([...(known ?? []), ...together, ...anywhere]);
  if (known?.size === here.size) return;
  names.dropped.set(schema.value, here);
  for (const kind of ['all', 'some'] as const) {
    for (const applied of appliedBy(document, schema, kind)) drop(document, applied, together, names);
  }
}

function namesOf(
  document: OpenApiDocument,
  schema: Located,
  marked: Names['marked'],
  seen: Set<JsonObject> = new Set(),
): string[] {
  if (seen.has(schema.value)) return [];
  seen.add(schema.value);
  const all = appliedBy(document, schema, 'all').flatMap((one) => namesOf(document, one, marked, seen));
  return [...(marked.get(schema.value) ?? []), ...all];
}
