// A run: sends what the journal does not answer for, and writes down what becomes of it.
import { type AgentSourceClient, isExploriumError } from '@agentsource/client';
import {
  type EnrollmentRecord,
  type EnrollProspectsOptions,
  enrollProspects,
} from '@agentsource/client/enroll';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-codes.ts';
import type { ProspectFile } from '../prospects/prospect-file.ts';
import type { Journal } from './journal.ts';
import type { Progress } from './progress.ts';
import type { Slots } from './slots.ts';

/** What a run works with. */
export interface RunParts {
  client: AgentSourceClient;
  journal: Journal;
  slots: Slots;
  progress: Progress;
  key: string;
  events: EnrollProspectsOptions['eventTypes'];
  concurrency: number;
  resendUnknown: boolean;
  /** Aborted at the first Ctrl-C: nothing more is sent. */
  stop: AbortController;
  /** Aborted at the second: what is in flight is cut. */
  cut: AbortSignal;
}

/** What came of a run so far. */
export class Tally {
  /** Ids enrolled in this run. */
  enrolled = 0;
  /** Why, by id. */
  readonly failures: Map<string, string> = new Map();
  /** Ids by batch. */
  readonly unknown: Map<number, readonly string[]> = new Map();
  /** Why the run ended early, and the exit code for it. */
  ended: { reason: string; exitCode: ExitCode } | undefined;

  get unknownIds(): number {
    return [...this.unknown.values()].reduce((sum, ids) => sum + ids.length, 0);
  }
}

/** Attempts that could not connect, one after the other, before it is not tried any more. */
const UNREACHABLE = 5;

/** Never throws what the service or the network is to blame for: that is in the tally. */
export async function sendAll(
  ids: EnrollProspectsOptions['prospectIds'],
  parts: RunParts,
  tally: Tally,
): Promise<void> {
  const { client, journal, slots, progress, key, events, concurrency, resendUnknown, stop, cut } = parts;
  let unreachable = 0;
  const records = enrollProspects(client, {
    enrollmentKey: key,
    eventTypes: events,
    prospectIds: ids,
    concurrency,
    resendUnknown,
    resumeFrom: journal.records(),
    signal: cut,
    async onSend(record) {
      await slots.reserve(stop.signal);
      await journal.appendSynced({ ...record, at: Date.now() });
    },
  });
  try {
    for await (const record of records) {
      await journal.append(lineOf(record));
      count(record, tally);
      const end = record.status === 'failed' ? reasonToEnd(record.error) : undefined;
      unreachable =
        record.status === 'failed' && record.error.name === 'ConnectionError' ? unreachable + 1 : 0;
      tally.ended ??= end ?? (unreachable < UNREACHABLE ? undefined : unreachableNow(record));
      if (tally.ended) stop.abort();
      progress.update({ enrolled: tally.enrolled, failed: tally.failures.size, unknown: tally.unknownIds });
    }
  } catch (error) {
    // The reason of our own signals is no news.
    if (!stop.signal.aborted && !cut.aborted) throw error;
    if (error !== stop.signal.reason && error !== cut.reason) throw error;
  }
}

/** The ids of a file, for as long as nobody stops it. */
export async function* idsOf(file: ProspectFile, stop: AbortSignal): AsyncGenerator<string, void, void> {
  for await (const row of file.rows()) {
    if (stop.aborted) return;
    if (row.id !== undefined) yield row.id;
  }
}

function count(record: EnrollmentRecord, tally: Tally): void {
  if (record.status === 'invalid') return;
  tally.unknown.delete(record.batch);
  if (record.status === 'enrolled') {
    tally.enrolled += record.ids.length;
    for (const id of record.ids) tally.failures.delete(id);
  } else if (record.status === 'unknown') tally.unknown.set(record.batch, record.ids);
  else for (const id of record.ids) tally.failures.set(id, record.error.message);
}

/** What of a record is kept; its error as it is told. */
function lineOf(record: EnrollmentRecord): object {
  const { totals: _, status, ...kept } = record;
  return { status, ...kept, ...('error' in kept && { error: kept.error.message }) };
}

/** What every other batch would be told as well. */
function reasonToEnd(error: Error): Tally['ended'] {
  const isForAll = isExploriumError(error) && [401, 403, 429].includes(error.status ?? 0);
  return isForAll ? { reason: error.message, exitCode: exitCodeOf(error) } : undefined;
}

function unreachableNow(record: EnrollmentRecord): Tally['ended'] {
  const reason = 'error' in record ? record.error.message : '';
  return { reason: `the service can't be reached: ${reason}`, exitCode: EXIT.refused };
}
