// Makes a value of an option's text, by the types that the document declares. What does not fit stays text: the check says why.
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { CommandError } from '../exit-codes.ts';
import { whyNot } from '../file-errors.ts';
import type { OperationOption } from './operation.ts';

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** @param texts each time that the option was given; `null` where it had no value. */
export async function readValue(
  option: OperationOption,
  texts: readonly (string | null)[],
): Promise<unknown> {
  const { types } = option;
  const last = texts.at(-1) ?? 'true';
  if (types.includes('file')) return fileOf(option.flag, last);
  if (!types.includes('array')) return scalarOf(last, types);
  if (texts.length === 1 && last.trimStart().startsWith('[')) return parsed(last) ?? [last];
  const isFiles = option.items.includes('file');
  const items = texts
    .flatMap((text) => (isFiles ? [text ?? ''] : (text ?? '').split(',')))
    .map((item) => item.trim());
  const given = items.filter(Boolean);
  return isFiles
    ? Promise.all(given.map((item) => fileOf(option.flag, item)))
    : given.map((item) => scalarOf(item, option.items));
}

function scalarOf(text: string, types: readonly string[]): unknown {
  if (types.includes('string')) return text;
  if ((types.includes('integer') || types.includes('number')) && NUMBER.test(text)) {
    // More digits than a number holds would be sent as another one.
    return Number.isSafeInteger(Number(text)) || /[.eE]/.test(text) ? Number(text) : text;
  }
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.includes('null') && text === 'null') return null;
  const isAnything = types.length === 0;
  return isAnything || types.includes('object') || types.includes('array') ? (parsed(text) ?? text) : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function fileOf(flag: string, text: string): Promise<File> {
  const path = text.replace(/^@/, '');
  try {
    return new File([await openAsBlob(path)], basename(path));
  } catch (error) {
    throw new CommandError(`--${flag}: ${path} can't be read: ${whyNot(error)}`);
  }
}
