// The types of a schema that names none, by what else it says, as the types have it: values say it in any case, items don't.
import type { Json } from '@agentsource/openapi/json';
import type { Merged } from './merge.ts';

export function inferType(merged: Merged): readonly string[] {
  const { types, values, properties, additional, patterns } = merged;
  if (values) {
    const named = values.map((value) => types.find((type) => fits(value, type)) ?? typeOf(value));
    return [...new Set(named)];
  }
  if (types.length > 0) return types;
  const isObject = properties.size > 0 || typeof additional === 'object' || additional === 'any';
  return isObject || patterns.size > 0 ? ['object'] : [];
}

function fits(value: Json, type: string): boolean {
  return typeOf(value) === type || (type === 'integer' && typeof value === 'number');
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
