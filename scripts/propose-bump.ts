// `node scripts/propose-bump.ts <report.md>`: what spec:bump has changed, as a pull request. For the scheduled workflow,
// which sets GITHUB_TOKEN; GitHub sets the rest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnreadableError } from '@agentsource/openapi/errors';
import { readSources } from '@agentsource/openapi/sources';
import { gitIn } from './src/pull-request/git.ts';
import { gitHub } from './src/pull-request/github.ts';
import { propose } from './src/pull-request/propose.ts';
import { run } from './src/run.ts';

await run(async () => {
  const [, , report] = process.argv;
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository } = process.env;
  if (report === undefined || !token || !repository) {
    throw new UnreadableError(
      'usage: GITHUB_TOKEN=… GITHUB_REPOSITORY=owner/name node scripts/propose-bump.ts <report.md>',
    );
  }
  const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_SERVER_URL: server = 'https://github.com' } =
    process.env;
  const root = join(import.meta.dirname, '..');
  const { document } = readSources(join(root, 'spec'));
  const proposal = { version: document.version, report: readFileSync(report, 'utf8') };
  console.log(await propose(gitIn(root, { server, token }), gitHub(api, repository, token), proposal));
});
