// What constrains objects as a whole: `required`, `additionalProperties`, `dependentRequired`, `minProperties`, …
import { entriesOf, isObject, itemsOf, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { instancesOf } from '../instances.ts';
import { LIMITS } from '../limits.ts';
import { namesFor } from '../names.ts';
import { propertiesAt, requiredBy, type SchemaPlace } from '../schema.ts';
import { accepted, type KeywordVariant, refused, UNKNOWN_PROPERTY } from '../variant.ts';

export function objectVariants(place: SchemaPlace, base: JsonObject): KeywordVariant[] {
  return [
    ...requiredVariants(place, base),
    ...additionalVariants(place.schema, base),
    ...dependentVariants(place, base),
    ...sizeVariants(place, base, 'minProperties'),
    ...sizeVariants(place, base, 'maxProperties'),
  ];
}

function requiredVariants(place: SchemaPlace, base: JsonObject): KeywordVariant[] {
  const { schema } = place;
  const required = new Set(requiredBy(place));
  const variants = [...required].map((name) =>
    refused('required', `without ${name}`, without(base, [name]), child('', name)),
  );
  if (!isObject(schema.properties)) return variants;
  const optional = Object.keys(schema.properties).filter((name) => !required.has(name));
  const keyword = required.size > 0 ? 'required' : 'open';
  const least = accepted(keyword, 'nothing optional', without(base, optional));
  // What is optional by itself may be asked for by another keyword.
  return [
    ...variants,
    least,
    ...(required.size > 0 ? [accepted(keyword, 'all that is required', base)] : []),
  ];
}

function additionalVariants(
  { additionalProperties, unevaluatedProperties }: JsonObject,
  base: JsonObject,
): KeywordVariant[] {
  const extended = { ...base, [UNKNOWN_PROPERTY]: 'text' };
  const keyword = additionalProperties === false ? 'additionalProperties' : 'unevaluatedProperties';
  if (additionalProperties === false || unevaluatedProperties === false) {
    return [
      refused(keyword, 'an unknown property', extended, child('', UNKNOWN_PROPERTY)),
      accepted(keyword, 'no unknown property', base),
    ];
  }
  return isObject(additionalProperties) || isObject(unevaluatedProperties)
    ? []
    : [accepted('open', 'an unknown property', extended)];
}

/** Where one property is there, others must be. */
function dependentVariants(place: SchemaPlace, base: JsonObject): KeywordVariant[] {
  const properties = new Map(propertiesAt(place));
  const memberOf = (name: string) => {
    const at = properties.get(name);
    return base[name] ?? (at === undefined ? 'text0' : instancesOf(place.context, at, 1)[0]);
  };
  return entriesOf(place.schema.dependentRequired).flatMap(([name, others]) => {
    const needed = itemsOf(others).map(String);
    const members = [name, ...needed].flatMap((key) => {
      const value = memberOf(key);
      return value === undefined ? [] : [[key, value]];
    });
    const whole: JsonObject = { ...base, ...Object.fromEntries(members) };
    return [
      accepted('dependentRequired', `${name} with ${needed.join(', ')}`, whole),
      ...needed.map((key) => refused('dependentRequired', `${name} without ${key}`, without(whole, [key]))),
    ];
  });
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
  if (size < 0 || size > LIMITS.items) return undefined;
  const names = Object.keys(base);
  if (names.length > size) return without(base, names.slice(size));
  const value = { ...base };
  for (const [name, at] of propertiesAt(place)) {
    if (Object.keys(value).length === size) return value;
    const inner = instancesOf(place.context, at, 1)[0];
    if (inner !== undefined) value[name] ??= inner;
  }
  for (const { name, pointer } of namesFor(place, size, instancesOf)) {
    if (Object.keys(value).length >= size) break;
    const inner = pointer === undefined ? 'text' : instancesOf(place.context, pointer, 1)[0];
    if (inner !== undefined) value[name] ??= inner;
  }
  return Object.keys(value).length === size ? value : undefined;
}

function without(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
