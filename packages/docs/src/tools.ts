// TypeDoc, which is no part of the workspace: installed into tools/ when it is first needed, and asked what the packages export.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ApiEntry, ApiExport } from './api/model.ts';

const TOOLS = join(import.meta.dirname, '..', 'tools');

/** With npm, from its own lockfile, without running any install script. */
export function installTools(log: (line: string) => void): void {
  if (isInstalled()) return;
  log('installing TypeDoc (once; packages/docs/tools)');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: TOOLS,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Whether node_modules is of the lockfile as it stands. */
function isInstalled(): boolean {
  const hidden = join(TOOLS, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const packagesIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const [wanted, installed] = [packagesIn(join(TOOLS, 'package-lock.json')), packagesIn(hidden)];
  return Object.keys(installed).every((path) => installed[path].version === wanted[path]?.version);
}

export interface EntryPoint {
  /** `@agentsource/client/enroll`. */
  module: string;
  /** Its declarations. */
  file: string;
}

/** What each entry point exports. */
export async function readApi(entryPoints: readonly EntryPoint[]): Promise<ApiEntry[]> {
  const files = entryPoints.map(({ file }) => file);
  const { stdout } = await promisify(execFile)(process.execPath, [join(TOOLS, 'read-api.mjs'), ...files], {
    maxBuffer: 64_000_000,
  });
  const all = JSON.parse(stdout) as ApiExport[][];
  return entryPoints.map(({ module }, index) => ({ module, exports: all[index] ?? [] }));
}
