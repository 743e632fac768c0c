// One bump at a time: a lock file that names its process, and is stale once that process is gone.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineError } from '@agentsource/openapi/errors';
import { STAGING_DIRECTORY } from './staging-directory.ts';

/** The process that is bumping in this tree at the moment, if any. */
export function lockHolder(root: string): number | undefined {
  try {
    const pid = Number(readFileSync(lockPath(root), 'utf8'));
    return Number.isInteger(pid) && pid > 0 && isRunning(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Throws a PipelineError when another process holds the lock. It goes with the staging directory, which the holder removes. */
export function lock(root: string): void {
  const holder = lockHolder(root);
  if (holder === undefined) rmSync(lockPath(root), { force: true });
  mkdirSync(join(root, STAGING_DIRECTORY), { recursive: true });
  try {
    writeFileSync(lockPath(root), String(process.pid), { flag: 'wx' });
  } catch {
    throw new PipelineError(
      `another spec:bump is running (process ${holder ?? 'unknown'}); if that is no bump, delete ${STAGING_DIRECTORY}/lock`,
    );
  }
}

function lockPath(root: string): string {
  return join(root, STAGING_DIRECTORY, 'lock');
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
