// Bundles a consumer's entry as one module, as people do for browsers and Workers.
import { join } from 'node:path';
import type { Context } from './context.ts';
import { runOk } from './processes.ts';

export async function bundle(context: Context, directory: string, entry: string): Promise<string> {
  const outfile = join(directory, 'bundle.js');
  const args = [
    entry,
    '--bundle',
    '--format=esm',
    '--target=es2022',
    '--log-level=warning',
    `--outfile=${outfile}`,
  ];
  await runOk(process.execPath, [context.peers.script('esbuild'), ...args], {
    cwd: directory,
    env: context.sandbox.env,
  });
  return outfile;
}
