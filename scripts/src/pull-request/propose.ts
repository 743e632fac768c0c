// Proposes what a bump has changed in the working tree as a pull request. One per version: an open one is brought up to
// date, and one that a person has closed or merged is never opened again.

import type { Git } from '../git.ts';
import { branchOf } from './branch.ts';
import { contentOf } from './content.ts';
import type { GitHub, PullRequest } from './github.ts';
import type { Proposal } from './patch.ts';
import { versionLabel } from './version-label.ts';

/** What was done, as a line for the log. */
export async function propose(git: Git, github: GitHub, proposal: Proposal): Promise<string> {
  if (git('status', '--porcelain') === '')
    return `nothing to propose: ${versionLabel(proposal.to)} is vendored already`;
  const branch = branchOf(proposal.to);
  const [known] = await github.pullRequestsOf(branch);
  if (known?.state === 'closed') return `not proposed again: ${known.html_url} was ${outcomeOf(known)}`;
  const content = contentOf(proposal);
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

function commit(git: Git, branch: string, title: string): void {
  git('checkout', '--quiet', '-B', branch);
  git('add', '--all');
  const author = [
    'user.name=github-actions[bot]',
    'user.email=41898282+github-actions[bot]@users.noreply.github.com',
  ];
  git(...author.flatMap((setting) => ['-c', setting]), 'commit', '--quiet', '--message', title);
}
