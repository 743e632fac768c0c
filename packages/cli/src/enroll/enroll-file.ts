// A run over a whole file: sends, settles what is unknown, writes the rows that failed, and sums up.
import type { AgentSourceClient } from '@agentsource/client';
import type { EnrollProspectsOptions } from '@agentsource/client/enroll';
import { EXIT } from '../exit-codes.ts';
import { writeData } from '../output/format.ts';
import type { ProspectFile } from '../prospects/prospect-file.ts';
import type { Survey } from '../prospects/survey.ts';
import type { Terminal } from '../terminal.ts';
import { freeFailedFile, writeFailedFile } from './failed-file.ts';
import type { Journal } from './journal.ts';
import type { EnrollOptions } from './options.ts';
import { Progress } from './progress.ts';
import { idsOf, type RunParts, sendAll, Tally } from './run.ts';
import { openBatches, settle } from './settle.ts';
import type { Slots } from './slots.ts';

export interface FileRun {
  file: ProspectFile;
  path: string;
  found: Survey;
  client: AgentSourceClient;
  journal: Journal;
  slots: Slots;
  options: EnrollOptions;
  terminal: Terminal;
}

/** Gives the exit code. */
export async function enrollFile(run: FileRun): Promise<number> {
  const { file, found, client, journal, slots, options, terminal } = run;
  const [stop, cut] = [new AbortController(), new AbortController()];
  let interruptions = 0;
  const end = terminal.onInterrupt(() => {
    interruptions++;
    stop.abort();
    if (interruptions > 1) cut.abort();
    else terminal.say('Stopping when what was sent is answered; Ctrl-C once more cuts it.');
  });
  const already = await enrolledIn(journal);
  const progress = new Progress(terminal, found.prospects - already);
  const parts: RunParts = {
    client,
    journal,
    slots,
    progress,
    key: options.key,
    events: options.events as unknown as EnrollProspectsOptions['eventTypes'],
    concurrency: concurrencyOf(options.rate),
    resendUnknown: options.resendUnknown === true,
    stop,
    cut: cut.signal,
  };
  const tally = new Tally();
  try {
    await sendAll(idsOf(file, stop.signal), parts, tally);
    await settleUnknown(parts, tally, terminal);
  } finally {
    progress.end();
    end();
  }
  return finish(run, tally, already, interruptions > 0);
}

/** At most twice: what was absent is sent again, and of that, too, something may stay unknown. */
async function settleUnknown(parts: RunParts, tally: Tally, terminal: Terminal): Promise<void> {
  const { client, journal, key, events, stop } = parts;
  for (let round = 0; round < 2 && tally.unknown.size > 0 && !stop.signal.aborted; round++) {
    const open = await openBatches(journal.records());
    terminal.say(`Asking the service what became of ${plural(open.length, 'request')} without an answer.`);
    try {
      const { enrolled, absent } = await settle(client, journal, open, { key, events, signal: stop.signal });
      for (const { batch, ids } of enrolled) {
        tally.enrolled += ids.length;
        tally.unknown.delete(batch);
      }
      for (const { batch } of absent) tally.unknown.delete(batch);
      if (absent.length === 0) return;
      await sendAll(
        absent.flatMap(({ ids }) => ids),
        parts,
        tally,
      );
    } catch (error) {
      if (!stop.signal.aborted) terminal.say(`That can't be told now: ${(error as Error).message}`);
      return;
    }
  }
}

async function finish(run: FileRun, tally: Tally, already: number, isInterrupted: boolean): Promise<number> {
  const { file, found, journal, options, terminal } = run;
  const failed = tally.failures.size;
  const failedFile = failed + found.invalid.length > 0 ? await writeFailures(run, tally) : undefined;
  const notSent = found.prospects - already - tally.enrolled - failed - tally.unknownIds;
  const summary = {
    file: file.name,
    enrollment_key: options.key,
    prospects: found.prospects,
    enrolled: tally.enrolled,
    enrolled_before: already,
    failed,
    unknown: tally.unknownIds,
    not_sent: notSent,
    invalid: found.invalid.length,
    duplicates: found.duplicates,
    journal: journal.path,
    ...(failedFile !== undefined && { failed_file: failedFile }),
  };
  await writeData(terminal, summary, options.format);
  if (tally.ended) terminal.say(`agentsource: stopped: ${tally.ended.reason}`);
  if (notSent > 0) terminal.say('The same command goes on from here.');
  if (tally.unknownIds > 0) {
    terminal.say(
      'Of the unknown nobody can tell whether they are enrolled; --resend-unknown sends them again.',
    );
  }
  if (isInterrupted) return EXIT.interrupted;
  if (tally.ended) return tally.ended.exitCode;
  if (tally.unknownIds > 0) return EXIT.unknown;
  return failed + found.invalid.length > 0 ? EXIT.partly : EXIT.done;
}

async function writeFailures(
  { file, path, found, journal, options }: FileRun,
  tally: Tally,
): Promise<string> {
  const earlier = await journal.failedFile();
  const target = options.failed ?? earlier ?? freeFailedFile(path);
  if (target !== earlier) await journal.append({ status: 'invalid', ids: [], failedFile: target });
  const invalid = new Map(found.invalid.map(({ line, reason }) => [line, reason]));
  await writeFailedFile(target, file, tally.failures, invalid);
  return target;
}

async function enrolledIn(journal: Journal): Promise<number> {
  let count = 0;
  for await (const { status, ids } of journal.records()) if (status === 'enrolled') count += ids.length;
  return count;
}

/** As many at once as the rate needs where an answer takes two thirds of a second, within what is fair to the service. */
function concurrencyOf(rate: number): number {
  return Math.min(32, Math.max(4, Math.ceil(rate / 100)));
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
