// The end of a run: the service is asked what became of what is unknown, and what it does not have is sent again.
import type { Terminal } from '../terminal.ts';
import { type OpenBatch, outcomesOf } from './outcomes.ts';
import { type RunParts, sendAll, type Tally } from './run.ts';
import { settle } from './settle.ts';

/** Of what is sent again, too, something may stay unknown. */
const ROUNDS = 3;

/** Gives whether the service was asked, and could not tell of all. */
export async function settleUnknown(parts: RunParts, tally: Tally, terminal: Terminal): Promise<boolean> {
  const { journal, stop } = parts;
  let mayResend = parts.resendUnknown;
  for (let round = 0; round < ROUNDS; round++) {
    const { open } = await outcomesOf(journal.records());
    if (open.length === 0 || stop.signal.aborted) return false;
    terminal.say(`Asking the service what became of ${plural(open.length, 'request')} without an answer.`);
    try {
      const { enrolled, absent, unknown } = await settle(parts);
      for (const { batch, ids } of enrolled) {
        tally.enrolled += ids.length;
        tally.unknown.delete(batch);
      }
      if (absent.length === 0 && unknown.length > 0 && !mayResend) return true;
      const again = [...absent, ...(mayResend ? await resent(unknown, parts) : [])];
      if (again.length === 0) return false;
      mayResend &&= unknown.length === 0;
      for (const { batch } of again) tally.unknown.delete(batch);
      await sendAll(idsOf(again), parts, tally);
    } catch (error) {
      if (!stop.signal.aborted && error !== journal.failure)
        terminal.say(`That can't be told now: ${(error as Error).message}`);
      return false;
    }
  }
  return false;
}

/** Written down first; whoever asked for it once has it sent by a later run as well. */
async function resent(
  unknown: readonly OpenBatch[],
  { journal, key }: RunParts,
): Promise<readonly OpenBatch[]> {
  for (const { batch, ids } of unknown) await journal.appendSynced({ status: 'resend', batch, key, ids });
  return unknown;
}

function idsOf(batches: readonly OpenBatch[]): string[] {
  return batches.flatMap(({ ids }) => ids);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
