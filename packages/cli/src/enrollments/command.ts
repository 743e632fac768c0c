// `agentsource enrollments list` and `end`: by the enrollment key, which is what people know.
import { endEnrollments } from '@agentsource/client/enroll';
import type { Command } from 'commander';
import { apiClient } from '../api-client.ts';
import { confirm } from '../confirm.ts';
import { EXIT, exitCodeOf } from '../exit-codes.ts';
import { sayHint } from '../hints.ts';
import { whileInterruptible } from '../interrupt.ts';
import { logOption } from '../log-option.ts';
import { type Format, formatOption, writeData } from '../output/format.ts';
import { requireOptions } from '../required-options.ts';
import type { Terminal } from '../terminal.ts';
import { listedEnrollments } from './listed.ts';

interface Options {
  key?: string;
  yes?: true;
  format?: Format;
  log?: 'warn' | 'info' | 'debug';
}

export function addEnrollments(
  program: Command,
  terminal: Terminal,
  finish: (exitCode: number) => void,
): void {
  const command = program.command('enrollments').summary('list or end enrollments by their key');
  command
    .command('list')
    .description('List enrollments.')
    .option('--key <key>', 'only those under this enrollment key')
    .addOption(formatOption())
    .addOption(logOption())
    .action(async ({ key, format, log }: Options) => {
      const client = apiClient(terminal, { log });
      await writeData(
        terminal,
        await whileInterruptible(terminal, (signal) => listedEnrollments(client, key, signal)),
        format,
      );
    });
  const ending = command
    .command('end')
    .description('End all enrollments under a key. Ending them twice does no harm.')
    .option('--key <key>', 'enrollment key (required)')
    .option('--yes', 'do not ask')
    .addOption(formatOption())
    .addOption(logOption())
    .action(async (options: Options & { key: string }) => finish(await end(options, terminal)));
  requireOptions(ending, 'key');
}

async function end(
  { key, yes, format, log }: Options & { key: string },
  terminal: Terminal,
): Promise<number> {
  const client = apiClient(terminal, { log });
  await confirm(terminal, `End all enrollments under "${key}"?`, yes);
  const totals = { ended: 0, missing: 0, failed: 0, unknown: 0 };
  const errors: Error[] = [];
  await whileInterruptible(terminal, async (signal) => {
    for await (const record of endEnrollments(client, { enrollmentKey: key, signal })) {
      totals[record.status]++;
      if (record.status !== 'failed' && record.status !== 'unknown') continue;
      terminal.say(`${record.enrollmentId}: ${record.error.message}`);
      errors.push(record.error);
    }
  });
  await writeData(terminal, { enrollment_key: key, ...totals }, format);
  if (totals.unknown > 0) return EXIT.unknown;
  const codes = new Set(errors.map(exitCodeOf));
  if (codes.size === 1) sayHint(terminal, errors[0]);
  const [code = EXIT.done] = codes;
  // What all were refused for says more than that some were.
  return codes.size <= 1 && totals.ended + totals.missing === 0
    ? code
    : EXIT.partly * Number(totals.failed > 0);
}
