// Compares the items of two arrays: all alike, or one by one.
import { joined } from '../expand.ts';
import type { SchemaChange, SchemaComparison, SchemaPair } from './changes.ts';
import { describe } from './describe.ts';
import type { Place } from './place.ts';
import type { View } from './view.ts';

export function compareItems(before: View, after: View): SchemaComparison {
  const [old, now] = [before.tuple ?? [], after.tuple ?? []];
  if (old.length !== now.length) {
    return { found: [otherLength(before, after)], inner: pairsWithItems(before, after) };
  }
  const inner = now.map((item, index) => ({
    path: `[${index}]`,
    before: old[index] as Place,
    after: item,
  }));
  return joined({ found: [], inner }, compareRest(before, after));
}

function otherLength(before: View, after: View): SchemaChange {
  const kind = !before.tuple?.length
    ? 'became-tuple'
    : !after.tuple?.length
      ? 'stopped-being-tuple'
      : 'type-changed';
  return { kind, path: '', pointer: after.home, words: `${describe(before)} → ${describe(after)}` };
}

/** Each item of a tuple against what stood, or stands, for all items. */
function pairsWithItems(before: View, after: View): SchemaPair[] {
  const { items: all } = before;
  const { items: every } = after;
  if (!before.tuple && all)
    return (after.tuple ?? []).map((item, index) => ({ path: `[${index}]`, before: all, after: item }));
  if (!after.tuple && every)
    return (before.tuple ?? []).map((item, index) => ({ path: `[${index}]`, before: item, after: every }));
  return [];
}

/** The items that are not listed one by one. */
function compareRest(before: View, after: View): SchemaComparison {
  const [old, now] = [before.items, after.items];
  if (old && now) return { found: [], inner: [{ path: '[]', before: old, after: now }] };
  if (!old && !now) return { found: [], inner: [] };
  const kind = now ? 'became-typed' : 'stopped-being-typed';
  const words = now ? 'items of any type → described' : 'described items → any type';
  return { found: [{ kind, path: '[]', pointer: now?.pointer ?? after.home, words }], inner: [] };
}
