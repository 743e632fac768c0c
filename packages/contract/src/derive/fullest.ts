// A valid value with every optional property present, at every level: what shows a type change where no example goes.
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { instancesOf, MAX_DEPTH } from './instances.ts';
import { type Context, listedAt, propertiesAt, schemaAt } from './schema.ts';

export function fullest(context: Context, pointer: string, value: Json, depth = 0): Json {
  if (depth > MAX_DEPTH) return value;
  const place = schemaAt(context, pointer);
  const { schema } = place;
  let full = value;
  const keep = (candidate: Json) => {
    if (context.validator.isValid(pointer, candidate)) full = candidate;
  };
  if (typeof schema.$ref === 'string') keep(fullest(context, schema.$ref.slice(1), full, depth + 1));
  for (const branch of ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listedAt(place, keyword))) {
    if (context.validator.isValid(branch, full)) keep(fullest(context, branch, full, depth + 1));
  }
  if (Array.isArray(full) && isObject(schema.items)) {
    keep(full.map((item) => fullest(context, child(pointer, 'items'), item, depth + 1)));
  }
  for (const [name, at] of isObject(full) ? propertiesAt(place) : []) {
    const members = full as JsonObject;
    const inner = members[name] ?? instancesOf(context, at, 1, depth + 1)[0];
    if (inner !== undefined) keep({ ...members, [name]: fullest(context, at, inner, depth + 1) });
  }
  return full;
}
