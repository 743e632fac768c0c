// Proposes what a bump has changed in the working tree as a pull request. One per version: an open one is brought up to
// date, and one that a person has closed or merged is never opened again.
import type { Git } from './git.ts';
import type { GitHub, PullRequest } from './github.ts';

/** GitHub refuses a longer body. */
const BODY_LIMIT = 60_000;

export interface Proposal {
  version: string;
  /** The bump's, in Markdown; its first line is the title. */
  report: string;
}

/** What was done, as a line for the log. */
export async function propose(git: Git, github: GitHub, { version, report }: Proposal): Promise<string> {
  if (git('status', '--porcelain') === '') return `nothing to propose: ${version} is vendored already`;
  const branch = `spec-bump/${version.replaceAll(/[^\w.-]+/g, '-')}`;
  const [known] = await github.pullRequestsOf(branch);
  if (known?.state === 'closed') return `not proposed again: ${known.html_url} was ${outcomeOf(known)}`;
  const content = contentOf(report);
  const base = git('rev-parse', '--abbrev-ref', 'HEAD');
  commit(git, branch, content.title);
  git('push', '--quiet', '--force', 'origin', branch);
  git('checkout', '--quiet', base);
  if (known) return `brought up to date: ${(await github.edit(known.number, content)).html_url}`;
  return `proposed: ${(await github.open({ ...content, head: branch, base })).html_url}`;
}

function outcomeOf({ merged_at }: PullRequest): string {
  return merged_at === null
    ? 'closed without being merged; to propose the version again, reopen it'
    : 'merged; the vendor has changed the document since without a new version, bump by hand';
}

function contentOf(report: string): { title: string; body: string } {
  const title = (report.split('\n')[0] ?? '').replaceAll('*', '').trim();
  if (report.length <= BODY_LIMIT) return { title, body: report };
  return {
    title,
    body: `${report.slice(0, BODY_LIMIT)}\n\n… cut here; the whole report is in the changeset.`,
  };
}

function commit(git: Git, branch: string, title: string): void {
  git('checkout', '--quiet', '-B', branch);
  git('add', '--all');
  const author = [
    'user.name=github-actions[bot]',
    'user.email=41898282+github-actions[bot]@users.noreply.github.com',
  ];
  git(...author.flatMap((setting) => ['-c', setting]), 'commit', '--quiet', '--message', title);
}
