// Asks before something is done, and where nobody can be asked wants to be told by --yes.
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CommandError, EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** @throws {CommandError} where the answer is not yes, or nobody can be asked. */
export async function confirm(terminal: Terminal, question: string, yes: true | undefined): Promise<void> {
  if (yes) return;
  if (!terminal.canAsk) throw new CommandError(`${question} There is no terminal to ask on: give --yes`);
  terminal.ask(`${question} [y/N] `);
  if (/^y(es)?$/i.test((await answer(terminal)).trim())) return;
  throw new CommandError('nothing was done', EXIT.interrupted);
}

async function answer(terminal: Terminal): Promise<string> {
  const lines = createInterface({ input: terminal.stdin as unknown as Readable });
  const end = terminal.onInterrupt(() => lines.close());
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    end();
    lines.close();
  }
}
