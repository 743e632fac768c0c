// The values that a schema lists by `enum` and `const`.
import type { Json } from '@agentsource/openapi/json';
import { canonical } from '../words.ts';
import { isNever } from './boolean-schemas.ts';
import type { Part } from './parts.ts';
import { isDiscriminator, isRestriction } from './place.ts';

interface Values {
  /** Those that every part allows, without null; undefined where none lists any, or null alone. */
  values: Json[] | undefined;
  /** Some of them are ruled out by a discriminator. */
  discriminated: boolean;
}

export function valuesOf(parts: readonly Part[], hasUnions: boolean): Values {
  if (parts.some(({ schema }) => isNever(schema))) return { values: undefined, discriminated: false };
  let allowed: Json[] | undefined;
  for (const { schema, place } of parts) {
    if (!isRestriction(place)) allowed = common(allowed, listedBy(schema));
  }
  const isText = parts.every(
    ({ schema: { type } }) => type === undefined || [type].flat().includes('string'),
  );
  let discriminated = false;
  for (const { schema, place } of parts) {
    if (!isRestriction(place)) continue;
    const left = common(allowed, listedBy(schema));
    // A discriminator's values are texts; where what is written rules them out, it is what counts.
    if (isDiscriminator(place) && (!isText || hasUnions || left?.length === 0)) continue;
    discriminated ||= isDiscriminator(place) && left?.length !== allowed?.length;
    allowed = left;
  }
  const values = allowed?.filter((value) => value !== null);
  return { values: allowed?.includes(null) && values?.length === 0 ? undefined : values, discriminated };
}

function listedBy(schema: Part['schema']): Json[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : undefined;
}

function common(one: Json[] | undefined, other: Json[] | undefined): Json[] | undefined {
  if (!one || !other) return one ?? other;
  const known = new Set(one.map(canonical));
  return other.filter((value) => known.has(canonical(value)));
}
