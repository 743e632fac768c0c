// Runs turbo's tasks in a tree, in a process group that can be ended as a whole, and says of each task what it printed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface TurboRun {
  ended: Promise<TurboResult>;
  /** Ends it early; resolves when its processes are gone. */
  stop(): Promise<void>;
}

export interface TurboResult {
  /** `package#task` of those that did not pass. */
  failed: string[];
  /** What was printed, line by line; `task` is `turbo` where it is turbo's own. */
  lines: { task: string; text: string }[];
}

/** Milliseconds until its processes have to be gone when they are told to. */
const STOP_TIMEOUT = 5_000;
/** Milliseconds for all: many times what the largest real documents take, and an end for those that are made to have none. */
const TIMEOUT = 900_000;
/** Characters that are kept. */
const MOST = 3_000_000;

/** @param onTask told how many tasks have begun. */
export function startTurbo(root: string, args: readonly string[], onTask: (count: number) => void): TurboRun {
  // Another server is not what has to be tried.
  const { CONTRACT_BASE_URL: _elsewhere, ...env } = process.env;
  const run = [
    'run',
    ...args,
    '--output-logs=full',
    '--log-order=grouped',
    '--log-prefix=task',
    '--no-color',
  ];
  const child = spawn(process.execPath, [join(root, 'scripts', 'turbo.mjs'), ...run], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C is ours to pass on, so that we see the end of it.
    detached: true,
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-MOST);
    onTask(output.split(': cache ').length - 1);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const closed = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  let isOverdue = false;
  const overdue = setTimeout(() => {
    isOverdue = true;
    killGroup(child.pid, 'SIGKILL');
  }, TIMEOUT);
  closed.finally(() => clearTimeout(overdue)).catch(() => {});
  return {
    ended: closed.then(() => resultOf(output, isOverdue || child.exitCode !== 0)),
    async stop() {
      killGroup(child.pid, 'SIGTERM');
      const forced = setTimeout(() => killGroup(child.pid, 'SIGKILL'), STOP_TIMEOUT);
      await closed.catch(() => {});
      clearTimeout(forced);
    },
  };
}

function resultOf(output: string, hasFailed: boolean): TurboResult {
  const named = /^\s*Failed:\s+(.+)$/m.exec(output)?.[1]?.split(', ') ?? [];
  return {
    // turbo itself may have failed, or been ended.
    failed: hasFailed && named.length === 0 ? ['turbo'] : named.map((task) => task.trim()),
    lines: output.split('\n').map((line) => {
      const [, name, task, text] = /^(\S+):([\w-]+): (.*)$/.exec(line) ?? [];
      return text === undefined ? { task: 'turbo', text: line } : { task: `${name}#${task}`, text };
    }),
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
