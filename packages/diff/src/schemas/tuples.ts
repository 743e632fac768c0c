// What a list holds at each place: item by item where they are listed, and at the end.
import { isObject, type Json } from '@agentsource/openapi/json';
import type { Rest } from './merge.ts';
import type { View } from './view.ts';

export interface Tuple {
  /** What may stand at an index; the last of them stands for all that follow. */
  at: (index: number) => Rest;
  /** How many items are listed one by one. */
  listed: number;
  /** How many of them may not be missing. */
  required: number;
}

export function tupleOf(view: View): Tuple {
  const { tuple = [], items } = view;
  const most = limitOf(view, 'maxItems') ?? Number.POSITIVE_INFINITY;
  const rest = items === 'unmentioned' ? 'any' : items;
  const listed = Math.min(tuple.length, most);
  const at = (index: number): Rest => {
    if (view.tuple && index >= most) return 'closed';
    return tuple[index] ?? rest;
  };
  return { at, listed, required: Math.min(listed, limitOf(view, 'minItems') ?? 0) };
}

/** Whether comparing items says what comparing the limits of their number would say again. */
export function isToldByItems(keyword: string, before: View, after: View): boolean {
  if (!before.tuple || !after.tuple) return false;
  const [old, now] = [tupleOf(before), tupleOf(after)];
  if (keyword === 'minItems') return old.required !== now.required;
  if (keyword !== 'maxItems') return false;
  const length = Math.max(before.tuple.length, after.tuple.length);
  return [...Array(length + 1).keys()].some(
    (index) => (old.at(index) === 'closed') !== (now.at(index) === 'closed'),
  );
}

function limitOf({ constraints }: View, keyword: 'minItems' | 'maxItems'): number | undefined {
  const values = (constraints.get(keyword) ?? []).map(({ value }) => value).filter(isNumber);
  if (values.length === 0) return undefined;
  return keyword === 'minItems' ? Math.max(...values) : Math.min(...values);
}

function isNumber(value: Json): value is number {
  return !isObject(value) && typeof value === 'number';
}
