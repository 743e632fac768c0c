// What the tests of isolate.ts have done over there.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PipelineError, UnreadableError } from '../src/errors.ts';

export const echo = (input: unknown): unknown => input;

export const read = (path: string): string => codeOf(() => readFileSync(path, 'utf8'));

export function attempt({ what, outside }: { what: string; outside: string }): string {
  return codeOf(() => {
    if (what === 'write') writeFileSync(join(outside, 'written'), '');
    else if (what === 'write-inside') writeFileSync(join(import.meta.dirname, 'written'), '');
    else if (what === 'spawn') throw spawnSync(process.execPath, ['--version']).error ?? new Error('spawned');
    else new Worker('', { eval: true });
    return 'allowed';
  });
}

export async function ask(url: string): Promise<string> {
  return await fetch(url).then(
    () => 'answered',
    (error: Error) => JSON.stringify([error.message, String(error.cause)]),
  );
}

export const environment = (): string[] => Object.keys(process.env);

export function spin(): void {
  for (;;);
}

export function refuse(exitCode: 1 | 2): void {
  throw new (exitCode === 1 ? PipelineError : UnreadableError)('refused');
}

export function fail(): void {
  throw new TypeError('a fault of ours');
}

function codeOf(action: () => string): string {
  try {
    return action();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
