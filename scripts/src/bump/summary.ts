// The last words of a bump on a terminal: what it came to and what to do next, on one screen.
import { countChanges } from '@agentsource/diff/report';
import { headline } from '@agentsource/diff/report/note';
import type { BumpResult } from './bump.ts';

/** At most ten lines. `reportPath` is where the whole report stands. */
export function renderSummary(result: BumpResult, isDryRun: boolean, reportPath: string): string {
  const { comparison, landed, removed, findings } = result;
  const { releases, changeset, verdict } = comparison;
  const lines = [
    headline(comparison),
    countChanges(verdict.changes),
    Object.entries(releases)
      .map(([name, bump]) => `${name} ${bump}`)
      .join(', '),
    isDryRun
      ? `not landed (--dry-run): ${files(landed)} would change`
      : `landed: ${files(landed)}${changeset === null ? '' : `, ${changeset} among them`}`,
    removed.length > 0
      ? `${count(removed.length, 'overlay action')} of ours, no longer needed or fitting, removed`
      : '',
    findings.uncompiled.length > 0
      ? `${count(findings.uncompiled.length, 'place')} in our own tests and examples no longer compile`
      : '',
    `report: ${reportPath}`,
    isDryRun
      ? ''
      : 'next: read the report and what git diff says, adapt what no longer compiles, pnpm test, commit',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function files(landed: readonly string[]): string {
  return count(landed.length, 'file');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
