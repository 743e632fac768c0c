// A valid value with every optional property present, at every level: what shows a type change where no example goes.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { combinedValues } from './combined.ts';
import { instancesOf } from './instances.ts';
import { LIMITS } from './limits.ts';
import { type Context, listedAt, propertiesAt, schemaAt } from './schema.ts';
import { weightOf } from './weight.ts';

interface Filling {
  context: Context;
  depth: number;
  /** Properties that may still be tried: where schemas name each other, there is no end of them. */
  budget: { left: number };
}

export function fullest(context: Context, pointer: string, value: Json): Json {
  return fill({ context, depth: 0, budget: { left: LIMITS.additions } }, pointer, value);
}

function fill(filling: Filling, pointer: string, value: Json): Json {
  const { context, depth, budget } = filling;
  if (depth > LIMITS.depth || budget.left <= 0) return value;
  const place = schemaAt(context, pointer);
  const { schema } = place;
  const inner = { ...filling, depth: depth + 1 };
  let full = value;
  const keep = (candidate: Json) => {
    if (weightOf(candidate) <= LIMITS.values && context.validator.isValid(pointer, candidate))
      full = candidate;
  };
  if (typeof schema.$ref === 'string') keep(fill(inner, schema.$ref.slice(1), full));
  for (const branch of ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listedAt(place, keyword))) {
    if (context.validator.isValid(branch, full)) keep(fill(inner, branch, full));
  }
  if (Array.isArray(full) && isObject(schema.items)) {
    keep(full.map((item) => fill(inner, child(pointer, 'items'), item)));
  }
  for (const [name, at] of isObject(full) ? propertiesAt(place) : []) {
    budget.left -= 1;
    const members = full as JsonObject;
    const member = members[name] ?? instancesOf(context, at, 1, depth + 1)[0];
    if (member !== undefined) keep({ ...members, [name]: fill(inner, at, member) });
  }
  if (isObject(full) && propertiesAt(place).some(([name]) => !Object.hasOwn(full as JsonObject, name))) {
    // What may not be there alone may be there together.
    const size = (one: Json) => Object.keys(one as JsonObject).length;
    for (const value of combinedValues(context, pointer, instancesOf, depth))
      if (size(value) > size(full)) keep(value);
  }
  return full;
}
