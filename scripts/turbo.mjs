// Runs turbo with its telemetry and update notices off, the same way from every script.
// Before turbo looks at anything, a bump that was cut off is finished: what it hashes must be what the tasks then see.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { finishCutLanding } from './src/bump/swap.ts';

finishCutLanding(join(import.meta.dirname, '..'));

const { status } = spawnSync('turbo', process.argv.slice(2), {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' },
});
process.exitCode = status ?? 1;
