// Options that must be given, looked at after all that was typed was understood: a misspelled one is not told as a missing one.
import type { Command } from 'commander';

/** @param names the options' long names, without the dashes. */
export function requireOptions(command: Command, ...names: string[]): void {
  command.hook('preAction', () => {
    const missing = command.options.filter(
      (option) =>
        names.includes(option.name()) && command.getOptionValue(option.attributeName()) === undefined,
    );
    if (missing.length === 0) return;
    command.error(`error: missing: ${missing.map(({ flags }) => flags).join(', ')}`);
  });
}
