// `agentsource completion`: the script that makes a shell complete this command.
import { Argument, type Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { candidates } from './candidates.ts';
import { COMPLETE, SCRIPTS } from './scripts.ts';

const SHELLS = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];

export function addCompletion(program: Command, terminal: Terminal): void {
  program
    .command('completion')
    .summary('print what completes this command in bash, zsh or fish')
    .description(
      'Print a script that makes a shell complete this command; its first lines say where it goes.',
    )
    .addArgument(new Argument('<shell>', SHELLS.join(', ')).choices(SHELLS))
    .action((shell: keyof typeof SCRIPTS) => terminal.print(SCRIPTS[shell]));
  program
    .command(COMPLETE, { hidden: true })
    .argument('[words...]')
    .action((words: string[]) => {
      terminal.print(
        candidates(program, words)
          .map((candidate) => `${candidate}\n`)
          .join(''),
      );
    });
}
