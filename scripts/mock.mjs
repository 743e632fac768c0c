// `pnpm mock`: builds the mock, then runs its command in this process, so that whatever stops this stops the mock.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const turbo = join(import.meta.dirname, 'turbo.mjs');
const build = ['run', 'build', '--filter=@agentsource/mock', '--output-logs=errors-only'];
const { status } = spawnSync(process.execPath, [turbo, ...build], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
// A program, not a module of ours: hence by its path.
await import(new URL('../packages/mock/bin/agentsource-mock.js', import.meta.url).href);

// The shell between pnpm and this process keeps a SIGTERM to itself and ends; nobody is left who wanted the mock then.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 200).unref();
