// Tries the new version out in the stage: generates and builds whatever depends on the document, runs the contract suite, and
// looks which of our own tests and examples no longer compile. Those stop no landing: whoever adapts them needs the new types.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PipelineError } from '@agentsource/openapi/errors';

export interface Findings {
  /** What the contract suite printed. */
  contract: string;
  /** Errors of the compiler in our own tests and examples, one a line. */
  uncompiled: string[];
}

export interface Verification {
  /** Rejects with a PipelineError that ends in what the failed task printed. */
  done: Promise<Findings>;
  /** Ends it early; resolves when its processes are gone. */
  stop(): Promise<void>;
}

export type Verify = (stage: string) => Verification;

/** Lines of a failed task's output that are shown: the error is at the end. */
const TAIL = 60;
const STOP_TIMEOUT = 5_000;
/** Milliseconds for one task: many times what the largest real documents take, and an end for those that are made to have none. */
const TASK_TIMEOUT = 900_000;

const DEPENDENTS = ['--filter=...@agentsource/spec', '--output-logs=errors-only', '--log-order=grouped'];
const BUILD = ['build', ...DEPENDENTS];
const CONTRACT = ['contract', '--filter=@agentsource/contract', '--output-logs=full', '--log-prefix=none'];
const TYPECHECK = ['typecheck', '--continue', ...DEPENDENTS];

export const verifyStage: Verify = (stage) => {
  let current: Turbo | undefined;
  const run = async (task: string[]) => {
    current = startTurbo(stage, task);
    return await current.ended;
  };
  const mustPass = async (task: string[]) => {
    const { code, output } = await run(task);
    if (code !== 0) throw new PipelineError(failureOf(output, stage));
    return output;
  };
  const verify = async (): Promise<Findings> => {
    await mustPass(BUILD);
    const contract = await mustPass(CONTRACT);
    return { contract, uncompiled: compilerErrors((await run(TYPECHECK)).output) };
  };
  return { done: verify(), stop: async () => current?.stop() };
};

/** `@agentsource/quickstart:typecheck: enroll.ts(3,4): error TS…` → `@agentsource/quickstart: enroll.ts(3,4): error TS…` */
function compilerErrors(output: string): string[] {
  return [...output.matchAll(/^(\S+):typecheck: (.+\(\d+,\d+\): error TS.+)$/gm)].map(
    ([, name, error]) => `${name}: ${error}`,
  );
}

interface Turbo {
  ended: Promise<{ code: number | null; output: string }>;
  stop(): Promise<void>;
}

function startTurbo(stage: string, task: string[]): Turbo {
  // Another server is not what has to be tried.
  const { CONTRACT_BASE_URL: _elsewhere, ...env } = process.env;
  const child = spawn(process.execPath, [join(stage, 'scripts', 'turbo.mjs'), 'run', ...task, '--no-color'], {
    cwd: stage,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C is ours to pass on, so that we see the end of it.
    detached: true,
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-1_000_000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const overdue = setTimeout(() => {
    collect(Buffer.from(`\n${task[0]}: not done within ${TASK_TIMEOUT / 60_000} minutes\n`));
    killGroup(child.pid, 'SIGKILL');
  }, TASK_TIMEOUT);
  closed.finally(() => clearTimeout(overdue)).catch(() => {});
  return {
    ended: closed.then((code) => ({ code, output })),
    async stop() {
      killGroup(child.pid, 'SIGTERM');
      const forced = setTimeout(() => killGroup(child.pid, 'SIGKILL'), STOP_TIMEOUT);
      await closed.catch(() => {});
      clearTimeout(forced);
    },
  };
}

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
