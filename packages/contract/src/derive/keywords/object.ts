// What constrains objects as a whole: `required`, `additionalProperties`, `minProperties`, `maxProperties`.
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { instancesOf } from '../instances.ts';
import { propertiesAt, requiredBy, type SchemaPlace } from '../schema.ts';
import { accepted, type KeywordVariant, refused, UNKNOWN_PROPERTY } from '../variant.ts';

export function objectVariants(place: SchemaPlace, base: JsonObject): KeywordVariant[] {
  return [
    ...requiredVariants(place.schema, base),
    ...additionalVariants(place.schema, base),
    ...sizeVariants(place, base, 'minProperties'),
    ...sizeVariants(place, base, 'maxProperties'),
  ];
}

function requiredVariants(schema: JsonObject, base: JsonObject): KeywordVariant[] {
  const required = new Set(requiredBy(schema));
  const variants = [...required].map((name) =>
    refused('required', `without ${name}`, without(base, [name]), child('', name)),
  );
  if (!isObject(schema.properties)) return variants;
  const optional = Object.keys(schema.properties).filter((name) => !required.has(name));
  const keyword = required.size > 0 ? 'required' : 'open';
  return [...variants, accepted(keyword, 'nothing optional', without(base, optional))];
}

function additionalVariants({ additionalProperties }: JsonObject, base: JsonObject): KeywordVariant[] {
  const extended = { ...base, [UNKNOWN_PROPERTY]: 'text' };
  if (additionalProperties === false) {
    return [
      refused('additionalProperties', 'an unknown property', extended, child('', UNKNOWN_PROPERTY)),
      accepted('additionalProperties', 'no unknown property', base),
    ];
  }
  return isObject(additionalProperties) ? [] : [accepted('open', 'an unknown property', extended)];
}

function sizeVariants(
  place: SchemaPlace,
  base: JsonObject,
  keyword: 'minProperties' | 'maxProperties',
): KeywordVariant[] {
  const bound = place.schema[keyword];
  if (typeof bound !== 'number') return [];
  const beyond = keyword === 'minProperties' ? bound - 1 : bound + 1;
  return [
    accepted(keyword, `${bound} properties`, ofSize(place, base, bound)),
    refused(keyword, `${beyond} properties`, ofSize(place, base, beyond)),
  ];
}

/** The object with that many properties: declared ones first, then unknown ones. */
function ofSize(place: SchemaPlace, base: JsonObject, size: number): JsonObject | undefined {
  if (size < 0) return undefined;
  const names = Object.keys(base);
  if (names.length > size) return without(base, names.slice(size));
  const value = { ...base };
  for (const [name, at] of propertiesAt(place)) {
    if (Object.keys(value).length === size) return value;
    const inner = instancesOf(place.context, at, 1)[0];
    if (inner !== undefined) value[name] ??= inner;
  }
  for (let index = 0; Object.keys(value).length < size; index += 1)
    value[`${UNKNOWN_PROPERTY}_${index}`] = 'text';
  return value;
}

function without(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
