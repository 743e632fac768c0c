// Child processes that never outlive us: each leads a group of its own, and `endAll` ends every group that is left.
import { type ChildProcess, spawn } from 'node:child_process';

export interface Spawn {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Milliseconds until the process and its children are ended and the run counts as failed. */
  timeout?: number;
}

export interface Finished {
  /** Exit code; null when a signal ended it. */
  status: number | null;
  stdout: string;
  /** Standard output and standard error as they came. */
  output: string;
}

export interface Running {
  /** Everything it has printed so far. */
  output(): string;
  /** Resolves with the first match of `pattern` in the output; rejects when it exits before. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Sends the signal to it and its children, as a terminal does on Ctrl-C, and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const alive = new Set<ChildProcess>();
let ended = false;
const START_TIMEOUT = 60_000;

/** Runs a command to its end; rejects with what it printed when it can't start or outlasts its time. */
export function run(command: string, args: string[], options: Spawn): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    let stdout = '';
    let output = '';
    child.stdout?.on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr?.on('data', (text: string) => {
      output += text;
    });
    const timeout = options.timeout ?? 300_000;
    const timer = setTimeout(() => {
      signalGroup(child, 'SIGKILL');
      reject(new Error(`${command} ${args.join(' ')} did not end within ${timeout / 1000} s\n${output}`));
    }, timeout);
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, stdout, output });
    });
  });
}

/** Runs a command that must succeed and gives what it printed on standard output. */
export async function runOk(command: string, args: string[], options: Spawn): Promise<string> {
  const { status, stdout, output } = await run(command, args, options);
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} exited with ${status}\n${output.trimEnd()}`);
  return stdout;
}

/** Starts a server; it is ended by `end`, or by `endAll` at the latest. */
export function serve(command: string, args: string[], options: Spawn): Running {
  const child = start(command, args, options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: string) => {
      output += text;
      child.emit('printed');
    });
  }
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    output: () => output,
    end: (signal) => {
      signalGroup(child, signal);
      return closed;
    },
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const fail = (reason: string) =>
          reject(new Error(`${command} ${args.join(' ')} ${reason}\n${output}`));
        const look = () => {
          const match = output.match(pattern);
          if (!match) return;
          clearTimeout(timer);
          resolve(match);
        };
        const timer = setTimeout(() => fail(`did not print ${pattern} in time`), START_TIMEOUT);
        child.on('printed', look);
        child.on('error', (error) => fail(`can't start: ${error.message}`));
        child.on('close', (status) => fail(`ended early with ${status}`));
        look();
      }),
  };
}

/** Ends whatever is still running, children of children included, and lets nothing start any more. */
export async function endAll(): Promise<void> {
  ended = true;
  const closed = [...alive].map((child) => new Promise((resolve) => child.on('close', resolve)));
  for (const child of alive) signalGroup(child, 'SIGKILL');
  await Promise.all(closed);
}

function start(command: string, args: string[], { cwd, env }: Spawn): ChildProcess {
  if (ended) throw new Error('interrupted');
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  child.on('close', () => {
    alive.delete(child);
    signalGroup(child, 'SIGKILL');
  });
  child.on('error', () => alive.delete(child));
  child.stdout?.setEncoding('utf8');
  child.stderr?.setEncoding('utf8');
  return child;
}

/** A group may already be gone; a negative process id names the group. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
