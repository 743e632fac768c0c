#!/usr/bin/env node
// `pnpm mock`: builds the mock, then runs its command in this process, so that whatever stops this stops the mock. A command of this
// package and not a script of the root's, for of a script pnpm prints what it runs, and that Ctrl-C has ended it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const turbo = join(import.meta.dirname, 'turbo.mjs');
const build = ['run', 'build', '--filter=@agentsource/mock', '--output-logs=errors-only'];
const { status, stdout, stderr } = spawnSync(process.execPath, [turbo, ...build], { encoding: 'utf8' });
if (status !== 0) {
  process.stderr.write(`${stdout}${stderr}`);
  process.exit(status ?? 1);
}
// A program, not a module of ours: hence by its path.
await import(new URL('../packages/mock/bin/agentsource-mock.js', import.meta.url).href);

// Whatever is between pnpm and this process may keep a SIGTERM to itself and end; nobody is left who wanted the mock then.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 200).unref();
