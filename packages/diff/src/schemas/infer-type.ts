// The types of a schema that names none, by what else it says.
import type { Merged } from './merge.ts';

export function inferType(merged: Merged): readonly string[] {
  const { types, values, properties, additional, items, tuple } = merged;
  if (types.length > 0) return types;
  if (values) return [...new Set(values.map((value) => typeof value))];
  if (properties.size > 0 || additional !== 'unmentioned') return ['object'];
  return items || tuple ? ['array'] : [];
}
