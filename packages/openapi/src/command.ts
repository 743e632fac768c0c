// What the commands share: one clear line for a refusal, a stack only for what nobody expected.
import { PipelineError } from './errors.ts';

export async function runCommand(command: () => Promise<void>): Promise<void> {
  // `… | head` has seen enough; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await command();
  } catch (error) {
    if (!(error instanceof PipelineError) && !isUsageError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof PipelineError ? error.exitCode : 2;
  }
}

/** What parseArgs of node:util throws for an option it was not told of. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
