// The variants of one schema that keep their promise, and the constraints that got no case.
import type { Json } from '../document.ts';
import { fullest, instancesOf } from './instances.ts';
import { type Context, schemaAt, target } from './schema.ts';
import { type Variant, variantsOf } from './variants.ts';

export interface Constraints {
  /** The valid value that everything was varied from; undefined when none could be derived. */
  base: Json | undefined;
  variants: Variant[];
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
export function constraintsOf(context: Context, pointer: string, example: Json | undefined, judge: Judge): Constraints {
  const schema = target(context, pointer);
  const isSendable = judge.isSendable ?? (() => true);
  const plain = instancesOf(context, schema, 3).find(isSendable);
  const base = example ?? plain;
  if (base === undefined) return { base, variants: [], gaps: [`${schema} instance`], shadowed: [] };
  const derived = [example, plain, fullest(context, schema, base)]
    .filter((value) => value !== undefined)
    .map((value) => ({ value, at: '', schema, keyword: 'instance', what: '', side: 'accepted' as const }));
  const { variants, gaps } = variantsOf(context, schema, base);
  const sendable = [...derived, ...variants].filter(({ value }) => isSendable(value));
  const kept = distinct(sendable.filter(({ value, side }) => judge.isValid(value) === (side === 'accepted')));
  const missing = withoutCase(context, variants, kept);
  return { base, variants: kept, gaps: [...gaps, ...missing.gaps], shadowed: missing.shadowed };
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
function withoutCase(context: Context, derived: Variant[], kept: Variant[]): { gaps: string[]; shadowed: string[] } {
  const gaps: string[] = [];
  const shadowed: string[] = [];
  const survivors = new Set(kept.map(({ side, value }) => JSON.stringify([side, value])));
  const facts = new Map<string, Variant[]>();
  for (const variant of derived) {
    if (ONE_SIDED.has(variant.keyword)) continue;
    const fact = `${variant.schema} ${variant.keyword}`;
    facts.set(fact, [...(facts.get(fact) ?? []), variant]);
  }
  for (const [fact, variants] of facts) {
    for (const side of ['accepted', 'refused'] as const) {
      const ofSide = variants.filter((variant) => variant.side === side);
      if (ofSide.some((variant) => survivors.has(JSON.stringify([side, variant.value])))) continue;
      if (ofSide.length > 0 && side === 'refused') shadowed.push(`${fact}: nothing that it refuses is refused by the whole`);
      else if (ofSide.length > 0 || !isOneSided(context, fact, side)) gaps.push(`${fact}: no ${side} value could be derived`);
    }
  }
  return { gaps, shadowed };
}

/** What has no other side: nothing is shorter than 0. */
function isOneSided(context: Context, fact: string, side: Variant['side']): boolean {
  const [pointer = '', keyword = ''] = fact.split(' ');
  const schema = schemaAt(context, pointer);
  if (side === 'accepted') return keyword === 'required' && schema.properties === undefined;
  if (keyword === 'required') return !Array.isArray(schema.required) || schema.required.length === 0;
  return (keyword === 'minLength' || keyword === 'minItems' || keyword === 'minProperties') && schema[keyword] === 0;
}
