// The report's section about a code base: which of its calls are touched, and by what.

import { code } from '@agentsource/openapi/markdown';
import type { Change } from '../change.ts';
import type { Use } from '../usage/find.ts';
import { sectionsOf } from './groups.ts';
import { lineText, wholeText } from './line-text.ts';

/** The places of a code base that changes reach. */
export interface CodeBase {
  uses: readonly Use[];
  /** Whether the documents were compared as this clone builds them. */
  isBuilt: boolean;
}

const AS_BUILT = 'Judged as this clone builds both documents, with the overlays in `spec/overlays`.';
const AS_THEY_ARE =
  'Judged as the two documents are. The packages are built from more: `--built` judges what the overlays of this clone make of both.';

export function renderUses({ uses, isBuilt }: CodeBase): string {
  const title = `### In your code\n\n${isBuilt ? AS_BUILT : AS_THEY_ARE}`;
  if (uses.length === 0) return `${title}\n\nNothing in it speaks of what changed.`;
  const byText = [...Map.groupBy(uses, ({ text }) => text).values()];
  const breaking = (list: readonly Use[]) => list[0]?.changes.some(({ severity }) => severity === 'breaking');
  const ordered = [...byText.filter((list) => breaking(list)), ...byText.filter((list) => !breaking(list))];
  return [title, '', ...ordered.flatMap(renderUse)].join('\n');
}

/** What breaks is spelled out; the rest is counted, since it is told below. */
function renderUse(uses: readonly Use[]): string[] {
  const [{ text, changes }] = uses as [Use, ...Use[]];
  const breaking = changes.filter(({ severity }) => severity === 'breaking');
  const count = (severity: Change['severity'], word: string) => {
    const number = changes.filter((change) => change.severity === severity).length;
    return number === 0 ? [] : [`${number} ${word}`];
  };
  const summary = [...count('breaking', 'breaking'), ...count('feature', 'new'), ...count('fix', 'other')];
  const places = uses.map(({ file, line }) => code(`${file}:${line}`)).join(', ');
  return [
    `- ${code(text)}: ${summary.join(', ')} (${places})`,
    ...sectionsOf(breaking).flatMap(({ lines }) => lines.map((line) => `  - ${lineText(line)}`)),
    ...breaking.filter(({ operation }) => operation === null).map((change) => `  - ${wholeText(change)}`),
  ];
}
