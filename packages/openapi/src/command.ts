// What the commands share: how they print, one clear line for a refusal, a stack only for what nobody expected.
import { inspect } from 'node:util';
import { PipelineError } from './errors.ts';
import { forJobLog, jsonForJobLog } from './job-log.ts';

export async function runCommand(command: () => Promise<void>): Promise<void> {
  // `… | head` has seen enough; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await command();
  } catch (error) {
    if (error instanceof PipelineError || isUsageError(error)) {
      process.stderr.write(`${forJobLog(error.message)}\n`);
      process.exitCode = error instanceof PipelineError ? error.exitCode : 2;
    } else {
      process.stderr.write(`${forJobLog(inspect(error))}\n`);
      process.exit(1);
    }
  }
}

/** On standard output; a command prints nothing any other way. */
export function print(text: string): void {
  process.stdout.write(`${forJobLog(text)}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${jsonForJobLog(value)}\n`);
}

/** What parseArgs of node:util throws for an option it was not told of. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
