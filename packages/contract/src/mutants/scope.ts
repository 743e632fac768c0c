// Which operations a change can show in, so that not every mutant needs every case.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json } from '@agentsource/openapi/json';
import { get } from '@agentsource/openapi/pointer';
import type { Suite } from '../derive/suite.ts';

/** What a shared component's change does to one operation it does to the others; two are asked, so a survivor may be killed by a third. */
const ASKED = 2;

/** The suite, cut down to the operations that reach the pointer; whole where none does (security schemes). */
export function scoped(suite: Suite, pointer: string): Suite {
  const { document, operations } = suite.subject;
  const reaching = operations
    .filter((place) =>
      isWithin(pointer, [place.pointer, ...referred(document, get(document, place.pointer) ?? null)]),
    )
    .slice(0, ASKED);
  if (reaching.length === 0) return suite;
  return { ...suite, cases: suite.cases.filter(({ operation }) => reaching.includes(operation)) };
}

/** Whether the pointer is one of the places, inside one, or around one. */
function isWithin(pointer: string, places: Iterable<string>): boolean {
  return [...places].some(
    (place) => `${pointer}/`.startsWith(`${place}/`) || place.startsWith(`${pointer}/`),
  );
}

/** Every component that a value refers to, directly or through another. */
function referred(document: OpenApiDocument, value: Json, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const inner of value) referred(document, inner, found);
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) referred(document, inner, found);
    const pointer = typeof value.$ref === 'string' ? value.$ref.slice(1) : undefined;
    if (pointer !== undefined && !found.has(pointer)) {
      found.add(pointer);
      referred(document, get(document, pointer) ?? null, found);
    }
  }
  return found;
}
