// A schema's type in a few words, as a TypeScript reader would write it.
import { isObject } from '@agentsource/openapi/json';
import { code, show } from '../words.ts';
import type { Place } from './place.ts';
import type { View, Viewer } from './view.ts';

/** `string[] | null`, in code quotes. */
export function describe(view: View, viewer: Viewer): string {
  return code(nameOf(view, viewer, 0), 80);
}

function nameOf(view: View, viewer: Viewer, depth: number): string {
  const named = referenceName(view.place);
  const name = depth > 0 && named ? named : meaningOf(view, viewer, depth);
  return view.nullable ? `${name} | null` : name;
}

function meaningOf(view: View, viewer: Viewer, depth: number): string {
  if (view.any) return 'any value';
  const named = referenceName(view.place);
  if (view.values) return view.values.map((value) => show(value).replaceAll('`', '')).join(' | ');
  if (view.branches)
    return view.branches.map((branch) => nameOf(viewer(branch), viewer, depth + 1)).join(' | ');
  if (view.tuple) return `[${view.tuple.map((item) => nameOf(viewer(item), viewer, depth + 1)).join(', ')}]`;
  if (view.types[0] === 'array')
    return `${view.items ? itemName(viewer(view.items), viewer, depth) : 'any'}[]`;
  if (view.types[0] === 'object') return named ?? objectName(view, viewer, depth);
  return view.types.join(' | ');
}

function itemName(view: View, viewer: Viewer, depth: number): string {
  const name = depth > 3 ? '…' : nameOf(view, viewer, depth + 1);
  return name.includes(' ') ? `(${name})` : name;
}

function objectName({ properties, additional }: View, viewer: Viewer, depth: number): string {
  if (properties.size > 0) return `{ ${[...properties.keys()].join(', ')} }`;
  if (typeof additional === 'object' && depth < 3) {
    return `map of ${nameOf(viewer(additional), viewer, depth + 1)}`;
  }
  return 'object';
}

function referenceName({ schema }: Place): string | undefined {
  const reference = isObject(schema) ? (schema.$ref ?? loneMember(schema.allOf)) : undefined;
  return typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
}

function loneMember(allOf: unknown): unknown {
  return Array.isArray(allOf) && allOf.length === 1 ? allOf[0]?.$ref : undefined;
}
