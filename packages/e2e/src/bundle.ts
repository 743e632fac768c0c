// Bundles a consumer's entry as one module, as people do for browsers and Workers.
import { join } from 'node:path';
import { runOk } from './processes.ts';
import type { World } from './world.ts';

export async function bundle(world: World, directory: string, entry: string): Promise<string> {
  const outfile = join(directory, 'bundle.js');
  const args = [
    entry,
    '--bundle',
    '--format=esm',
    '--target=es2022',
    '--log-level=warning',
    `--outfile=${outfile}`,
  ];
  await runOk(process.execPath, [world.peers.script('esbuild'), ...args], {
    cwd: directory,
    env: world.stranger.env,
  });
  return outfile;
}
