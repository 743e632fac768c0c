// `run`: the command as a function.
import { isExploriumError } from '@agentsource/client';
import { CommanderError } from 'commander';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { sayHint } from './hints.ts';
import { OWN } from './own-commands.ts';
import { ProcessOutput } from './process-output.ts';
import { createProgram, refuseKey } from './program.ts';
import { type Surroundings, Terminal } from './terminal.ts';

/**
 * Runs the command and gives its exit code; never rejects.
 *
 * @param argv what stands behind `agentsource`.
 * @param surroundings what it reads and writes; default this process.
 * @example
 * ```ts
 * import { run } from '@agentsource/cli';
 *
 * process.exitCode = await run(['get-prospects-enrollments', '--format', 'csv']);
 * ```
 */
export async function run(
  argv: readonly string[],
  surroundings: Partial<Surroundings> = {},
): Promise<number> {
  const { env, stdin } = process;
  const { stderr = new ProcessOutput(process.stderr) } = surroundings;
  const onFull = (why: string): void => {
    stderr.write(`agentsource: standard output can't be written: ${why}\n`);
  };
  const { stdout = new ProcessOutput(process.stdout, onFull) } = surroundings;
  const terminal = new Terminal({ env, stdin, signals: process, ...surroundings, stdout, stderr });
  const exitCode = await runOn(terminal, argv);
  const outputs = [stdout, stderr].filter((output) => output instanceof ProcessOutput);
  for (const output of outputs) await output.end();
  return exitCode === EXIT.done && outputs.some(({ isFull }) => isFull) ? EXIT.refused : exitCode;
}

async function runOn(terminal: Terminal, argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.done;
  const finish = (code: number): void => {
    exitCode = code;
  };
  try {
    refuseKey(argv);
    await createProgram(terminal, OWN, finish).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    return report(error, terminal);
  }
  return exitCode;
}

function report(error: unknown, terminal: Terminal): number {
  // Commander has said what is wrong, or shown what was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const exitCode = exitCodeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  terminal.say(`agentsource: ${message}`);
  sayHint(terminal, error);
  if (isExploriumError(error) && exitCode === EXIT.unknown)
    terminal.say('Nobody knows whether the service acted: look before you repeat it.');
  return exitCode;
}
