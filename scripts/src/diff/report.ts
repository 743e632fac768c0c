// The report for a person, in Markdown: the body of a changeset and of a pull request.
import type { Comparison } from './json.ts';
import type { Use } from './usage.ts';

/** One line: severity and versions. Good for a pull request's title. */
export function headline({ from, to, verdict }: Comparison): string {
  return `${verdict.severity}: ${from?.version ?? 'nothing'} → ${to.version}`;
}

/** The whole report. `uses`, where given, adds which calls of a code base are touched. */
export function renderReport(comparison: Comparison, uses?: readonly Use[]): string {
  return `${headline(comparison)}\n${uses?.length ?? ''}`;
}
