// `node scripts/propose-bump.ts <patch.json>`: applies what pack-bump.ts has made of a bump to this checkout, and proposes it as a pull
// request. For the scheduled workflow, which sets GITHUB_TOKEN; GitHub sets the rest. Runs nothing of the patch.
import { join } from 'node:path';
import { gitIn } from './src/git.ts';
import { applyPatch } from './src/pull-request/apply.ts';
import { gitHub } from './src/pull-request/github.ts';
import { readPatch } from './src/pull-request/patch.ts';
import { propose } from './src/pull-request/propose.ts';
import { print, runCommand, UnreadableError } from './src/without-install.ts';

await runCommand(async () => {
  const [, , file] = process.argv;
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository } = process.env;
  if (file === undefined || !token || !repository) {
    throw new UnreadableError(
      'usage: GITHUB_TOKEN=… GITHUB_REPOSITORY=owner/name node scripts/propose-bump.ts <patch.json>',
    );
  }
  const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_SERVER_URL: server = 'https://github.com' } =
    process.env;
  const root = join(import.meta.dirname, '..');
  const patch = readPatch(file);
  applyPatch(root, patch);
  print(await propose(gitIn(root, { server, token }), gitHub(api, repository, token), patch));
});
