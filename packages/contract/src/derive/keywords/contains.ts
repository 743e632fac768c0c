// `contains`, `minContains`, `maxContains`: arrays with so many items of a kind.
import { isObject, type Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { instancesOf, itemsOf } from '../instances.ts';
import { LIMITS } from '../limits.ts';
import type { SchemaPlace } from '../schema.ts';
import { accepted, type KeywordVariant, refused } from '../variant.ts';

export function containsVariants(place: SchemaPlace, base: Json[]): KeywordVariant[] {
  const { context, pointer, schema } = place;
  const { minContains, maxContains } = schema;
  if (!isObject(schema.contains)) return [];
  const kind = child(pointer, 'contains');
  const least = typeof minContains === 'number' ? minContains : 1;
  const others = [...base, ...itemsOf(place, 5)].filter((item) => !context.validator.isValid(kind, item));
  const withSome = (count: number): Json[] | undefined => {
    const some = count > LIMITS.items ? [] : instancesOf(context, kind, count);
    const [first] = some;
    if (count < 0 || (count > 0 && first === undefined)) return undefined;
    // Repeated where there are too few that differ.
    return [
      ...others.slice(0, 1),
      ...Array.from({ length: count }, (_, index) => some[index] ?? (first as Json)),
    ];
  };
  const variants = [accepted('contains', `${least} of the kind`, withSome(least))];
  if (least > 0) variants.push(refused('contains', 'none of the kind', withSome(0)));
  if (typeof minContains === 'number') {
    variants.push(accepted('minContains', `${least} of the kind`, withSome(least)));
    if (least > 0) variants.push(refused('minContains', `${least - 1} of the kind`, withSome(least - 1)));
  }
  if (typeof maxContains === 'number') {
    variants.push(accepted('maxContains', `${maxContains} of the kind`, withSome(maxContains)));
    variants.push(refused('maxContains', `${maxContains + 1} of the kind`, withSome(maxContains + 1)));
  }
  return variants;
}
