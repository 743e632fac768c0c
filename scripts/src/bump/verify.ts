// Tries the new version out in the stage: generates, builds, type-checks whatever depends on the document, and runs the
// contract suite against it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PipelineError } from '../document/openapi.ts';

export interface Verification {
  /** Rejects with a PipelineError that ends in what the failed task printed. */
  done: Promise<void>;
  /** Ends it early; resolves when its processes are gone. */
  stop(): Promise<void>;
}

export type Verify = (stage: string) => Verification;

/** Lines of a failed task's output that are shown: the error is at the end. */
const TAIL = 60;
const STOP_TIMEOUT = 5_000;

export const verifyStage: Verify = (stage) => {
  const { CONTRACT_BASE_URL: _elsewhere, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [
      join(stage, 'scripts', 'turbo.mjs'),
      'run',
      'typecheck',
      'contract',
      // Whatever depends on the document; its errors only.
      '--filter=...@agentsource/spec',
      '--output-logs=errors-only',
      '--log-order=grouped',
      '--no-color',
    ],
    // A group of its own: Ctrl-C is ours to pass on, so that we see the end of it.
    { cwd: stage, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  let output = '';
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-100_000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return {
    done: ended.then((code) => {
      if (code !== 0) throw new PipelineError(failureOf(output, stage));
    }),
    async stop() {
      killGroup(child.pid, 'SIGTERM');
      const forced = setTimeout(() => killGroup(child.pid, 'SIGKILL'), STOP_TIMEOUT);
      await ended.catch(() => {});
      clearTimeout(forced);
    },
  };
};

/** turbo passes the signal on to its tasks. */
function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

function failureOf(output: string, stage: string): string {
  const lines = output.replaceAll(`${stage}/`, '').trimEnd().split('\n').slice(-TAIL);
  return `${lines.join('\n')}\n\nThe new document does not pass what must hold (above: what failed); nothing was changed.`;
}
