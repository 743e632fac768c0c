// What the pipeline's commands share: one clear line for a refusal, a stack only for what nobody expected.
import { PipelineError } from './document/openapi.ts';

export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
