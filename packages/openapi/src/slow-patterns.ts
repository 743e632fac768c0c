// Patterns that JavaScript may take for ever over: found once, marked in the document, and known by the mark to everything behind.
import type { Hit, OpenApiDocument } from './document.ts';
import { isObject, type JsonObject } from './json.ts';
import { patternProblem } from './normalise/pattern.ts';
import { linearRegExp } from './patterns/linear-regexp.ts';
import { slownessOfPatterns } from './patterns/slowness.ts';
import { child } from './pointer.ts';
import { walk } from './walk.ts';

/**
 * Stands beside `pattern` or `patternProperties` and lists which of the schema's patterns are slow. A document can't bring it along:
 * the gate drops extensions.
 */
export const SLOW_PATTERN = 'x-agentsource-slow-pattern';

/** What a hit of them is called. */
export const SLOW_PATTERN_RULE = 'slow-pattern';

export interface PatternPlace {
  pattern: string;
  pointer: string;
}

/** Every pattern of one schema. */
export function patternsOf(schema: JsonObject, pointer: string): PatternPlace[] {
  const { pattern, patternProperties } = schema;
  const keys = isObject(patternProperties) ? Object.keys(patternProperties) : [];
  const inKeys = keys.map((key) => ({
    pattern: key,
    pointer: child(child(pointer, 'patternProperties'), key),
  }));
  if (typeof pattern !== 'string') return inKeys;
  return [{ pattern, pointer: child(pointer, 'pattern') }, ...inKeys];
}

/** Marks the document in place; one hit for each slow pattern, wherever it stands. Patterns that don't compile are validation's. */
export function markSlowPatterns(document: OpenApiDocument): Hit[] {
  const slownessOf = slownessOfPatterns();
  const places = new Map<string, string[]>();
  walk(document, {
    schema: (schema, pointer) => {
      const slow = patternsOf(schema, pointer).filter(
        ({ pattern }) => slownessOf(pattern) !== undefined && patternProblem(pattern) === undefined,
      );
      delete schema[SLOW_PATTERN];
      if (slow.length > 0) schema[SLOW_PATTERN] = slow.map(({ pattern }) => pattern);
      for (const place of slow) {
        const known = places.get(place.pattern);
        if (known) known.push(place.pointer);
        else places.set(place.pattern, [place.pointer]);
      }
    },
  });
  return [...places].map(([pattern, [first = '', ...others]]) => {
    const by = linearRegExp(pattern) ? "the client's validators don't check it" : 'nothing checks it';
    const more = others.length > 0 ? `, here and at ${others.length} other place(s)` : '';
    const detail = `it ${slownessOf(pattern)} in JavaScript, so that ${by}${more}`;
    return { rule: SLOW_PATTERN_RULE, pointer: first, detail };
  });
}

/** The slow patterns of a marked document, and where they stand. */
export function slowPatternsOf(document: OpenApiDocument): PatternPlace[] {
  const places: PatternPlace[] = [];
  walk(document, {
    schema: (schema, pointer) => {
      const marked = schema[SLOW_PATTERN];
      if (!Array.isArray(marked)) return;
      places.push(...patternsOf(schema, pointer).filter(({ pattern }) => marked.includes(pattern)));
    },
  });
  return places;
}
