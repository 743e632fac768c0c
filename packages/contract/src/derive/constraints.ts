// The variants of one schema that keep their promise, and the constraints that got no case.
import type { Json } from '../document.ts';
import { fullest, instancesOf } from './instances.ts';
import { type Context, schemaAt, target } from './schema.ts';
import { type Variant, variantsOf } from './variants.ts';

export interface Constraints {
  /** The valid value that everything was varied from; undefined when none could be derived. */
  base: Json | undefined;
  variants: Variant[];
  /** Constraints with a case on each side that they have, as "pointer keyword". */
  covered: string[];
  /** Constraints without any case: each one fails the run. */
  gaps: string[];
  /** Constraints that nothing can violate alone, since the schema around them allows it anyway. */
  shadowed: string[];
}

export interface Judge {
  isValid(value: Json): boolean;
  /** False for what can't be sent at all, such as an empty path parameter. */
  isSendable?(value: Json): boolean;
}

/** Derives from the example if there is one, else from the schema. */
export function constraintsOf(
  context: Context,
  pointer: string,
  example: Json | undefined,
  judge: Judge,
): Constraints {
  const schema = target(context, pointer);
  const isSendable = judge.isSendable ?? (() => true);
  const plain = instancesOf(context, schema, 3).find(isSendable);
  const base = example ?? plain;
  if (base === undefined)
    return { base, variants: [], covered: [], gaps: [`${schema} instance`], shadowed: [] };
  const derived = [example, plain, fullest(context, schema, base)]
    .filter((value) => value !== undefined)
    .map((value) => ({ value, at: '', schema, keyword: 'instance', what: '', side: 'accepted' as const }));
  const { variants, gaps } = variantsOf(context, schema, base);
  const sendable = [...derived, ...variants].filter(({ value }) => isSendable(value));
  const kept = distinct(sendable.filter(({ value, side }) => judge.isValid(value) === (side === 'accepted')));
  const missing = withoutCase(context, variants, kept);
  return {
    base,
    variants: kept,
    covered: missing.covered,
    gaps: [...gaps, ...missing.gaps],
    shadowed: missing.shadowed,
  };
}

/** The same value on the same side is one case, whichever constraints it stands for. */
function distinct(variants: Variant[]): Variant[] {
  const seen = new Map<string, Variant>();
  for (const variant of variants) {
    const key = JSON.stringify([variant.side, variant.value]);
    if (!seen.has(key)) seen.set(key, variant);
  }
  return [...seen.values()];
}

/** What is not declared has one side only: an open object refuses no property. */
const ONE_SIDED = new Set(['open', 'instance']);

/** A side that was derived and did not survive is shadowed; one that nothing was derived for is a gap. */
function withoutCase(
  context: Context,
  derived: Variant[],
  kept: Variant[],
): Pick<Constraints, 'covered' | 'gaps' | 'shadowed'> {
  const survivors = new Set(kept.map(({ side, value }) => JSON.stringify([side, value])));
  const facts = new Map<string, Variant[]>();
  for (const variant of derived) {
    if (ONE_SIDED.has(variant.keyword)) continue;
    const fact = `${variant.schema} ${variant.keyword}`;
    facts.set(fact, [...(facts.get(fact) ?? []), variant]);
  }
  const found: Pick<Constraints, 'covered' | 'gaps' | 'shadowed'> = { covered: [], gaps: [], shadowed: [] };
  for (const [fact, variants] of facts) {
    const missing = (['accepted', 'refused'] as const).filter(
      (side) =>
        !variants.some(
          (variant) => variant.side === side && survivors.has(JSON.stringify([side, variant.value])),
        ) && !isOneSided(context, fact, side),
    );
    const isShadowed =
      missing.length === 1 && missing[0] === 'refused' && variants.some(({ side }) => side === 'refused');
    if (missing.length === 0) found.covered.push(fact);
    else if (isShadowed) found.shadowed.push(fact);
    else found.gaps.push(`${fact}: no ${missing.join(' and no ')} value could be derived`);
  }
  return found;
}

/** What has no other side: nothing is shorter than 0. */
function isOneSided(context: Context, fact: string, side: Variant['side']): boolean {
  // A pointer may have spaces of its own.
  const end = fact.lastIndexOf(' ');
  const [pointer, keyword] = [fact.slice(0, end), fact.slice(end + 1)];
  const schema = schemaAt(context, pointer);
  if (keyword === 'required')
    return side === 'accepted' ? schema.properties === undefined : !isNonEmpty(schema.required);
  return side === 'refused' && keyword.startsWith('min') && schema[keyword] === 0 && keyword !== 'minimum';
}

function isNonEmpty(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0;
}
