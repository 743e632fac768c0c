// What to do about an error, beside what its message says.
import { isExploriumError } from '@agentsource/client';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

export function sayHint(terminal: Terminal, error: unknown): void {
  if (!isExploriumError(error)) return;
  const exitCode = exitCodeOf(error);
  if (exitCode === EXIT.key) terminal.say('agentsource doctor says what may be wrong with the key.');
  if (exitCode === EXIT.rateLimit && error.retryAfter) terminal.say(`Again in ${error.retryAfter} s.`);
}
