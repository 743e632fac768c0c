// Compares enums and constants.
import type { Json } from '@agentsource/openapi/json';
import type { Kind } from '../policy.ts';
import { canonical, showList } from '../words.ts';
import type { SchemaChange } from './changes.ts';
import type { View } from './view.ts';

export function compareValues(before: View, after: View): SchemaChange[] {
  const change = (kind: Kind, words: string) => ({ kind, path: '', pointer: after.home, words });
  if (!before.values && !after.values) return [];
  if (!before.values) return [change('became-enum', `any value → ${showList(after.values ?? [])}`)];
  if (!after.values) return [change('stopped-being-enum', `${showList(before.values)} → any value`)];
  const [old, now] = [before.values, after.values];
  const [removed, added] = [missing(old, now), missing(now, old)];
  if (removed.length === 0 && added.length === 0) return [];
  if (before.discriminated && after.discriminated && removed.length === old.length) {
    return [change('discriminator-changed', `discriminator value ${showList(removed)} → ${showList(added)}`)];
  }
  if (old.length === 1 && now.length === 1)
    return [change('type-changed', `constant ${showList(removed)} → ${showList(added)}`)];
  const what = before.discriminated || after.discriminated ? 'discriminator value' : 'value';
  return [
    ...(removed.length > 0 ? [change('enum-value-removed', `${what} ${showList(removed)} removed`)] : []),
    ...(added.length > 0 ? [change('enum-value-added', `${what} ${showList(added)} added`)] : []),
  ];
}

function missing(from: readonly Json[], others: readonly Json[]): Json[] {
  const known = new Set(others.map(canonical));
  return from.filter((value) => !known.has(canonical(value)));
}
