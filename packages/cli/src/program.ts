// The whole command line: our own commands, and one for each operation of the document.
import { Command } from 'commander';
import { CommandError } from './exit-codes.ts';
import { OPERATIONS } from './generated/operations.ts';
import { addOperation } from './operations/command.ts';
import type { Operation } from './operations/operation.ts';
import type { Terminal } from './terminal.ts';
import { packageVersion } from './version.ts';

const AFTER = `
Environment:
  EXPLORIUM_API_KEY           the API key; never an option, which others can see
  EXPLORIUM_BASE_URL          another server than the API's, such as a mock
  EXPLORIUM_WEBHOOK_SECRET    what signs deliveries, for listen

Exit codes:
  0 done                      4 rate limit
  1 the service refused       5 partly failed, or invalid rows
  2 usage or validation       6 unknown outcome
  3 API key                   130 interrupted
`;

/** What a command adds itself by. */
export type AddCommand = (program: Command, terminal: Terminal, finish: (exitCode: number) => void) => void;

/** @param finish is told another exit code than 0. */
export function createProgram(
  terminal: Terminal,
  own: readonly AddCommand[],
  finish: (exitCode: number) => void,
  operations: readonly Operation[] = OPERATIONS,
): Command {
  const program = new Command('agentsource')
    .description("Explorium's AgentSource API on the command line. Unofficial.")
    .version(packageVersion(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .configureOutput({
      writeOut: (text) => terminal.print(text),
      writeErr: (text) => terminal.say(text.trimEnd()),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.messageWidth,
      // What follows a `=` may be anything, a key too.
      outputError: (text, write) =>
        write(text.replace(/^error: /, 'agentsource: ').replace(/('--?[^=']*)=[^']*'/, "$1'")),
    })
    .configureHelp({
      subcommandTerm: (command) => command.name(),
      optionDescription: ({ description }) => description,
    })
    .exitOverride()
    .addHelpText('after', AFTER);
  program.commandsGroup('Commands:');
  for (const add of own) add(program, terminal, finish);
  program.commandsGroup("The API's operations:");
  for (const operation of operations) addOperation(program, operation, terminal);
  hintAt(program, 'agentsource');
  return program;
}

/** Behind what is wrong with a command line: the help of its command. */
function hintAt(command: Command, words: string): void {
  command.showHelpAfterError(`Try ${words} --help`);
  for (const inner of command.commands) hintAt(inner, `${words} ${inner.name()}`);
}

/** @throws {CommandError} on an API key that was typed, of which nothing is said but that. */
export function refuseKey(argv: readonly string[]): void {
  if (argv.some((word) => /^--?api[-_]?key(=|$)/i.test(word))) {
    throw new CommandError('the API key is no option, which process lists would show: set EXPLORIUM_API_KEY');
  }
}
