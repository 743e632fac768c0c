// References: where a `$ref` leads, and those that lead nowhere, the one fault that no step after reading can work around.

import type { OpenApiDocument } from './document.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { child, get } from './pointer.ts';

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

/** The object at a pointer or, where that is a `$ref`, the one it leads to in the end; undefined when there is none. */
export function resolve(
  document: OpenApiDocument,
  pointer: string,
): { pointer: string; value: JsonObject } | undefined {
  const seen = new Set<string>();
  let at = pointer;
  // A chain that comes back to itself leads nowhere.
  while (!seen.has(at)) {
    seen.add(at);
    const value = get(document, at);
    if (!isObject(value)) return undefined;
    if (typeof value.$ref !== 'string') return { pointer: at, value };
    at = value.$ref.replace(/^#/, '');
  }
  return undefined;
}
