// An operation of the table as a command.
import { type Command, Option } from 'commander';
import { apiClient } from '../api-client.ts';
import { CommandError } from '../exit-codes.ts';
import { whileInterruptible } from '../interrupt.ts';
import { logOption } from '../log-option.ts';
import { type Format, formatOption, writeData } from '../output/format.ts';
import type { Terminal } from '../terminal.ts';
import { callOf } from './call.ts';
import { curlOf } from './curl.ts';
import type { Operation, OperationOption } from './operation.ts';
import { problemsOf } from './problems.ts';
import { requestOf } from './request.ts';

interface OwnOptions {
  body?: string;
  dryRun?: true;
  format?: Format;
  log?: 'warn' | 'info' | 'debug';
}

export function addOperation(program: Command, operation: Operation, terminal: Terminal): void {
  const { name, method, path, summary, description, options, body } = operation;
  const command = program
    .command(name)
    .summary(summary)
    .description([summary, ...description, `${method} ${path}`].join('\n\n'));
  const given = new Map<OperationOption, (string | null)[]>();
  for (const option of options) {
    const declared = new Option(flagsOf(option), helpOf(option));
    // For completion; what is not among them the check refuses, in the document's words.
    declared.argChoices = [...option.values];
    command.addOption(declared);
    // Not of commander's own values, in which two names may be one.
    command.on(`option:${option.flag}`, (text: string | null) => {
      given.set(option, [...(given.get(option) ?? []), text]);
    });
  }
  if (body) command.option('--body <body>', bodyHelp(body));
  command
    .addOption(formatOption())
    .addOption(logOption())
    .option('--dry-run', 'print the request as cURL, and send nothing')
    .action(async ({ body: bodyText, dryRun, format, log }: OwnOptions) => {
      const request = await requestOf(operation, given, bodyText, terminal);
      const problems = problemsOf(operation, request);
      if (problems.length > 0)
        throw new CommandError([...problems, `Try agentsource ${name} --help`].join('\n'));
      if (dryRun) return terminal.print(`${await curlOf(operation, request, terminal)}\n`);
      const client = apiClient(terminal, { log });
      const data = await whileInterruptible(terminal, (signal) =>
        callOf(client, operation, { ...request, signal }),
      );
      await writeData(terminal, data, format);
    });
}

function flagsOf({ flag, types, items }: OperationOption): string {
  if (types.includes('array')) return `--${flag} <${items.includes('file') ? 'file' : 'list'}>`;
  if (types.includes('file')) return `--${flag} <file>`;
  if (types.includes('string')) return `--${flag} <text>`;
  if (types.includes('integer') || types.includes('number')) return `--${flag} <number>`;
  if (types.includes('boolean')) return `--${flag} [true|false]`.replace('true|false', 'boolean');
  return `--${flag} <json>`;
}

function helpOf({ help, required, types, values }: OperationOption): string {
  return [
    required ? 'required' : '',
    help,
    types.includes('array') ? 'separated by commas' : '',
    values.length > 0 ? `one of: ${values.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

function bodyHelp({ kind, mediaType, required }: NonNullable<Operation['body']>): string {
  const what = kind === 'fields' ? 'all of these at once, as JSON' : `the body (${mediaType})`;
  return `${required && kind !== 'fields' ? 'required; ' : ''}${what}: @file, - for standard input, or itself`;
}
