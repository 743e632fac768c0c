// References that lead nowhere, the one fault that no step after reading can work around.

import type { OpenApiDocument } from './document.ts';
import type { Json } from './json.ts';
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
