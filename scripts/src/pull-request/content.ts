// Title and text of the pull request.
import { inert } from './inert.ts';
import type { Proposal } from './patch.ts';
import { versionLabel } from './version-label.ts';

/** GitHub refuses a longer one. */
const LONGEST_BODY = 60_000;

export function contentOf({ from, to, severity, report }: Proposal): {
  title: string;
  body: string;
} {
  const title = `API ${versionLabel(from)} → ${versionLabel(to)}: ${severity}`;
  const body = inert(report);
  if (body.length <= LONGEST_BODY) return { title, body };
  return {
    title,
    body: `${body.slice(0, LONGEST_BODY)}\n\n… cut here; the whole report is in the changeset.`,
  };
}
