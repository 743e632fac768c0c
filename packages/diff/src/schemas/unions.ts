// Compares two unions, or a union with a single schema, alternative by alternative.
import { isObject } from '@agentsource/openapi/json';
import { matchAlternatives } from './alternatives.ts';
import type { Compared, Viewers } from './compare.ts';
import { describe } from './describe.ts';
import type { Place } from './place.ts';
import type { View } from './view.ts';

export function compareUnions(before: View, after: View, viewers: Viewers, result: Compared): void {
  const [old, now] = [alternativesOf(before), alternativesOf(after)];
  const { pairs, removed, added } = matchAlternatives(
    { places: old, viewer: viewers.before },
    { places: now, viewer: viewers.after },
  );
  for (const [one, other] of pairs) {
    result.inner.push({ path: '', before: one, after: other, alternative: true });
  }
  for (const place of removed) {
    const words = `alternative ${describe(viewers.before(place), viewers.before)} removed`;
    result.changes.push({ kind: 'branch-removed', path: '', pointer: place.pointer, words });
  }
  for (const place of added) {
    const words = `alternative ${describe(viewers.after(place), viewers.after)} added`;
    result.changes.push({ kind: 'branch-added', path: '', pointer: place.pointer, words });
  }
  const pointer = after.home;
  if (before.exclusive !== after.exclusive && old.length > 1 && now.length > 1) {
    const kind = after.exclusive ? 'constraint-tightened' : 'constraint-loosened';
    const words = after.exclusive ? '`anyOf` → `oneOf`' : '`oneOf` → `anyOf`';
    result.changes.push({ kind, path: '', pointer, words });
  }
}

/** A schema that is no union is a union of itself alone. */
function alternativesOf({ branches, place }: View): Place[] {
  if (branches) return branches;
  const schema = isObject(place.schema) ? place.schema : {};
  return [{ schema, pointer: place.pointer, part: place.part ?? 'alone' }];
}
