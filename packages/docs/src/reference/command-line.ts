// The command for an operation: the one module that knows how the command line names operations and what they take.
import type { Value } from '@agentsource/codegen/operations/value';
import type { Operation } from './operations.ts';
import { shellLines, shellWord } from './shell.ts';

/** Commands that are not derived: an operation of such a name has a suffix. */
const OWN_COMMANDS = ['enroll', 'enrollments', 'listen', 'mock', 'doctor', 'completion'];

/** Undefined where an operation has no name, or its example has what a command line can't say. */
export function commandOf({ place, sent }: Operation): string | undefined {
  const { operationId } = place.operation;
  if (typeof operationId !== 'string' || sent === undefined) return undefined;
  const { body, contentType: _, ...parameters } = sent;
  const given = Object.values(parameters).flatMap((values) =>
    Object.entries(values as Record<string, Value>),
  );
  const flags = flagsOf(given);
  if (flags === undefined) return undefined;
  const command = [`agentsource ${shellWord(kebab(operationId))}`];
  const bodyFlags = body === undefined ? [] : isObject(body) ? flagsOf(Object.entries(body)) : undefined;
  if (bodyFlags) return shellLines([...command, ...flags, ...bodyFlags]);
  const json = JSON.stringify(body);
  if (json === undefined) return undefined;
  return `echo ${shellWord(json)} |\n  ${shellLines([...command, ...flags, '--body -'])}`;
}

function kebab(name: string): string {
  const words = name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase();
  const command = words.replaceAll(/[^a-z\d]+/g, '-').replaceAll(/^-|-$/g, '');
  return OWN_COMMANDS.includes(command) ? `${command}-operation` : command;
}

/** Undefined where a value is no text, number or list of such. */
function flagsOf(values: [name: string, value: Value][]): string[] | undefined {
  const flags = values.map(([name, value]) => {
    const items = Array.isArray(value) ? value : [value];
    const isPlain = items.every((item) => ['string', 'number', 'boolean'].includes(typeof item));
    const words = items.map(String);
    if (!isPlain || (Array.isArray(value) && words.some((word) => word.includes(',')))) return undefined;
    return `--${kebab(name)} ${shellWord(words.join(','))}`;
  });
  return flags.includes(undefined) ? undefined : (flags as string[]);
}

function isObject(value: Value): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
