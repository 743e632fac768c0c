// Compares tags as sets: they group operations in documentation and nothing else.
import type { Json } from '@agentsource/openapi/json';
import { canonical, showList } from '../words.ts';
import { type Context, type Spot, tell } from './scope.ts';

export function compareTags(
  context: Context,
  spot: Spot,
  before: Json[],
  after: Json[],
  pointer: string,
): void {
  const [old, now] = [[...before].sort(), [...after].sort()];
  if (canonical(old) === canonical(now)) return;
  tell(
    context,
    spot,
    'tags-changed',
    pointer,
    `tags ${showList(old) || 'none'} → ${showList(now) || 'none'}`,
  );
}
