// One line of the report as text: where, what, and the mark of what the service itself refuses now.

import { code } from '@agentsource/openapi/markdown';
import type { Change } from '../change.ts';
import type { Line } from './groups.ts';

export function lineText({ direction, fields, words, wireBreaking: wire }: Line): string {
  const named = fields.filter((field) => field !== '').map((field) => code(field));
  const place = [direction ?? '', some(named, 6)].filter((part) => part !== '').join(' ');
  return `${place === '' ? '' : `${place}: `}${words}${wire ? ' †' : ''}`;
}

function some(list: readonly string[], most: number): string {
  if (list.length <= most + 1) return list.join(', ');
  return `${list.slice(0, most).join(', ')} and ${list.length - most} more`;
}

/** A change that is in no operation. */
export function wholeText({ field, words }: Change): string {
  return field === '' ? words : `${code(field)}: ${words}`;
}
