// The command agentsource-mock: its options, and what it says when something is wrong with them. Also `@agentsource/mock/command`, by
// which the command agentsource starts it.
import { readFileSync } from 'node:fs';
import { type Arguments, HELP, readArguments } from './cli/arguments.ts';

/**
 * Runs the command `agentsource-mock` in this process: prints to its output, sets its exit code, and listens until it is told to end.
 *
 * @param argv the options, as they are typed.
 */
export async function command(argv: string[]): Promise<void> {
  const values = argumentsOrFail(argv);
  if (values?.help) process.stdout.write(HELP);
  else if (values?.version) process.stdout.write(`${packageVersion()}\n`);
  else if (values) await run(values);
}

function argumentsOrFail(argv: string[]): Arguments | undefined {
  try {
    return readArguments(argv);
  } catch (error) {
    fail(`${(error as Error).message}\nTry agentsource-mock --help`, 2);
    return undefined;
  }
}

async function run(values: Arguments): Promise<void> {
  // What serves takes longer to load than everything else; help needs none of it.
  const { MockError, serve } = await import('./serve.ts');
  try {
    await serve(values);
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    fail(error.message, 1);
  }
}

function fail(message: string, code: number): void {
  process.stderr.write(`agentsource-mock: ${message}\n`);
  process.exitCode = code;
}

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
