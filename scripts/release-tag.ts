// `pnpm release:tag`, once everything is published: a tag for every package's version, to be pushed. Needs nothing installed.
import { join } from 'node:path';
import { gitIn } from './src/git.ts';
import { tagRelease } from './src/release/tag.ts';
import { runCommand } from './src/without-install.ts';

await runCommand(async () => {
  const root = join(import.meta.dirname, '..');
  tagRelease(root, gitIn(root));
});
