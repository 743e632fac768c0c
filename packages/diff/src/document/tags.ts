// Compares tags as sets: they group operations in documentation and nothing else.
import { isObject, itemsOf, type Json } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import type { Located } from '@agentsource/openapi/references';
import { canonical, showList } from '../words.ts';
import { type Pair, report, type Scope } from './scope.ts';

/** The tags of an operation, or those that the document declares. */
export function compareTags(scope: Scope, { before, after }: Pair): void {
  const [old, now] = [tagNames(before), tagNames(after)];
  if (canonical(old) === canonical(now)) return;
  const words = `tags ${showList(old) || 'none'} → ${showList(now) || 'none'}`;
  report(scope, { kind: 'tags-changed', pointer: child(after.pointer, 'tags'), words });
}

function tagNames({ value }: Located): Json[] {
  return itemsOf(value.tags)
    .map((tag) => (isObject(tag) ? (tag.name ?? '') : tag))
    .sort();
}
