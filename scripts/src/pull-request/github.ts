// The three calls of GitHub's REST API that a proposal needs.
import { PipelineError } from '../without-install.ts';

export interface PullRequest {
  number: number;
  html_url: string;
  state: 'open' | 'closed';
  merged_at: string | null;
}

export interface GitHub {
  /** Of a branch of this repository, open or not, the newest first. */
  pullRequestsOf(branch: string): Promise<PullRequest[]>;
  open(content: { title: string; body: string; head: string; base: string }): Promise<PullRequest>;
  edit(number: number, content: { title: string; body: string }): Promise<PullRequest>;
}

/** @param repository `owner/name` */
export function gitHub(api: string, repository: string, token: string): GitHub {
  const [owner = ''] = repository.split('/');
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${api}/repos/${repository}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok)
      throw new PipelineError(
        `GitHub answered ${response.status} to ${method} ${path}: ${text.slice(0, 300)}`,
      );
    return JSON.parse(text) as T;
  };
  return {
    pullRequestsOf: (branch) =>
      call(
        'GET',
        `pulls?${new URLSearchParams({ head: `${owner}:${branch}`, state: 'all', sort: 'created', direction: 'desc' })}`,
      ),
    open: (content) => call('POST', 'pulls', content),
    edit: (number, content) => call('PATCH', `pulls/${number}`, content),
  };
}
