// References: where they lead, and those that lead nowhere, the one fault that no step after reading can work around.

import type { OpenApiDocument } from './document.ts';
import { entriesOf, isObject, type Json, type JsonObject } from './json.ts';
import { child, get } from './pointer.ts';

/** An object of a document, and the JSON Pointer of the place where it is written. */
export interface Located {
  value: JsonObject;
  pointer: string;
}

/**
 * The object that a value is or refers to, its `$ref`s followed to the end; undefined where there is none.
 *
 * @param pointer The value's own place; may be left out by who does not ask where the object stands.
 */
export function resolve(
  document: OpenApiDocument,
  value: Json | undefined,
  pointer = '',
): Located | undefined {
  const followed = new Set<string>();
  let [found, at] = [value, pointer];
  while (isObject(found) && typeof found.$ref === 'string') {
    const reference = found.$ref;
    if (followed.has(reference)) return undefined;
    followed.add(reference);
    [found, at] = [get(document, reference), reference.replace(/^#/, '')];
  }
  return isObject(found) ? { value: found, pointer: at } : undefined;
}

/** Whether a value holds a `$ref` to a place, `#/…`, or to something in it. */
export function refersTo(value: Json, place: string): boolean {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, place));
  return entriesOf(value).some(([key, inner]) =>
    key === '$ref' && typeof inner === 'string'
      ? inner === place || inner.startsWith(`${place}/`)
      : refersTo(inner, place),
  );
}

/** Where the first dangling `$ref` stands and what it says, or undefined when all of them resolve. */
export function danglingReference(
  document: OpenApiDocument,
): { pointer: string; reference: string } | undefined {
  const visit = (value: Json, pointer: string): ReturnType<typeof danglingReference> => {
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [key, inner] of Object.entries(value) as [string, Json][]) {
      const at = child(pointer, key);
      if (key === '$ref' && typeof inner === 'string') {
        if (!inner.startsWith('#/') || get(document, inner) === undefined)
          return { pointer, reference: inner };
      }
      // An example may hold anything, a "$ref" of its own included.
      const found = key === 'example' || key === 'examples' ? undefined : visit(inner, at);
      if (found) return found;
    }
    return undefined;
  };
  return visit(document, '');
}
