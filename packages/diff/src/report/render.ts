// The report for a person, in Markdown, on a terminal and in a pull request: the note of the release, and what maintainers need beside it.

import { code } from '@agentsource/openapi/markdown';
import type { Change, Disagreement } from '../change.ts';
import type { Comparison } from './json.ts';
import { headline, partsOf } from './note.ts';
import { type CodeBase, renderUses } from './uses.ts';

/** The whole report. `codeBase`, where given, adds which of its calls are touched. */
export function renderReport(comparison: Comparison, codeBase?: CodeBase): string {
  const { changes, disagreements } = comparison.verdict;
  const blocks = [
    `**${headline(comparison)}**`,
    countChanges(changes),
    releases(comparison),
    codeBase && renderUses(codeBase),
    ...partsOf(changes),
    renderDisagreements(disagreements),
    normalised(comparison),
  ];
  return `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n`;
}

/** One line: how many changes of each severity; empty where there are none. */
export function countChanges(changes: readonly Change[]): string {
  const count = (severity: Change['severity']) => changes.filter((one) => one.severity === severity).length;
  const wire = changes.filter((one) => one.wireBreaking).length;
  const parts = [
    count('breaking') > 0 ? `${count('breaking')} breaking` : '',
    count('feature') > 0 ? `${count('feature')} new` : '',
    count('fix') > 0 ? `${count('fix')} other` : '',
  ].filter((part) => part !== '');
  const strict = wire > 0 ? `; ${wire} of them felt by callers already deployed` : '';
  return parts.length === 0 ? '' : `Counted per operation: ${parts.join(', ')}${strict}.`;
}

function releases({ releases: bumps }: Comparison): string {
  const list = Object.entries(bumps).map(([name, bump]) => `\`${name}\` ${bump}`);
  return list.length === 0 ? '' : `Releases: ${list.join(', ')}.`;
}

function renderDisagreements(disagreements: readonly Disagreement[]): string {
  if (disagreements.length === 0) return '';
  const lines = disagreements.map(
    ({ operation, direction, comparator, detail }) =>
      `- only the ${comparator === 'types' ? 'compiler' : 'document'} sees in ${code(operation ?? 'the document')}${direction ? ` (${direction})` : ''}: ${detail}`,
  );
  return [
    '### The two comparators disagree',
    '',
    'A rule is missing; the higher severity was taken.',
    '',
    ...lines,
  ].join('\n');
}

function normalised({ normalised: hits }: Comparison): string {
  if (hits.length === 0) return '';
  const byRule = [...Map.groupBy(hits, ({ rule }) => rule)];
  const lines = byRule.map(([rule, list]) => {
    const [first] = list;
    const more = list.length > 1 ? `, and ${list.length - 1} more` : '';
    return `- ${rule}: ${code(first?.pointer ?? '', 200)}${more}: ${code(first?.detail ?? '', 120)}`;
  });
  return ['### Respelled before anything was compared', '', ...lines].join('\n');
}
