// The report's section about a code base: which of its calls are touched, and by what.
import type { Change } from './change.ts';
import type { Use } from './usage.ts';
import { code } from './words.ts';

/** A use as JSON tells of it: its changes by their place in `changes`. */
export interface UseJson {
  file: string;
  line: number;
  text: string;
  changes: number[];
}

export function usesToJson(uses: readonly Use[], all: readonly Change[]): UseJson[] {
  return uses.map(({ changes, ...use }) => ({
    ...use,
    changes: changes.map((change) => all.indexOf(change)),
  }));
}

export function renderUses(uses: readonly Use[]): string {
  const title = '### In your code';
  if (uses.length === 0) return `${title}\n\nNothing in it speaks of what changed.`;
  return [title, '', ...uses.flatMap(renderUse)].join('\n');
}

/** What breaks is spelled out; the rest is counted, since it is told below. */
function renderUse({ file, line, text, changes }: Use): string[] {
  const breaking = changes.filter(({ severity }) => severity === 'breaking');
  const count = (severity: Change['severity'], word: string) => {
    const number = changes.filter((change) => change.severity === severity).length;
    return number === 0 ? [] : [`${number} ${word}`];
  };
  const summary = [...count('breaking', 'breaking'), ...count('feature', 'new'), ...count('fix', 'other')];
  return [
    `- ${code(`${file}:${line}`)} ${code(text)}: ${summary.join(', ')}`,
    ...[...new Set(breaking.map(breakingLine))].map((words) => `  - ${words}`),
  ];
}

function breakingLine({ direction, field, words, wireBreaking }: Change): string {
  const place = [direction ?? '', field === '' ? '' : code(field)].filter((part) => part !== '').join(' ');
  return `${place === '' ? '' : `${place}: `}${words}${wireBreaking ? ' †' : ''}`;
}
