// Compares two unions, or a union with a single schema, alternative by alternative.
import { isObject } from '@agentsource/openapi/json';
import { matchAlternatives } from './alternatives.ts';
import type { SchemaChange, SchemaComparison } from './changes.ts';
import { describe } from './describe.ts';
import type { View } from './view.ts';

export function compareUnions(before: View, after: View): SchemaComparison {
  const { pairs, removed, added } = matchAlternatives(alternativesOf(before), alternativesOf(after));
  return {
    found: [
      ...removed.map((view) => alternativeChange('branch-removed', view)),
      ...added.map((view) => alternativeChange('branch-added', view)),
      ...compareKeyword(before, after),
    ],
    inner: pairs.map(([old, now]) => ({
      path: '',
      before: old.place,
      after: now.place,
      isAlternative: true,
    })),
  };
}

/** A schema that is no union is a union of itself alone. */
function alternativesOf({ union, place, viewer }: View): View[] {
  if (union) return union.alternatives.map(viewer);
  const schema = isObject(place.schema) ? place.schema : {};
  return [viewer({ schema, pointer: place.pointer, part: place.part ?? 'alone' })];
}

function alternativeChange(kind: 'branch-removed' | 'branch-added', view: View): SchemaChange {
  const words = `alternative ${describe(view)} ${kind === 'branch-added' ? 'added' : 'removed'}`;
  return { kind, path: '', pointer: view.place.pointer, words };
}

/** `oneOf` refuses a value that two alternatives accept. */
function compareKeyword(before: View, after: View): SchemaChange[] {
  if (!before.union || !after.union || before.union.exclusive === after.union.exclusive) return [];
  if (before.union.alternatives.length < 2 || after.union.alternatives.length < 2) return [];
  const kind = after.union.exclusive ? 'constraint-tightened' : 'constraint-loosened';
  const words = after.union.exclusive ? '`anyOf` → `oneOf`' : '`oneOf` → `anyOf`';
  return [{ kind, path: '', pointer: after.home, words }];
}
