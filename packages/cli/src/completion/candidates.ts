// What may come next on a command line that is being typed.
import type { Command, Option } from 'commander';

/** Nothing else is handed to a shell. */
const SAFE = /^[\p{L}\p{N}_.:@/=,+-]+$/u;

/** @param words what stands behind `agentsource`, to the cursor; the last is what is being typed. */
export function candidates(program: Command, words: readonly string[]): string[] {
  const current = words.at(-1) ?? '';
  let command = program;
  for (const word of words.slice(0, -1)) {
    command = command.commands.find((one) => one.name() === word) ?? command;
  }
  const all = [...valuesAfter(command, words.at(-2) ?? '', current), ...namesIn(command, words, current)];
  return all.filter((candidate) => candidate.startsWith(current) && SAFE.test(candidate));
}

function namesIn(command: Command, words: readonly string[], current: string): string[] {
  if (optionOf(command, words.at(-2) ?? '')?.required) return [];
  if (current.startsWith('-')) {
    return [...command.options.flatMap(({ long }) => long ?? []), '--help'];
  }
  return command.commands.map((one) => one.name()).filter((name) => !name.startsWith('_'));
}

/** Of a list, separated by commas, the last item. */
function valuesAfter(command: Command, previous: string, current: string): string[] {
  const values = optionOf(command, previous)?.argChoices ?? command.registeredArguments[0]?.argChoices ?? [];
  const before = /^.*,/.exec(current)?.[0] ?? '';
  return values.map((value) => before + value);
}

function optionOf(command: Command, flag: string): Option | undefined {
  return command.options.find(({ long }) => long === flag);
}
