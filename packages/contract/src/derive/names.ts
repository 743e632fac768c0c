// Names for members of an object beyond its declared properties, and the schemas of those members.
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { mappedAt, type SchemaPlace, type ValuesOf } from './schema.ts';
import { stringsFor } from './strings.ts';
import { UNKNOWN_PROPERTY } from './variant.ts';

export interface Named {
  name: string;
  /** Undefined where any value will do. */
  pointer: string | undefined;
}

/** As many as there are, up to so many: by a pattern, as `propertyNames` has them, or any. */
export function namesFor(place: SchemaPlace, count: number, valuesOf: ValuesOf, depth = 0): Named[] {
  const { pointer, schema } = place;
  const byPattern = mappedAt(place, 'patternProperties').flatMap(([pattern, at]) =>
    isObject((schema.patternProperties as JsonObject)[pattern])
      ? stringsFor({ pattern }, count).map((name) => ({ name, pointer: at }))
      : [],
  );
  const { additionalProperties, propertyNames } = schema;
  if (byPattern.length >= count || additionalProperties === false) return byPattern.slice(0, count);
  const at = isObject(additionalProperties) ? child(pointer, 'additionalProperties') : undefined;
  const names = isObject(propertyNames)
    ? valuesOf(place.context, child(pointer, 'propertyNames'), count, depth + 1)
    : Array.from({ length: count }, (_, index) => `${UNKNOWN_PROPERTY}_${index}`);
  const others = names.filter((name) => typeof name === 'string').map((name) => ({ name, pointer: at }));
  return [...byPattern, ...others].slice(0, count);
}
