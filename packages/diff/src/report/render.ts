// The report for a person, in Markdown: the body of a changeset and of a pull request.

import { code, version } from '@agentsource/openapi/markdown';
import type { Change, Disagreement } from '../change.ts';
import type { Use } from '../usage/find.ts';
import { type Section, sectionsOf } from './groups.ts';
import type { Comparison } from './json.ts';
import { lineText, wholeText } from './line-text.ts';
import { renderUses } from './uses.ts';

/** One line: versions and severity. Good for a pull request's title. */
export function headline({ from, to, verdict: { severity } }: Comparison): string {
  const versions = from
    ? `API ${version(from.version)} → ${version(to.version)}`
    : `API ${version(to.version)}`;
  return `${versions}: ${severity === 'none' ? 'no change' : severity}`;
}

/** The whole report. `uses`, where given, adds which calls of a code base are touched. */
export function renderReport(comparison: Comparison, uses?: readonly Use[]): string {
  const { changes, disagreements } = comparison.verdict;
  const blocks = [
    `**${headline(comparison)}**`,
    countChanges(changes),
    releases(comparison),
    uses && renderUses(uses),
    wireBreaking(changes),
    wholeOperations(changes, 'operation-removed', 'Operations that are gone'),
    wholeOperations(changes, 'operation-added', 'New operations'),
    ...sectionsOf(changes.filter(({ kind }) => !isWholeOperation(kind))).map(renderSection),
    names(changes),
    ofTheDocument(changes),
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

function isWholeOperation(kind: Change['kind']): boolean {
  return kind === 'operation-added' || kind === 'operation-removed';
}

/** Before everything else: not upgrading saves nobody from these. */
function wireBreaking(changes: readonly Change[]): string {
  const strict = changes.filter((change) => change.wireBreaking);
  if (strict.length === 0) return '';
  const lines = sectionsOf(strict).flatMap(({ operations, lines: list }) =>
    list.map((line) => `- ${operationList(operations)}: ${lineText({ ...line, wireBreaking: false })}`),
  );
  const whole = strict
    .filter(({ operation }) => operation === null)
    .map((change) => `- ${wholeText(change)}`);
  return [
    '### The service itself became stricter',
    '',
    'Callers that are already deployed are affected, whether they upgrade or not (marked † below).',
    '',
    ...whole,
    ...lines,
  ].join('\n');
}

function wholeOperations(changes: readonly Change[], kind: Change['kind'], title: string): string {
  const list = changes.filter((change) => change.kind === kind);
  if (list.length === 0) return '';
  const lines = list.map(({ operation, words }) => `- ${code(operation ?? '')}: ${words}`);
  return [`### ${title}`, '', ...lines].join('\n');
}

const HEADINGS: [Change['severity'], string][] = [
  ['breaking', 'Breaks'],
  ['feature', 'New'],
  ['fix', 'Else'],
];

function renderSection({ operations, lines }: Section): string {
  const few = operations.length <= 2;
  const title = few ? operations.map((name) => code(name)).join(', ') : `In ${operations.length} operations`;
  const blocks = HEADINGS.flatMap(([severity, heading]) => {
    const list = lines.filter((line) => line.severity === severity);
    return list.length === 0 ? [] : ['', `${heading}:`, '', ...list.map((line) => `- ${lineText(line)}`)];
  });
  return [`### ${title}`, ...(few ? [] : ['', operationDetails(operations)]), ...blocks].join('\n');
}

function operationList(operations: readonly string[]): string {
  const [only, ...more] = operations;
  if (more.length < 3) return operations.map((name) => code(name)).join(', ');
  return `${code(only ?? '')} and ${more.length} more operations`;
}

/** All of them, folded away where they are many. */
function operationDetails(operations: readonly string[]): string {
  const names = operations.map((name) => code(name));
  if (names.length <= 4) return names.join(', ');
  const list = names.map((name) => `- ${name}`).join('\n');
  return `<details><summary>which</summary>\n\n${list}\n\n</details>`;
}

function names(changes: readonly Change[]): string {
  const namesOf = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).map(nameOf);
  const [gone, added] = [namesOf('component-removed'), namesOf('component-added')];
  if (gone.length + added.length === 0) return '';
  const lines = [
    gone.length > 0 ? `- gone (breaks whoever imports them): ${gone.join(', ')}` : '',
    added.length > 0 ? `- new: ${added.join(', ')}` : '',
  ];
  return ['### Exported names', '', ...lines.filter((line) => line !== '')].join('\n');
}

/** With the name that it has now, where it is only called otherwise. */
function nameOf({ field, words }: Change): string {
  const [, now] = / renamed to (.+)$/.exec(words) ?? [];
  return now === undefined ? code(field) : `${code(field)} (now ${now})`;
}

function ofTheDocument(changes: readonly Change[]): string {
  const list = changes.filter(
    ({ operation, kind }) => operation === null && kind !== 'component-added' && kind !== 'component-removed',
  );
  if (list.length === 0) return '';
  const lines = list.map((change) => `- ${wholeText(change)} (${change.severity})`);
  return ['### In no operation', '', ...lines].join('\n');
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
