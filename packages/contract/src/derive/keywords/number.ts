// What constrains numbers: bounds and `multipleOf`.
import type { JsonObject } from '@agentsource/openapi/json';
import { stepOf } from '../numbers.ts';
import { accepted, type KeywordVariant, refused } from '../variant.ts';

/** Each bound, and which way leads out of it. */
const BOUNDS = [
  ['minimum', -1],
  ['maximum', 1],
  ['exclusiveMinimum', -1],
  ['exclusiveMaximum', 1],
] as const;

export function numberVariants(schema: JsonObject): KeywordVariant[] {
  const step = stepOf(schema);
  const variants = BOUNDS.flatMap(([keyword, outwards]) => {
    const bound = schema[keyword];
    if (typeof bound !== 'number') return [];
    const isExclusive = keyword.startsWith('exclusive');
    const inside = isExclusive ? bound - outwards * step : bound;
    const outside = isExclusive ? bound : bound + outwards * step;
    return [accepted(keyword, String(inside), inside), refused(keyword, String(outside), outside)];
  });
  if (typeof schema.multipleOf === 'number') {
    variants.push(accepted('multipleOf', String(step * 2), step * 2));
    variants.push(refused('multipleOf', String(step * 1.5), step * 1.5));
  }
  return variants;
}
