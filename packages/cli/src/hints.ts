// What to do about an error, beside what its message says.
import { isExploriumError } from '@agentsource/client';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Characters of an answer that says that it failed. */
const LONGEST = 2_000;

export function sayHint(terminal: Terminal, error: unknown): void {
  if (!isExploriumError(error)) return;
  const exitCode = exitCodeOf(error);
  if (error.name === 'RequestFailedError')
    terminal.say(`The service answered: ${JSON.stringify(error.body).slice(0, LONGEST)}`);
  if (exitCode === EXIT.key) terminal.say('agentsource doctor says what may be wrong with the key.');
  if (exitCode === EXIT.rateLimit && error.retryAfter) terminal.say(`Again in ${error.retryAfter} s.`);
}
