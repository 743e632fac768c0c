// Refuses a document that is larger than any honest one, in any of the ways in which size costs time.
import type { OpenApiDocument } from '../document.ts';
import { UnreadableError } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { child, get } from '../pointer.ts';
import { operationsOf, walk } from '../walk.ts';
import { LIMITS } from './limits.ts';

export function refuseTooLarge(document: OpenApiDocument, name: string): void {
  const check = (count: number, limit: number, what: string, pointer: string) => {
    if (count <= limit) return;
    throw new UnreadableError(
      `${name}: ${pointer || 'the document'} has ${count} ${what}; more than ${limit} are not taken`,
    );
  };
  check(operationsOf(document).length, LIMITS.operations, 'operations', '/paths');
  const components = isObject(document.components) ? document.components : {};
  for (const [kind, entries] of Object.entries(components)) {
    const count = isObject(entries) ? Object.keys(entries).length : 0;
    check(count, LIMITS.components, 'entries', child('/components', kind));
  }
  walk(document, {
    schema: (schema, pointer) => {
      for (const keyword of ['anyOf', 'oneOf'] as const) {
        const list = schema[keyword];
        if (Array.isArray(list))
          check(list.length, LIMITS.alternatives, 'alternatives', child(pointer, keyword));
      }
    },
  });
  refuseCombinations(document, name);
}

/** `allOf` of unions multiplies their alternatives, for TypeScript and for whoever makes an example. */
function refuseCombinations(document: OpenApiDocument, name: string): void {
  const known = new Map<JsonObject, number>();
  const combinations = (value: Json | undefined): number => {
    const schema = typeof value === 'object' && value !== null ? (value as JsonObject) : {};
    const seen = known.get(schema);
    if (seen !== undefined) return seen;
    // Circles have been refused; this is only so that nothing depends on it.
    known.set(schema, 1);
    const target = typeof schema.$ref === 'string' ? combinations(get(document, schema.$ref)) : 1;
    const all = listOf(schema.allOf).reduce<number>((product, part) => product * combinations(part), target);
    const alternatives = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
    const sum = alternatives.reduce<number>((total, part) => total + combinations(part), 0);
    const count = Math.min(all * Math.max(1, sum), Number.MAX_SAFE_INTEGER);
    known.set(schema, count);
    return count;
  };
  walk(document, {
    schema: (schema, pointer) => {
      const count = combinations(schema);
      if (count <= LIMITS.combinations) return;
      throw new UnreadableError(
        `${name}: ${pointer} combines alternatives in ${count} ways; more than ${LIMITS.combinations} are not taken`,
      );
    },
  });
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
