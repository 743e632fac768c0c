// A schema as requests see it, and as answers do: what is `readOnly` is not sent, what is `writeOnly` does not come back.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child, get } from '@agentsource/openapi/pointer';
import { walk } from '@agentsource/openapi/walk';

export type Direction = 'request' | 'response';

const HIDDEN_BY = { request: 'readOnly', response: 'writeOnly' } as const;

/** Whether the property at the pointer is not there in this direction, by its own word or that of the schema it refers to. */
export function isHidden(document: OpenApiDocument, pointer: string, direction: Direction): boolean {
  const followed = new Set<string>();
  let at: string | undefined = pointer;
  while (at !== undefined && !followed.has(at)) {
    followed.add(at);
    const schema = get(document, at);
    if (!isObject(schema)) return false;
    if (schema[HIDDEN_BY[direction]] === true) return true;
    at = typeof schema.$ref === 'string' ? schema.$ref.slice(1) : undefined;
  }
  return false;
}

/** The value without what is not there in this direction; which alternative of an `anyOf` was meant nobody can tell. */
export function shown(document: OpenApiDocument, pointer: string, value: Json, direction: Direction): Json {
  const schema = get(document, pointer);
  if (!isObject(schema)) return value;
  const within = (inner: string, part: Json) => shown(document, inner, part, direction);
  if (Array.isArray(value)) {
    const items = child(pointer, 'items');
    return isObject(schema.items) ? value.map((item) => within(items, item)) : value;
  }
  if (!isObject(value)) return value;
  const composed = [
    ...(typeof schema.$ref === 'string' ? [schema.$ref.slice(1)] : []),
    ...itemsOf(schema.allOf).map((_, index) => child(child(pointer, 'allOf'), index)),
  ];
  const rest = composed.reduce<Json>((part, inner) => within(inner, part), value) as JsonObject;
  const members = Object.entries(rest).flatMap(([name, member]) => {
    const at = child(child(pointer, 'properties'), name);
    return isHidden(document, at, direction) ? [] : [[name, within(at, member)]];
  });
  return Object.fromEntries(members);
}

/** The document in which nothing is required that is not there in this direction; itself where that changes nothing. */
export function viewOf(document: OpenApiDocument, direction: Direction): OpenApiDocument {
  if (!JSON.stringify(document).includes(`"${HIDDEN_BY[direction]}":true`)) return document;
  const view = structuredClone(document);
  walk(view, {
    schema: (schema, pointer) => {
      const hidden = hiddenProperties(document, pointer, direction);
      for (const place of [schema, ...itemsOf(schema.allOf)].filter(isObject)) {
        if (Array.isArray(place.required))
          place.required = place.required.filter((name) => !hidden.has(String(name)));
      }
    },
  });
  return view;
}

/** Those of the schema itself, and of all that it is composed of. */
function hiddenProperties(
  document: OpenApiDocument,
  pointer: string,
  direction: Direction,
  seen = new Set<string>(),
): Set<string> {
  const schema = get(document, pointer);
  if (!isObject(schema) || seen.has(pointer)) return new Set();
  seen.add(pointer);
  const parts = itemsOf(schema.allOf).map((_, index) => child(child(pointer, 'allOf'), index));
  if (typeof schema.$ref === 'string') parts.push(schema.$ref.slice(1));
  const own = propertyNames(schema).filter((name) =>
    isHidden(document, child(child(pointer, 'properties'), name), direction),
  );
  return new Set([
    ...own,
    ...parts.flatMap((part) => [...hiddenProperties(document, part, direction, seen)]),
  ]);
}

function propertyNames({ properties }: JsonObject): string[] {
  return isObject(properties) ? Object.keys(properties) : [];
}
