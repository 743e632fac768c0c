// Constraints that types don't show: whether each became tighter or looser.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import type { Kind } from '../policy.ts';
import { canonical, showChange } from '../words.ts';

export interface ConstraintChange {
  keyword: string;
  kind: Extract<Kind, 'constraint-tightened' | 'constraint-loosened'>;
  words: string;
}

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

/** One entry for each keyword that differs; what can't be ordered (two patterns) counts as tighter. */
export function compareConstraints(before: JsonObject, after: JsonObject): ConstraintChange[] {
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keywords.flatMap((keyword) => {
    const [old, now] = [meaning(keyword, before[keyword]), meaning(keyword, after[keyword])];
    if (canonical(old) === canonical(now)) return [];
    const kind = looser(keyword, old, now) ? 'constraint-loosened' : 'constraint-tightened';
    return [{ keyword, kind, words: `\`${keyword}\` ${showChange(old, now)}` }];
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
