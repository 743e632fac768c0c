// A schema's type in a few words, as a TypeScript reader would write it.
import { isObject } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import { show } from '../words.ts';
import type { Place } from './place.ts';
import type { View } from './view.ts';

/** `string[] | null`, in code quotes. */
export function describe(view: View): string {
  return code(nameOf(view, 0), 80);
}

function nameOf(view: View, depth: number): string {
  const named = depth > 0 ? referenceName(view.place) : undefined;
  const name = named ?? meaningOf(view, depth);
  return view.nullable && name !== 'null' ? `${name} | null` : name;
}

function meaningOf(view: View, depth: number): string {
  const { any, values, unions, tuple, types, place, viewer } = view;
  const [union] = unions;
  if (any) return 'any value';
  if (values) return values.map((value) => show(value).replaceAll('`', '')).join(' | ');
  const namesOf = (places: readonly Place[]) => places.map((one) => nameOf(viewer(one), depth + 1));
  if (union) return namesOf(union.alternatives).join(' | ');
  if (tuple) return `[${namesOf(tuple).join(', ')}]`;
  if (types[0] === 'array') return `${itemName(view, depth)}[]`;
  if (types[0] === 'object') return referenceName(place) ?? objectName(view, depth);
  return types.join(' | ');
}

function itemName({ items, viewer }: View, depth: number): string {
  if (typeof items !== 'object') return 'any';
  const name = depth > 3 ? '…' : nameOf(viewer(items), depth + 1);
  return name.includes(' ') ? `(${name})` : name;
}

function objectName({ properties, additional, viewer }: View, depth: number): string {
  if (properties.size > 0) return `{ ${[...properties.keys()].join(', ')} }`;
  if (typeof additional === 'object' && depth < 3) return `map of ${nameOf(viewer(additional), depth + 1)}`;
  return 'object';
}

function referenceName({ schema }: Place): string | undefined {
  const { $ref, allOf, anyOf, oneOf } = isObject(schema) ? schema : {};
  const reference = $ref ?? loneMember(allOf ?? anyOf ?? oneOf);
  return typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
}

function loneMember(allOf: unknown): unknown {
  return Array.isArray(allOf) && allOf.length === 1 ? allOf[0]?.$ref : undefined;
}
