// The report of a bump: what changes for a consumer, then what became of our own overlays and notes about the pages.

import { renderReport } from '@agentsource/diff/report';
import { type Comparison, type ComparisonJson, toJson } from '@agentsource/diff/report/json';
import type { Hit } from '@agentsource/openapi/document';
import { code } from '@agentsource/openapi/markdown';
import type { StaleAction } from '@agentsource/openapi/overlay';
import { type DriftReport, isSameContradiction } from '../drift/drift.ts';
import type { Findings } from './verify.ts';

/** Characters of one line of somebody else's that are shown. */
const LONG = 300;

/** An overlay action that a bump removed, and why. */
export interface RemovedAction {
  overlay: string;
  target: string;
  reason: StaleAction['reason'];
  description: string;
}

export interface BumpJson extends ComparisonJson {
  removedActions: RemovedAction[];
  /** Markdown; null when the source is what is vendored already. */
  report: string | null;
}

export function toBumpJson(
  comparison: Comparison,
  removed: readonly RemovedAction[],
  report: string | undefined,
): BumpJson {
  return { ...toJson(comparison), removedActions: [...removed], report: report ?? null };
}

export function removedActions(stale: readonly StaleAction[]): RemovedAction[] {
  return stale.map(({ overlay, action, reason }) => ({
    overlay,
    target: action.target,
    reason,
    description: action.description.trim(),
  }));
}

/** What a bump knows beside the comparison. */
export interface BumpFindings extends Findings {
  removed: readonly RemovedAction[];
  drift: { before: DriftReport; after: DriftReport };
  /** What the document declares and the client does not do by itself. */
  limits: readonly Hit[];
}

export function renderBumpReport(comparison: Comparison, findings: BumpFindings): string {
  return [
    renderReport(comparison).trim(),
    uncompiledSection(findings),
    removedSection(findings),
    driftSection(findings),
    limitsSection(findings),
    contractSection(findings),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function uncompiledSection({ uncompiled }: BumpFindings): string {
  if (uncompiled.length === 0) return '';
  const lines = uncompiled.map((error) => `- ${code(error, LONG)}`);
  return `### Our own tests and examples that no longer compile\n\nTo be adapted before this is merged.\n\n${lines.join('\n')}`;
}

function removedSection({ removed }: BumpFindings): string {
  if (removed.length === 0) return '';
  const why = {
    'matches nothing': 'it matches nothing any more',
    'changes nothing': 'the document says this itself now',
    'does not fit': 'the document would be invalid with it',
    'serves nothing': 'nothing refers to what it adds any more',
  };
  const lines = removed.map(
    ({ overlay, target, reason, description }) =>
      `- \`${overlay}\`, \`${target}\`: ${why[reason]}. It said: ${description}`,
  );
  return `### Overlay actions removed\n\n${lines.join('\n')}`;
}

/** Only what is news: a page that is still wrong in the same place is no change. */
function driftSection({ drift: { before, after } }: BumpFindings): string {
  const added = after.drifts
    .filter(({ acknowledged }) => acknowledged === null)
    .filter((drift) => !before.drifts.some((known) => isSameContradiction(known, drift)))
    .map(
      ({ page, line, direction, problem }) =>
        `- new: ${code(page)} line ${line}, ${direction} example: ${code(problem, LONG)}`,
    );
  const gone = after.obsolete
    .filter((entry) => !before.obsolete.some((known) => isSameContradiction(known, entry)))
    .map(
      ({ page, direction, problem }) => `- gone: ${code(page)}, ${direction} example: ${code(problem, LONG)}`,
    );
  if (added.length + gone.length === 0) return '';
  const todo =
    'Acknowledge what is new in `spec/drift.yaml`, with the reason why it stands; remove what is gone.';
  return `### Where the pages contradict the document\n\n${[...added, ...gone].join('\n')}\n\n${todo}`;
}

function limitsSection({ limits }: BumpFindings): string {
  if (limits.length === 0) return '';
  const lines = limits.map(({ pointer, detail }) => `- ${code(pointer, LONG)}: ${code(detail, LONG)}`);
  return `### Declared, and not done by the client itself\n\n${lines.join('\n')}`;
}

const CONTRACT_SECTIONS = [
  { block: 'Excused', title: "What the mock can't serve truthfully" },
  { block: 'Declared, not covered', title: 'Declared, and not covered by the contract suite' },
];

/** What the contract suite could not prove, in its own words: blocks that begin so, and its last line, the count. */
function contractSection({ contract }: BumpFindings): string {
  const blocks = contract.split(/\n\s*\n/);
  const sections = CONTRACT_SECTIONS.flatMap(({ block, title }) => {
    const [heading, ...lines] = blocks.find((one) => one.startsWith(block))?.split('\n') ?? [];
    if (heading === undefined) return [];
    return [`### ${title}`, code(heading, LONG), lines.map((line) => `- ${code(line, LONG)}`).join('\n')];
  });
  const count = contract.split('\n').findLast((line) => /\d+ passed\b/.test(line));
  if (sections.length === 0 || count === undefined) return '';
  return [...sections, `Of the contract suite, ${count}.`].join('\n\n');
}
