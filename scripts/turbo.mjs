// Runs turbo the same way from every script: no telemetry, no update notices, as many tasks at once as there are cores.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withPnpm } from './pnpm.mjs';
import { finishCutLanding } from './src/bump/land.ts';

const root = join(import.meta.dirname, '..');
const isWindows = process.platform === 'win32';

// Before turbo looks at anything: what it hashes must be what the tasks then see.
finishCutLanding(root);

const path = [join(root, 'node_modules', '.bin'), ...(process.env.PATH ?? '').split(delimiter)];
const env = {
  ...process.env,
  PATH: path.join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
  TURBO_CONCURRENCY: '100%',
};
// turbo runs scripts through the pnpm on the PATH, where `npm run` puts none.
const { status } = spawnSync('turbo', process.argv.slice(2), {
  stdio: 'inherit',
  shell: isWindows,
  env: hasPnpm() ? env : withPnpm(env),
});
process.exitCode = status ?? 1;

function hasPnpm() {
  return path.some((directory) => existsSync(join(directory, isWindows ? 'pnpm.cmd' : 'pnpm')));
}
