// The command for an operation, by the names that the command line has for it and for what it takes.
import type { Command } from '@agentsource/codegen/commands';
import type { Value } from '@agentsource/codegen/operations/value';
import type { Operation } from './operations.ts';
import { shellLines, shellWord } from './shell.ts';

type Flags = Command['options'];

/** Undefined where its example has what a command line can't say. */
export function commandOf({ command, sent }: Operation): string | undefined {
  if (sent === undefined) return undefined;
  const { body, contentType: _, ...parameters } = sent;
  const words = [`agentsource ${shellWord(command.name)}`];
  for (const [location, values] of Object.entries(parameters)) {
    const flags = flagsOf(command.options, location, values as Record<string, Value>);
    if (flags === undefined) return undefined;
    words.push(...flags);
  }
  if (body === undefined) return shellLines(words);
  const fields = isObject(body) ? flagsOf(command.options, 'body', body) : undefined;
  if (fields) return shellLines([...words, ...fields]);
  const json = JSON.stringify(body);
  if (json === undefined) return undefined;
  return `echo ${shellWord(json)} |\n  ${shellLines([...words, '--body -'])}`;
}

/** Undefined where there is no flag for a value, or it is no text, number or list of such. */
function flagsOf(options: Flags, location: string, values: Record<string, Value>): string[] | undefined {
  const flags = Object.entries(values).map(([name, value]) => {
    const option = options.find((one) => one.in === location && one.name === name);
    const items = Array.isArray(value) ? value : [value];
    const isPlain = items.every((item) => ['string', 'number', 'boolean'].includes(typeof item));
    const words = items.map(String);
    const isJoined = !Array.isArray(value) || words.every((word) => !word.includes(','));
    if (option === undefined || !isPlain || !isJoined) return undefined;
    return `--${option.flag} ${shellWord(words.join(','))}`;
  });
  return flags.includes(undefined) ? undefined : (flags as string[]);
}

function isObject(value: Value): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
