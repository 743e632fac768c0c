// Compares the items of two arrays: all alike, or one by one.
import { joined } from '../expand.ts';
import type { Kind } from '../policy.ts';
import { only, type SchemaChange, type SchemaComparison } from './changes.ts';
import { describe } from './describe.ts';
import type { Rest } from './merge.ts';
import { type Tuple, tupleOf } from './tuples.ts';
import type { View } from './view.ts';

export function compareItems(before: View, after: View): SchemaComparison {
  const [old, now] = [tupleOf(before), tupleOf(after)];
  const listed = Math.max(old.listed, now.listed);
  if (Boolean(before.tuple) !== Boolean(after.tuple)) return compareWithTuple(before, after, listed);
  const items = [...Array(listed).keys()].map((index) =>
    compareItem(`[${index}]`, { was: old.at(index), is: now.at(index), before, after }),
  );
  const rest = compareItem('[]', { was: old.at(listed), is: now.at(listed), before, after });
  return joined(...items, rest, only(...compareRequired(old, now, after)));
}

/** Each item of a tuple against what stood, or stands, for all items. */
function compareWithTuple(before: View, after: View, listed: number): SchemaComparison {
  const kind = after.tuple ? 'became-tuple' : 'stopped-being-tuple';
  const words = `${describe(before)} → ${describe(after)}`;
  const [old, now] = [tupleOf(before), tupleOf(after)];
  const pairs = [...Array(listed).keys()].flatMap((index) => {
    const [was, is] = [old.at(index), now.at(index)];
    if (typeof was !== 'object' || typeof is !== 'object') return [];
    return [{ path: `[${index}]`, before: was, after: is }];
  });
  return { found: [{ kind, path: '', pointer: after.home, words }], inner: pairs };
}

interface Item {
  was: Rest;
  is: Rest;
  /** The two arrays. */
  before: View;
  after: View;
}

function compareItem(path: string, { was, is, before, after }: Item): SchemaComparison {
  if (typeof was === 'object' && typeof is === 'object') {
    return { found: [], inner: [{ path, before: was, after: is }] };
  }
  const [old, now] = [sortOf(was, before), sortOf(is, after)];
  if (old === now) return only();
  const pointer = typeof is === 'object' ? is.pointer : after.home;
  const tell = (kind: Kind, words: string) => only({ kind, path, pointer, words });
  if (now === 'closed') return tell('item-refused', 'no longer allowed');
  if (old === 'closed') return tell('item-allowed', 'allowed now');
  return typeof is === 'object'
    ? tell('became-typed', `any value → ${describe(after.viewer(is))}`)
    : tell('stopped-being-typed', 'described → any value');
}

function sortOf(item: Rest, { viewer }: View): 'closed' | 'any' | 'typed' {
  if (item === 'closed') return item;
  return typeof item === 'object' && !viewer(item).any ? 'typed' : 'any';
}

function compareRequired(old: Tuple, now: Tuple, after: View): SchemaChange[] {
  if (old.required === now.required) return [];
  const kind = now.required > old.required ? 'item-became-required' : 'item-became-optional';
  const words = `the first ${old.required} items are required → the first ${now.required}`;
  return [{ kind, path: '', pointer: after.home, words }];
}
