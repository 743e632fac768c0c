// What constrains numbers: bounds, `multipleOf`, `format`.
import type { JsonObject } from '@agentsource/openapi/json';
import { nearestWithin, stepOf } from '@agentsource/openapi/values/numbers';
import { accepted, type KeywordVariant, refused } from '../variant.ts';

/** Each bound, and which way leads out of it. */
const BOUNDS = [
  ['minimum', -1],
  ['maximum', 1],
  ['exclusiveMinimum', -1],
  ['exclusiveMaximum', 1],
] as const;

export function numberVariants(schema: JsonObject, base: number): KeywordVariant[] {
  const step = stepOf(schema);
  const variants = BOUNDS.flatMap(([keyword, outwards]) => {
    const bound = schema[keyword];
    if (typeof bound !== 'number') return [];
    const isExclusive = keyword.startsWith('exclusive');
    const last = nearestWithin(schema, bound, outwards);
    const inside = isExclusive && last === bound ? bound - outwards * step : last;
    const outside = isExclusive ? bound : last + outwards * step;
    return [
      accepted(keyword, String(inside), inside),
      // Another bound may be narrower.
      accepted(keyword, String(base), base),
      refused(keyword, String(outside), outside),
    ];
  });
  if (typeof schema.multipleOf === 'number') {
    variants.push(accepted('multipleOf', String(step * 2), step * 2));
    variants.push(refused('multipleOf', String(step * 1.5), step * 1.5));
  }
  return [...variants, ...formatVariants(schema, base)];
}

/** A whole number of so many bits; of other formats every number is one. */
function formatVariants({ format }: JsonObject, base: number): KeywordVariant[] {
  if (typeof format !== 'string') return [];
  const outside = format === 'int32' ? 2 ** 31 : 1.5;
  return [accepted('format', String(base), base), refused('format', String(outside), outside)];
}
