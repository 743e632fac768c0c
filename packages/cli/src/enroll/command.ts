// `agentsource enroll`: any number of prospects from a file, each once, whatever happens in between.
import { resolve } from 'node:path';
import { slidingWindow, UsageError } from '@agentsource/client';
import { enrollProspects } from '@agentsource/client/enroll';
import { isProspectsEventIdentifier, prospectsEventIdentifierValues } from '@agentsource/client/enums';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { apiClient, apiKey, baseUrlOf } from '../api-client.ts';
import { confirm } from '../confirm.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { logOption } from '../log-option.ts';
import { formatOption, writeData } from '../output/format.ts';
import { DEFAULT_COLUMN } from '../prospects/layout.ts';
import { ProspectFile, spooled } from '../prospects/prospect-file.ts';
import { type Survey, survey } from '../prospects/survey.ts';
import { requireOptions } from '../required-options.ts';
import type { Terminal } from '../terminal.ts';
import { enrollFile } from './enroll-file.ts';
import { checkWritable, failedFileOf } from './failed-file.ts';
import { Journal } from './journal.ts';
import { type EnrollOptions, journalPathOf } from './options.ts';
import { slotsOf } from './slots.ts';

const DESCRIPTION = `Enroll the prospects of a file: CSV (comma, semicolon or tab), or an id on each line.

Rows that are no prospect are listed before anything is sent. Each request is written
to the journal first, so that after Ctrl-C or a crash the same command goes on where it
was, and enrolls nobody twice.`.replaceAll(/(\S)\n(\S)/g, '$1 $2');

/** Requests in the minute that the API allows. */
const DEFAULT_RATE = 200;
/** Milliseconds; one more second than the minute, for what the network delays. */
const WINDOW = 61_000;
const BATCH = 20;

export function addEnroll(program: Command, terminal: Terminal, finish: (exitCode: number) => void): void {
  const command = program
    .command('enroll')
    .summary('enroll the prospects of a CSV file, resumably')
    .description(DESCRIPTION)
    .argument('<file>', 'the file, or - for standard input')
    .option('--key <key>', 'enrollment key, which arrives in every event (required)')
    .addOption(eventsOption())
    .option('--column <column>', `the ids' column, its name or number (default: ${DEFAULT_COLUMN})`)
    .option('--journal <file>', 'where the run is written down (default: <file>.<key>.jsonl)')
    .option(
      '--failed <file>',
      'where rows that failed are written; once changed it stays (default: failed.csv beside <file>)',
    )
    .option('--rate <requests>', `requests a minute at most (default: ${DEFAULT_RATE})`, rateOf, DEFAULT_RATE)
    .option('--resend-unknown', "send again what the service can't tell of, perhaps twice")
    .option('--dry-run', 'look through the file, and send nothing')
    .option('--yes', 'do not ask')
    .addOption(formatOption())
    .addOption(logOption())
    .action(async (path: string, options: EnrollOptions) => {
      checkKey(options);
      if (options.failed !== undefined && resolve(options.failed) === resolve(path)) {
        throw new CommandError('--failed must be another file than the one that is read');
      }
      const input = path === '-' ? await spooled(terminal.stdin) : { path, remove: async () => {} };
      try {
        const file = await ProspectFile.open(input.path, path === '-' ? 'stdin' : path, options.column);
        finish(await enroll(file, path === '-' ? 'stdin' : path, options, terminal));
      } finally {
        await input.remove();
      }
    });
  requireOptions(command, 'key', 'events');
}

async function enroll(
  file: ProspectFile,
  path: string,
  options: EnrollOptions,
  terminal: Terminal,
): Promise<number> {
  const { key, dryRun, format } = options;
  const found = await survey(file, ({ line, reason }) => terminal.say(`${file.name}:${line}: ${reason}`));
  const { prospects, duplicates, invalid } = found;
  if (dryRun) {
    const plan = { file: file.name, enrollment_key: key, prospects, batches: Math.ceil(prospects / BATCH) };
    await writeData(terminal, { ...plan, duplicates, invalid: invalid.length }, format);
    return invalid.length > 0 ? EXIT.partly : EXIT.done;
  }
  if (prospects === 0) throw new CommandError(`${file.name} has no prospect to enroll`, EXIT.partly);
  // What is missing is said before anybody is asked.
  const secret = apiKey(terminal);
  const slots = slotsOf(slidingWindow({ limit: options.rate, window: WINDOW }), secret);
  const client = apiClient(terminal, { log: options.log, throttle: slots.throttle });
  await checkWritable(failedFileOf(path, options.failed));
  await confirm(terminal, question(found, key), options.yes);
  const journalPath = options.journal ?? journalPathOf(path, key);
  const journal = await Journal.open(journalPath, {
    file: file.sha256,
    key,
    events: [...options.events].sort(),
    baseUrl: baseUrlOf(terminal),
  });
  try {
    return await enrollFile({ file, path, found, client, journal, slots, options, terminal });
  } finally {
    await journal.close();
  }
}

function question({ prospects, invalid }: Survey, key: string): string {
  const batches = Math.ceil(prospects / BATCH);
  const rows = invalid.length === 1 ? '1 invalid row' : `${invalid.length} invalid rows`;
  return [
    `Enroll ${prospects} prospect${prospects === 1 ? '' : 's'} under "${key}"`,
    `in ${batches} request${batches === 1 ? '' : 's'}`,
    invalid.length > 0 ? `, without ${rows}?` : '?',
  ]
    .join(' ')
    .replace(' ,', ',')
    .replace(' ?', '?');
}

/** By the one who will be given it. @throws {CommandError} */
function checkKey({ key }: EnrollOptions): void {
  try {
    enrollProspects({} as never, {
      enrollmentKey: key,
      eventTypes: ['prospect_changed_role'],
      prospectIds: [],
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new CommandError(error.message.replace(/^.*`enrollmentKey`/, '--key'));
  }
}

function eventsOption(): Option {
  const known = [...prospectsEventIdentifierValues];
  const option = new Option(
    '--events <list>',
    `events to watch, separated by commas (required): ${known.join(', ')}`,
  );
  // For completion.
  option.argChoices = known;
  return option.argParser(eventsOf);
}

function eventsOf(text: string): string[] {
  const events = [...new Set(text.split(',').map((event) => event.trim()))].filter(Boolean);
  const unknown = events.find((event) => !isProspectsEventIdentifier(event));
  if (events.length > 0 && unknown === undefined) return events;
  const known = prospectsEventIdentifierValues.join(', ');
  throw new InvalidArgumentError(
    `${unknown === undefined ? 'None is given' : `There is no event ${unknown}`}; there are ${known}.`,
  );
}

function rateOf(text: string): number {
  const rate = Number(text);
  if (Number.isInteger(rate) && rate >= 1) return rate;
  throw new InvalidArgumentError('It must be a whole number of at least 1.');
}
