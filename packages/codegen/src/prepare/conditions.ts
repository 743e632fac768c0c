// `if`/`then`/`else` and `dependentSchemas`: which of them counts, types can't say. The keys that they add are possible beside what
// always holds, so that they are known.
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { splitComposition } from './composition.ts';
import { takeConstraints } from './schema.ts';

export function spellOutConditions(schema: JsonObject): void {
  const possible = possibleParts(schema);
  for (const keyword of ['if', 'then', 'else', 'dependentSchemas']) delete schema[keyword];
  const added = possible.flat().flatMap((part) => entriesOf(part.properties).map(([key]) => key));
  const known = isObject(schema.properties) ? schema.properties : {};
  if (added.every((key) => Object.hasOwn(known, key))) return;
  const own = takeConstraints(schema);
  // A schema that consists of conditions alone: the keys may be there, and hold anything.
  const isEmpty = Object.keys(own).length === 0;
  const anything = added.map((key): [string, Json] => [key, {}]);
  const always = isEmpty ? { properties: Object.fromEntries(anything) } : own;
  splitComposition(always);
  schema.anyOf = [always, ...possible.map((parts) => ({ allOf: structuredClone([always, ...parts]) }))];
}

/** Each of the ways in which more may hold. */
function possibleParts({
  if: condition,
  then,
  else: otherwise,
  dependentSchemas,
}: JsonObject): JsonObject[][] {
  const possible: JsonObject[][] = [];
  if (isObject(condition) && isObject(then)) possible.push([condition, then]);
  if (condition !== undefined && isObject(otherwise)) possible.push([otherwise]);
  for (const [, dependent] of entriesOf(dependentSchemas)) {
    if (isObject(dependent)) possible.push([dependent]);
  }
  return possible;
}
