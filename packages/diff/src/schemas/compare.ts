// Compares two schemas by meaning: what changed right here, and which inner schemas are to be compared next.
import { child } from '@agentsource/openapi/pointer';
import { joined } from '../expand.ts';
import { compareAnnotations } from './annotations.ts';
import {
  NOTHING,
  only,
  type SchemaChange,
  type SchemaComparison,
  type SchemaContext,
  type SchemaPair,
} from './changes.ts';
import { compareConstraints } from './constraints.ts';
import { describe } from './describe.ts';
import { compareDiscriminators } from './discriminator.ts';
import { compareItems } from './items.ts';
import { compareObjects } from './objects.ts';
import { compareConditions, compareUnions } from './unions.ts';
import { compareValues } from './values.ts';
import type { View } from './view.ts';

/** What the two are to each other, beside what they say. */
export type Role = Pick<SchemaPair, 'isAlternative' | 'isMoved'>;

export function compareSchemas(
  before: View,
  after: View,
  { isAlternative, isMoved }: Role,
  context: SchemaContext,
): SchemaComparison {
  const isPart = before.place.part !== undefined || after.place.part !== undefined || isMoved;
  const annotations = isPart ? [] : compareAnnotations(before, after);
  if (before.any !== after.any) return only(...annotations, compareAny(before, after));
  const nulls = isAlternative ? [] : compareNull(before, after);
  return joined(
    only(...annotations, ...nulls, ...compareDiscriminators(before, after)),
    before.unions.length + after.unions.length > 0
      ? compareAsUnions(before, after, context)
      : compareOneType(before, after, context),
  );
}

function compareAny(before: View, after: View): SchemaChange {
  const kind = after.any ? 'stopped-being-typed' : 'became-typed';
  return { kind, path: '', pointer: after.home, words: `${describe(before)} → ${describe(after)}` };
}

function compareNull(before: View, after: View): SchemaChange[] {
  if (before.nullable === after.nullable) return [];
  const kind = after.nullable ? 'null-added' : 'null-removed';
  const words = after.nullable ? '`null` is allowed now' : '`null` is no longer allowed';
  return [{ kind, path: '', pointer: after.place.pointer, words }];
}

function compareAsUnions(before: View, after: View, context: SchemaContext): SchemaComparison {
  const unions = compareUnions(before, after, context);
  // What stands beside the union, where both have it so.
  return before.unions.length > 0 && after.unions.length > 0
    ? joined(unions, compareContents(before, after, context))
    : unions;
}

function compareOneType(before: View, after: View, context: SchemaContext): SchemaComparison {
  const [old, now] = [before.types.join(), after.types.join()];
  // Of values that are listed it is told which came and went.
  if (old === now || (before.values && after.values)) return compareContents(before, after, context);
  const words = `${describe(before)} → ${describe(after)}`;
  const changed = { path: '', pointer: after.home, words };
  const number = { 'integer,number': 'integer-to-number', 'number,integer': 'number-to-integer' } as const;
  const kind = number[`${old},${now}` as keyof typeof number];
  // Null alone and another type or null, nothing and something: an alternative came, or went.
  if (old === 'never' || (old === 'null' && after.nullable))
    return only({ ...changed, kind: 'branch-added' });
  if (now === 'never' || (now === 'null' && before.nullable)) {
    return only({ ...changed, kind: 'branch-removed' });
  }
  // Nothing else about two other types can be compared.
  if (kind === undefined) return only({ ...changed, kind: 'type-changed' });
  return joined(only({ ...changed, kind }), compareContents(before, after, context));
}

function compareContents(before: View, after: View, context: SchemaContext): SchemaComparison {
  const mayBe = ({ named }: View, type: string) => named.length === 0 || named.includes(type);
  const areLists = before.named.includes('array') && after.named.includes('array');
  return joined(
    only(...compareValues(before, after)),
    mayBe(before, 'object') && mayBe(after, 'object') ? compareObjects(before, after, context) : NOTHING,
    compareConditions(before, after, context),
    areLists ? compareItems(before, after) : NOTHING,
    before.any && after.any ? only(...compareUntypedItems(before, after, context)) : NOTHING,
    only(...compareConstraints(before, after, context)),
  );
}

/** Items restrict what has no type, too: lists, if it is one; types don't show it. */
function compareUntypedItems(before: View, after: View, { isSame }: SchemaContext): SchemaChange[] {
  const [old, now] = [before.items, after.items];
  if (typeof old === 'object' && typeof now === 'object' ? isSame(old, now) : old === now) return [];
  const kind = typeof now === 'object' || now === 'closed' ? 'constraint-tightened' : 'constraint-loosened';
  return [{ kind, path: '', pointer: child(after.home, 'items'), words: '`items` of lists changed' }];
}
