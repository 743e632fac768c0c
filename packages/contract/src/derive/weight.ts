// How large a value is, written out: what it shares with others, or repeats, counts each time.
import type { Json } from '@agentsource/openapi/json';

/** Characters that weigh as much as a member or an item. */
const CHARACTERS = 50;

const known = new WeakMap<object, number>();

/** Members and items at every level, and its texts by their length. The value must not change after. */
export function weightOf(value: Json): number {
  if (typeof value === 'string') return 1 + value.length / CHARACTERS;
  if (typeof value !== 'object' || value === null) return 1;
  let weight = known.get(value);
  if (weight === undefined) {
    weight = 1;
    for (const inner of Object.values(value) as Json[]) weight += weightOf(inner);
    known.set(value, weight);
  }
  return weight;
}
