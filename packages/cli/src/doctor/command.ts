// `agentsource doctor`: says what is wrong with version, key, network and clock.
import type { Command } from 'commander';
import { type Format, formatOption, writeData } from '../output/format.ts';
import type { Terminal } from '../terminal.ts';
import { findings } from './checks.ts';

export function addDoctor(program: Command, terminal: Terminal, finish: (exitCode: number) => void): void {
  program
    .command('doctor')
    .summary('say what is wrong with key, clock, network and version')
    .description(
      'Say what is wrong with version, key, network and clock. Sends one request, which changes nothing.',
    )
    .addOption(formatOption())
    .action(async ({ format }: { format?: Format }) => {
      const { found, exitCode } = await findings(terminal);
      await writeData(terminal, found, format);
      finish(exitCode);
    });
}
