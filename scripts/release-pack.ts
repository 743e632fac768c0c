// `pnpm release:pack <directory>`, after building and checking: a tarball of every package whose version is not published yet.
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { npmIn } from './src/release/npm.ts';
import { packRelease } from './src/release/pack.ts';
import { runCommand, UnreadableError } from './src/without-install.ts';

await runCommand(async () => {
  const [, , directory] = process.argv;
  if (directory === undefined) throw new UnreadableError('usage: pnpm release:pack <directory>');
  const root = join(import.meta.dirname, '..');
  const destination = resolve(directory);
  packRelease(root, destination, npmIn(root), (cwd) => {
    execFileSync('pnpm', ['pack', '--pack-destination', destination], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  });
});
