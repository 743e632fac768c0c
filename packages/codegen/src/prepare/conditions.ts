// `if`/`then`/`else` and `dependentSchemas`: which of them counts, types can't say. What they add is possible beside what always
// holds, so that its keys are known.
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { takeConstraints } from './schema.ts';

export function spellOutConditions(schema: JsonObject): void {
  const possible = possibleParts(schema);
  for (const keyword of ['if', 'then', 'else', 'dependentSchemas']) delete schema[keyword];
  if (possible.length === 0) return;
  const own = takeConstraints(schema);
  const always = Object.keys(own).length > 0 ? own : objectWithKeysOf(possible.flat());
  const unions = possible.map((parts) => ({ allOf: structuredClone([always, ...parts]) }));
  schema.anyOf = [always, ...unions];
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
  for (const [, dependent] of entriesOf(dependentSchemas))
    if (isObject(dependent)) possible.push([dependent]);
  return possible;
}

/** Of a schema that consists of conditions alone: the keys may be there, and hold anything. */
function objectWithKeysOf(parts: readonly JsonObject[]): JsonObject {
  const keys = parts.flatMap(({ properties }) =>
    entriesOf(properties).map(([key]): [string, Json] => [key, {}]),
  );
  return keys.length > 0 ? { properties: Object.fromEntries(keys) } : {};
}
