// `agentsource doctor`: says what is wrong with version, key, network and clock.
import type { Command } from 'commander';
import { type Format, formatOf, formatOption, writeData } from '../output/format.ts';
import type { Terminal } from '../terminal.ts';
import { findings } from './checks.ts';
import { paragraphs } from './paragraphs.ts';

export function addDoctor(program: Command, terminal: Terminal, finish: (exitCode: number) => void): void {
  program
    .command('doctor')
    .summary('say what is wrong with key, clock, network and version')
    .description(
      'Say what is wrong with version, key, network and clock. Sends one request, which changes nothing. ' +
        'The exit code is not 0 where there is a problem.',
    )
    .addOption(formatOption())
    .action(async ({ format }: { format?: Format }) => {
      const { found, exitCode } = await findings(terminal);
      if (formatOf(terminal, format) === 'table') terminal.print(paragraphs(found, terminal.width));
      else await writeData(terminal, found, format);
      finish(exitCode);
    });
}
