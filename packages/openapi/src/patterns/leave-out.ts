// A document without some of its patterns, for who can't run them: what they refuse is let through, and nothing else is refused
// because they are gone.
import type { OpenApiDocument } from '../document.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { child } from '../pointer.ts';
import { SLOW_PATTERN } from '../slow-patterns.ts';
import { walk } from '../walk.ts';

/** A copy; the document itself when there is nothing to leave out. */
export function leaveOutPatterns(document: OpenApiDocument, patterns: ReadonlySet<string>): OpenApiDocument {
  if (patterns.size === 0) return document;
  const copy = structuredClone(document);
  const changed: string[] = [];
  walk(copy, {
    schema: (schema, pointer) => {
      delete schema[SLOW_PATTERN];
      if (leaveOut(schema, patterns)) changed.push(pointer);
    },
  });
  const looser = withEverythingAround(copy, changed);
  walk(copy, { schema: (schema, pointer) => loosen(schema, pointer, looser) });
  return copy;
}

function leaveOut(schema: JsonObject, patterns: ReadonlySet<string>): boolean {
  const { pattern, patternProperties } = schema;
  const isLeftOut = typeof pattern === 'string' && patterns.has(pattern);
  if (isLeftOut) delete schema.pattern;
  if (!isObject(patternProperties)) return isLeftOut;
  const keys = Object.keys(patternProperties);
  if (!keys.some((key) => patterns.has(key))) return isLeftOut;
  for (const key of keys) if (patterns.has(key)) delete patternProperties[key];
  // Any property may be one of those, so that none is an additional one.
  patternProperties[''] = true;
  return true;
}

/** JSON Pointers of the schemas that are part of what a changed one means to others: what holds it, and what refers to it. */
function withEverythingAround(document: OpenApiDocument, changed: readonly string[]): ReadonlySet<string> {
  const schemas = new Set<string>();
  const referrers = new Map<string, string[]>();
  walk(document, {
    schema: ({ $ref }, pointer) => {
      schemas.add(pointer);
      if (typeof $ref !== 'string') return;
      const known = referrers.get($ref.slice(1));
      if (known) known.push(pointer);
      else referrers.set($ref.slice(1), [pointer]);
    },
  });
  const around = new Set<string>();
  const pending = [...changed];
  for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
    if (around.has(pointer)) continue;
    if (schemas.has(pointer)) {
      around.add(pointer);
      pending.push(...(referrers.get(pointer) ?? []));
    }
    const holder = pointer.slice(0, pointer.lastIndexOf('/'));
    if (holder !== '') pending.push(holder);
  }
  return around;
}

/** A schema that accepts more makes these keywords of the one around it accept less. */
function loosen(schema: JsonObject, pointer: string, looser: ReadonlySet<string>): void {
  const isLooser = (...keys: (string | number)[]) => looser.has(keys.reduce(child, pointer));
  if (isLooser('not')) delete schema.not;
  if (isLooser('if')) for (const keyword of ['if', 'then', 'else']) delete schema[keyword];
  if (isLooser('contains')) delete schema.maxContains;
  const { oneOf } = schema;
  if (!Array.isArray(oneOf) || !oneOf.some((_, index) => isLooser('oneOf', index))) return;
  delete schema.oneOf;
  schema.allOf = [...(Array.isArray(schema.allOf) ? schema.allOf : []), { anyOf: oneOf as Json }];
}
