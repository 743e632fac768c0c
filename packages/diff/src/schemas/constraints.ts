// Constraints that types don't show: whether each became tighter or looser.
import type { Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { canonical, showChange } from '../words.ts';
import { originOf, type SchemaChange } from './changes.ts';
import type { View } from './view.ts';

/** Keywords where more is looser, and where less is. */
const UPPER = new Set([
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
  'maxContains',
]);
const LOWER = new Set([
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
  'minContains',
]);

/** One change for each keyword that differs; what can't be ordered (two patterns) counts as tighter. */
export function compareConstraints(before: View, after: View): SchemaChange[] {
  const keywords = new Set([...Object.keys(before.constraints), ...Object.keys(after.constraints)]);
  return [...keywords].sort().flatMap((keyword) => {
    const old = meaning(keyword, before.constraints[keyword]);
    const now = meaning(keyword, after.constraints[keyword]);
    if (canonical(old) === canonical(now)) return [];
    const kind = looser(keyword, old, now) ? 'constraint-loosened' : 'constraint-tightened';
    const pointer = child(originOf(keyword, before, after), keyword);
    return [{ kind, path: '', pointer, words: `\`${keyword}\` ${showChange(old, now)}` }];
  });
}

/** Values that restrict nothing are no constraint. */
function meaning(keyword: string, value: Json | undefined): Json | undefined {
  if (value === false && keyword === 'uniqueItems') return undefined;
  if (value === 0 && /^min(?:Length|Items|Properties)$/.test(keyword)) return undefined;
  return value;
}

function looser(keyword: string, old: Json | undefined, now: Json | undefined): boolean {
  if (now === undefined) return true;
  if (typeof old !== 'number' || typeof now !== 'number') return false;
  if (UPPER.has(keyword)) return now > old;
  if (LOWER.has(keyword)) return now < old;
  return keyword === 'multipleOf' && old % now === 0;
}
