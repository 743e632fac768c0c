// Runs turbo the same way from every script: no telemetry, no update notices, as many tasks at once as there are cores.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { finishCutLanding } from './src/bump/land.ts';

const root = join(import.meta.dirname, '..');
const isWindows = process.platform === 'win32';

// Before turbo looks at anything: what it hashes must be what the tasks then see.
finishCutLanding(root);

const path = [join(root, 'node_modules', '.bin'), ...(process.env.PATH ?? '').split(delimiter)];
const task = process.argv.slice(2);
const options = {
  stdio: 'inherit',
  shell: isWindows,
  env: {
    ...process.env,
    PATH: path.join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    TURBO_CONCURRENCY: '100%',
  },
};
// turbo runs scripts through the pnpm on the PATH. `npm run` puts none there; npx gets the pinned one.
const { status } = hasPnpm()
  ? spawnSync('turbo', task, options)
  : spawnSync(
      'npx',
      ['--yes', '--loglevel=error', `--package=${pinnedPnpm()}`, '--', 'turbo', ...task],
      options,
    );
process.exitCode = status ?? 1;

function hasPnpm() {
  return path.some((directory) => existsSync(join(directory, isWindows ? 'pnpm.cmd' : 'pnpm')));
}

function pinnedPnpm() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
}
