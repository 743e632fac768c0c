// The variants of one schema that keep their promise, and the constraints that got no case.
import { isObject, type Json } from '@agentsource/openapi/json';
import { shown } from '../direction.ts';
import { resolveAt, type Uncovered } from '../operation/reading.ts';
import { combinedValues } from './combined.ts';
import { fullest } from './fullest.ts';
import { instancesOf } from './instances.ts';
import type { Judge } from './judge.ts';
import { type Context, requiredBy, schemaAt } from './schema.ts';
import type { Variant } from './variant.ts';
import { variantsOf } from './variants.ts';

export interface Constraints {
  /** The valid value that everything was varied from; undefined when none could be derived. */
  base: Json | undefined;
  variants: Variant[];
  /** Constraints with a case on each side that they have, as "pointer keyword". */
  covered: string[];
  /** Constraints without any case. */
  gaps: Uncovered[];
  /** Constraints that nothing can violate alone, since the schema around them allows it anyway. */
  shadowed: string[];
}

type Findings = Pick<Constraints, 'covered' | 'gaps' | 'shadowed'>;

interface Starting {
  examples: readonly (Json | undefined)[];
  judge: Judge;
}

/** Further values that are varied for what has no case otherwise. */
const OTHERS = 8;

/** Derives from the first example that may be sent, else from the schema. */
export function constraintsOf(context: Context, pointer: string, { examples, judge }: Starting): Constraints {
  const { isValid, isSendable } = judge;
  const schema = resolveAt(context.document, pointer)?.pointer ?? pointer;
  const asSent = (value: Json) => shown(context.document, schema, value, 'request');
  const plain = instancesOf(context, schema, 3).map(asSent).find(isSendable);
  const example = examples
    .map((value) => value && asSent(value))
    .find((value) => value !== undefined && isSendable(value) && isValid(value));
  const base = example ?? plain;
  if (base === undefined) {
    const why = 'no valid value could be derived within the limits of the suite';
    return { base, variants: [], covered: [], gaps: [{ what: `${schema} instance`, why }], shadowed: [] };
  }
  const full = fullest(context, schema, base);
  const whole = [example, plain, full]
    .filter((value) => value !== undefined)
    .map((value) => ({ value, at: '', schema, keyword: 'instance', what: '', side: 'accepted' as const }));
  const { variants, gaps } = variantsOf(context, schema, base);
  const first = sift(context, [...whole, ...variants], judge);
  // What has no case because another property would have to be there, or not, may have one in another value.
  const missing = new Set(first.gaps.map(({ what }) => what));
  const others =
    missing.size === 0
      ? []
      : [full, ...combinedValues(context, schema, instancesOf).map(asSent).filter(isValid).slice(0, OTHERS)];
  const more = others.flatMap((value) =>
    variantsOf(context, schema, value).variants.filter((one) => missing.has(factOf(one))),
  );
  const found = more.length === 0 ? first : sift(context, [...whole, ...variants, ...more], judge);
  return { ...found, base, gaps: [...gaps, ...found.gaps] };
}

/** Those that can be sent and keep their promise, and what that covers. */
function sift(context: Context, derived: Variant[], judge: Judge): Omit<Constraints, 'base'> {
  const { isValid, isSendable } = judge;
  const sendable = derived.filter(({ value }) => isSendable(value));
  const kept = distinct(sendable.filter(({ value, side }) => isValid(value) === (side === 'accepted')));
  return { variants: kept, ...withoutCase(context, { derived, kept, isSendable }) };
}

function factOf({ schema, keyword }: Variant): string {
  return `${schema} ${keyword}`;
}

/** The same value on the same side is one case, whichever constraints it stands for. */
function distinct(variants: Variant[]): Variant[] {
  const seen = new Map<string, Variant>();
  for (const variant of variants) {
    if (!seen.has(keyOf(variant))) seen.set(keyOf(variant), variant);
  }
  return [...seen.values()];
}

function keyOf({ side, value }: Variant): string {
  return JSON.stringify([side, value]);
}

/** What is not declared has one side only: an open object refuses no property. */
const ONE_SIDED = new Set(['open', 'instance']);

/** All variants, and those that can be sent and keep their promise. */
interface Sifted {
  derived: Variant[];
  kept: Variant[];
  isSendable: Judge['isSendable'];
}

/** A side that was derived and did not survive is shadowed; one that nothing was derived for is a gap. */
function withoutCase(context: Context, { derived, kept, isSendable }: Sifted): Findings {
  const survivors = new Set(kept.map(keyOf));
  const varied = derived.filter(({ keyword }) => !ONE_SIDED.has(keyword));
  const found: Findings = { covered: [], gaps: [], shadowed: [] };
  for (const [fact, variants] of Map.groupBy(varied, factOf)) {
    const [first] = variants as [Variant, ...Variant[]];
    const survives = (side: Variant['side']) =>
      variants.some((variant) => variant.side === side && survivors.has(keyOf(variant)));
    const missing = (['accepted', 'refused'] as const).filter(
      (side) => !survives(side) && !isOneSided(context, first, side),
    );
    const isShadowed =
      missing.length === 1 && missing[0] === 'refused' && variants.some(({ side }) => side === 'refused');
    if (missing.length === 0) found.covered.push(fact);
    else if (isShadowed) found.shadowed.push(fact);
    else {
      const sides = missing.join(' and no ');
      const isUnsendable = variants.some(({ side, value }) => missing.includes(side) && !isSendable(value));
      const why = isUnsendable
        ? `no ${sides} value of it can be sent here`
        : `no ${sides} value could be derived within the limits of the suite`;
      found.gaps.push({ what: fact, why });
    }
  }
  return found;
}

/** What has no other side: nothing is shorter than 0. */
function isOneSided(context: Context, { schema: pointer, keyword }: Variant, side: Variant['side']): boolean {
  const place = schemaAt(context, pointer);
  const { schema } = place;
  if (keyword === 'required')
    return side === 'accepted' ? schema.properties === undefined : requiredBy(place).length === 0;
  if (keyword === 'not') return side === 'refused' && isNothing(schema.not);
  if (keyword === 'contains') return side === 'refused' && schema.minContains === 0;
  return side === 'refused' && keyword.startsWith('min') && schema[keyword] === 0 && keyword !== 'minimum';
}

/** Whether no value satisfies a schema, spelled in one of the two ways. */
function isNothing(schema: Json | undefined): boolean {
  if (!isObject(schema)) return schema === false;
  return isObject(schema.not) && Object.keys(schema.not).length === 0;
}
