// Every constraint of a schema, and of the schemas within it, at both sides of its boundary.
import { isObject, type Json } from '@agentsource/openapi/json';
import type { Uncovered } from '../operation/reading.ts';
import { instanceOfType, instancesOf } from './instances.ts';
import { arrayVariants } from './keywords/array.ts';
import { containsVariants } from './keywords/contains.ts';
import { enumVariants } from './keywords/enum.ts';
import { notVariants } from './keywords/not.ts';
import { numberVariants } from './keywords/number.ts';
import { objectVariants } from './keywords/object.ts';
import { stringVariants } from './keywords/string.ts';
import { typeVariants } from './keywords/type.ts';
import { unvaried } from './keywords/unvaried.ts';
import { LIMITS, STOPPED } from './limits.ts';
import { type Part, partsOf } from './parts.ts';
import { type Context, type SchemaPlace, schemaAt, type TypeName, typeOf, typesOf } from './schema.ts';
import type { Variant } from './variant.ts';

export interface Derivation {
  variants: Variant[];
  /** Constraints met on the way that nothing is derived for. */
  gaps: Uncovered[];
}

/** Where deriving has come to: the schemas around this one, and the constraints without a case so far. */
interface Visit {
  context: Context;
  stack: readonly string[];
  /** Why, by what. */
  gaps: Map<string, string>;
  /** Variants that may still be made. */
  budget: { left: number };
}

/** Variants of a valid value, each differing from it in one place. Whether a variant keeps its promise is checked by the caller. */
export function variantsOf(context: Context, pointer: string, base: Json): Derivation {
  const gaps = new Map<string, string>();
  const variants = derive({ context, stack: [], gaps, budget: { left: LIMITS.variants } }, pointer, base);
  return { variants, gaps: [...gaps].map(([what, why]) => ({ what, why })) };
}

function derive(visit: Visit, pointer: string, base: Json): Variant[] {
  const { context, stack, gaps, budget } = visit;
  if (budget.left <= 0) {
    gaps.set(`${stack[0] ?? pointer}${STOPPED}`, `there is more than ${LIMITS.variants} variants of it`);
    return [];
  }
  const place = schemaAt(context, pointer);
  const variants = [base, ...ofOtherTypes(place, base)].flatMap((value) => ownVariants(place, value));
  budget.left -= 1 + variants.length;
  // A schema that contains itself: its inside was varied already.
  if (stack.includes(pointer)) return variants;
  const inner = { ...visit, stack: [...stack, pointer] };
  for (const [keyword, why] of unvaried(place.schema)) gaps.set(`${pointer} ${keyword}`, why);
  return [...variants, ...partsOf(place, base).flatMap((part) => inPart(inner, part))];
}

/** Types that keywords are about. */
const CONSTRAINED: readonly TypeName[] = ['string', 'integer', 'number', 'array', 'object'];

/** A value of each other type that the schema names. */
function ofOtherTypes(place: SchemaPlace, base: Json): Json[] {
  const types = typesOf(place.schema).filter((type) => CONSTRAINED.includes(type) && type !== typeOf(base));
  return types.flatMap((type) => instanceOfType(place, type) ?? []);
}

/** The variants of a schema's own keywords. */
function ownVariants(place: SchemaPlace, base: Json): Variant[] {
  const { schema, pointer } = place;
  const found = [
    ...typeVariants(place, base),
    ...enumVariants(schema),
    ...(typeof base === 'string' ? stringVariants(schema, base) : []),
    ...(typeof base === 'number' ? numberVariants(schema, base) : []),
    ...(Array.isArray(base) ? [...arrayVariants(place, base), ...containsVariants(place, base)] : []),
    ...(isObject(base) ? objectVariants(place, base) : []),
    ...notVariants(place, base),
  ];
  return found.flatMap(({ value, at = '', ...rest }) =>
    value === undefined ? [] : [{ ...rest, value, at, schema: pointer }],
  );
}

/** The variants of a part of the value, or of one that is derived where there is none. */
function inPart(visit: Visit, { pointer, base, at, put }: Part): Variant[] {
  const value = base ?? instancesOf(visit.context, pointer, 1)[0];
  if (value === undefined) {
    visit.gaps.set(`${pointer} instance`, 'no value of it could be derived');
    return [];
  }
  return derive(visit, pointer, value).flatMap((variant) => {
    const whole = put(variant.value);
    return whole === undefined ? [] : [{ ...variant, at: `${at}${variant.at}`, value: whole }];
  });
}
