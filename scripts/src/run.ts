// Runs a maintainer's command, on a tree in which no landing is left half done.
import { join } from 'node:path';
import { runCommand } from '@agentsource/openapi/command';
import { finishCutLanding } from './bump/land.ts';

export async function run(command: () => Promise<void>): Promise<void> {
  await runCommand(async () => {
    finishCutLanding(join(import.meta.dirname, '..', '..'));
    await command();
  });
}
