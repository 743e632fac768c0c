// Runs work on a stranger's document in a process of its own, which may read this repository and nothing else: no other file, no
// network, no process, nothing to write. It ends at a time limit and with the process that asked, which stays free to hear Ctrl-C.
import { type ChildProcess, fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineError, UnreadableError } from './errors.ts';

export interface IsolateOptions {
  /** Directories that the work reads, beside the code it consists of. */
  read?: readonly string[];
  /** Milliseconds. Default: two minutes, many times what the largest real documents take. */
  timeout?: number;
}

/** What the process answers: isolated.ts is the other side. */
export type Answer =
  | { result: unknown }
  | { refusal: string; exitCode: 1 | 2 }
  | { failure: string; stack: string };

/** Megabytes of JavaScript objects: the largest documents within the limits need half of it. */
const MEMORY = 3_000;

/** Megabytes of those that are new. Most live to the end: what V8 chooses takes a tenth more time and a fifth more memory. */
const YOUNG = 4;

/** How work is handed over; tests do it in their own process, which is quicker. */
export type Isolate = typeof isolate;

const ENTRY = join(import.meta.dirname, 'isolated.ts');

/**
 * Calls `name`, which the module at a path exports, with the input, over there. Input and output are values that can be cloned. The
 * process loads the module while a promised input is still awaited.
 *
 * @throws {PipelineError} what the work refused; when it takes longer than `timeout`, or more memory than there should be need for.
 */
export async function isolate<Input, Output>(
  module: string,
  name: string,
  input: Input | Promise<Input>,
  { read = [], timeout = 120_000 }: IsolateOptions = {},
): Promise<Output> {
  const child = fork(ENTRY, [module, name], {
    execArgv: [...permissions(read), `--max-old-space-size=${MEMORY}`, `--max-semi-space-size=${YOUNG}`],
    // Nothing of ours is secret to the document, but there is no reason to hand it over either.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const answer = answerOf(child, timeout);
  // Looked at below, once there is an input.
  answer.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  try {
    const task = { input: await input };
    timer = setTimeout(end, timeout);
    child.send(task);
    return resultOf(await answer) as Output;
  } finally {
    clearTimeout(timer);
    process.off('exit', end);
    end();
  }
}

function answerOf(child: ChildProcess, timeout: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const why =
        signal === 'SIGKILL'
          ? `working on it was not done within ${timeout / 1000} s`
          : `working on it needs more than ${MEMORY} MB, or crashed (${signal ?? code})`;
      reject(new PipelineError(`the document was given up: ${why}; nothing was changed`));
    });
  });
}

function resultOf(answer: Answer): unknown {
  if ('result' in answer) return answer.result;
  if ('refusal' in answer)
    throw new (answer.exitCode === 2 ? UnreadableError : PipelineError)(answer.refusal);
  throw Object.assign(new Error(answer.failure), { stack: answer.stack });
}

/** The workspace that this code is in, and what is installed for it, which a copy of the workspace only links to. */
const WORKSPACE = join(import.meta.dirname, '..', '..', '..');

function permissions(read: readonly string[]): string[] {
  const readable = [WORKSPACE, realpathSync(join(WORKSPACE, 'node_modules')), ...read];
  return ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`)];
}
