// Compares enums and constants.
import type { Kind } from '../policy.ts';
import { show, showList } from '../words.ts';
import type { SchemaChange } from './changes.ts';
import type { View } from './view.ts';

export function compareValues(before: View, after: View): SchemaChange[] {
  const change = (kind: Kind, words: string) => ({ kind, path: '', pointer: after.home, words });
  if (!before.values && !after.values) return [];
  if (!before.values) return [change('became-enum', `any value → ${showList(after.values ?? [])}`)];
  if (!after.values) return [change('stopped-being-enum', `${showList(before.values)} → any value`)];
  const [old, now] = [before.values.map(show), after.values.map(show)];
  const removed = old.filter((value) => !now.includes(value));
  const added = now.filter((value) => !old.includes(value));
  if (old.length === 1 && now.length === 1) {
    return added.length === 0 ? [] : [change('type-changed', `constant ${removed} → ${added}`)];
  }
  return [
    ...(removed.length > 0 ? [change('enum-value-removed', `value ${removed.join(', ')} removed`)] : []),
    ...(added.length > 0 ? [change('enum-value-added', `value ${added.join(', ')} added`)] : []),
  ];
}
