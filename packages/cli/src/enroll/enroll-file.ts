// A run over a whole file: sends, settles what is unknown, and sums up.
import type { EnrollProspectsOptions } from '@agentsource/client/enroll';
import type { FileRun } from './file-run.ts';
import { outcomesOf } from './outcomes.ts';
import { Progress } from './progress.ts';
import { idsOf, type RunParts, sendAll, Tally } from './run.ts';
import { settleUnknown } from './settle-unknown.ts';
import { sumUp } from './sum-up.ts';

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
  const before = await outcomesOf(journal.records());
  const progress = new Progress(terminal, found.prospects - before.enrolled - before.failures.size);
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
  let couldNotTell = false;
  try {
    await sendAll(idsOf(file, stop.signal), parts, tally);
    couldNotTell = await settleUnknown(parts, tally, terminal);
  } finally {
    progress.end();
    end();
  }
  return sumUp(run, { tally, before: before.enrolled, couldNotTell, isInterrupted: interruptions > 0 });
}

/** As many at once as the rate needs where an answer takes two thirds of a second, within what is fair to the service. */
function concurrencyOf(rate: number): number {
  return Math.min(32, Math.max(4, Math.ceil(rate / 100)));
}
