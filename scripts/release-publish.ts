// `pnpm release:publish <directory>`: publishes the tarballs of `pnpm release:pack`. Needs nothing installed, and runs nothing of theirs.
import { join, resolve } from 'node:path';
import { npmIn } from './src/release/npm.ts';
import { publishRelease } from './src/release/publish.ts';
import { runCommand, UnreadableError } from './src/without-install.ts';

await runCommand(async () => {
  const [, , directory] = process.argv;
  if (directory === undefined) throw new UnreadableError('usage: pnpm release:publish <directory>');
  const root = join(import.meta.dirname, '..');
  publishRelease(root, resolve(directory), npmIn(root));
});
