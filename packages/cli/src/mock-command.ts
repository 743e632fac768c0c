// `agentsource mock`: the command of @agentsource/mock, with all its options.
import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

export function addMock(program: Command, _terminal: Terminal, finish: (exitCode: number) => void): void {
  program
    .command('mock')
    .summary('start a mock of the API on this machine')
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action(async (_options: object, command: Command) => {
      // It takes its time to load, which nothing else here needs.
      const { command: mock } = await import('@agentsource/mock/command');
      await mock(command.args);
      finish(Number(process.exitCode ?? 0));
    });
}
