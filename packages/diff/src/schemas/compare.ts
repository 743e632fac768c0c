// Compares two schemas by meaning: what changed right here, and which inner schemas are to be compared next.
import { child } from '@agentsource/openapi/pointer';
import type { Kind } from '../policy.ts';
import { show, showList } from '../words.ts';
import { compareAnnotations } from './annotations.ts';
import { compareConstraints } from './constraints.ts';
import { describe } from './describe.ts';
import { compareDiscriminators } from './discriminator.ts';
import { compareObjects } from './objects.ts';
import type { Place } from './place.ts';
import { compareUnions } from './unions.ts';
import type { View, Viewer } from './view.ts';

export interface LocalChange {
  kind: Kind;
  /** The field below this schema that it is about, `.name`; empty for the schema itself. */
  path: string;
  pointer: string;
  words: string;
}

export interface InnerPair {
  path: string;
  before: Place;
  after: Place;
  /** The two are alternatives of a union: null is the union's matter. */
  alternative?: boolean;
}

export interface Compared {
  changes: LocalChange[];
  inner: InnerPair[];
}

export interface Viewers {
  before: Viewer;
  after: Viewer;
}

export function compareSchemas(
  { before: old, after: now, alternative }: InnerPair,
  viewers: Viewers,
): Compared {
  const [before, after] = [viewers.before(old), viewers.after(now)];
  const result: Compared = { changes: [], inner: [] };
  if (now.part === undefined && old.part === undefined) compareAnnotations(before, after, result);
  if (before.any !== after.any) {
    const kind = after.any ? 'stopped-being-typed' : 'became-typed';
    const words = `${describe(before, viewers.before)} → ${describe(after, viewers.after)}`;
    result.changes.push({ kind, path: '', pointer: after.home, words });
    return result;
  }
  if (!alternative) compareNull(before, after, result);
  compareMeaning(before, after, viewers, result);
  return result;
}

function compareNull(before: View, after: View, { changes }: Compared): void {
  if (before.nullable === after.nullable) return;
  changes.push({
    kind: after.nullable ? 'null-added' : 'null-removed',
    path: '',
    pointer: after.place.pointer,
    words: after.nullable ? '`null` is allowed now' : '`null` is no longer allowed',
  });
}

function compareMeaning(before: View, after: View, viewers: Viewers, result: Compared): void {
  compareDiscriminators(before, after, result);
  if (before.branches || after.branches) {
    compareUnions(before, after, viewers, result);
    // What stands beside the union, where both have it so.
    if (!before.branches || !after.branches) return;
  } else if (!compareTypes(before, after, viewers, result)) {
    return;
  }
  compareValues(before, after, result);
  compareObjects(before, after, viewers, result);
  compareItems(before, after, viewers, result);
  for (const { keyword, kind, words } of compareConstraints(before.constraints, after.constraints)) {
    result.changes.push({ kind, path: '', pointer: pointerTo(keyword, before, after), words });
  }
}

function pointerTo(keyword: string, before: View, after: View): string {
  return child(after.origin.get(keyword) ?? before.origin.get(keyword) ?? after.home, keyword);
}

/** Tells of another type; false when nothing else about the two can be compared. */
function compareTypes(before: View, after: View, viewers: Viewers, { changes }: Compared): boolean {
  const [old, now] = [before.types.join(), after.types.join()];
  if (old === now) return true;
  const kind: Kind =
    old === 'integer' && now === 'number'
      ? 'integer-to-number'
      : old === 'number' && now === 'integer'
        ? 'number-to-integer'
        : 'type-changed';
  const words = `${describe(before, viewers.before)} → ${describe(after, viewers.after)}`;
  changes.push({ kind, path: '', pointer: after.home, words });
  return kind !== 'type-changed';
}

function compareValues(before: View, after: View, { changes }: Compared): void {
  const push = (kind: Kind, words: string) => changes.push({ kind, path: '', pointer: after.home, words });
  if (!before.values && !after.values) return;
  if (!after.values) return void push('stopped-being-enum', `${showList(before.values ?? [])} → any value`);
  if (!before.values) return void push('became-enum', `any value → ${showList(after.values)}`);
  const [old, now] = [before.values.map(show), after.values.map(show)];
  if (old.length === 1 && now.length === 1) {
    if (old[0] !== now[0]) push('type-changed', `constant ${old[0]} → ${now[0]}`);
    return;
  }
  const removed = old.filter((value) => !now.includes(value));
  const added = now.filter((value) => !old.includes(value));
  if (removed.length > 0) push('enum-value-removed', `value ${removed.join(', ')} removed`);
  if (added.length > 0) push('enum-value-added', `value ${added.join(', ')} added`);
}

function compareItems(before: View, after: View, viewers: Viewers, { changes, inner }: Compared): void {
  const [old, now] = [before.tuple ?? [], after.tuple ?? []];
  if (old.length !== now.length) {
    const kind =
      old.length === 0 ? 'became-tuple' : now.length === 0 ? 'stopped-being-tuple' : 'type-changed';
    const words = `${describe(before, viewers.before)} → ${describe(after, viewers.after)}`;
    changes.push({ kind, path: '', pointer: after.home, words });
    pairWithItems(before, after, inner);
    return;
  }
  for (const [index, item] of now.entries()) {
    inner.push({ path: `[${index}]`, before: old[index] as Place, after: item });
  }
  if (before.items && after.items) inner.push({ path: '[]', before: before.items, after: after.items });
  else if (before.items || after.items) {
    const kind = after.items ? 'became-typed' : 'stopped-being-typed';
    const words = after.items ? 'items of any type → described' : 'described items → any type';
    changes.push({ kind, path: '[]', pointer: after.items?.pointer ?? after.home, words });
  }
}

/** Each item of a tuple against what stood, or stands, for all items. */
function pairWithItems(before: View, after: View, inner: InnerPair[]): void {
  const [old, now] = [before.tuple, after.tuple];
  for (const [index, item] of (now ?? []).entries()) {
    if (!old && before.items) inner.push({ path: `[${index}]`, before: before.items, after: item });
  }
  for (const [index, item] of (old ?? []).entries()) {
    if (!now && after.items) inner.push({ path: `[${index}]`, before: item, after: after.items });
  }
}
