// A run: sends what the journal does not answer for, and writes down what becomes of it.
import type { AgentSourceClient } from '@agentsource/client';
import {
  type EarlierRecord,
  type EnrollmentRecord,
  type EnrollProspectsOptions,
  enrollProspects,
} from '@agentsource/client/enroll';
import type { ProspectFile } from '../prospects/prospect-file.ts';
import type { Journal } from './journal.ts';
import type { BatchLine } from './journal-record.ts';
import type { Progress } from './progress.ts';
import { isForAll, isForContent } from './refusal.ts';
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
  /** Aborted at the first Ctrl-C, and where going on makes no sense: nothing more is sent. */
  stop: AbortController;
  /** Aborted at the second: what is in flight is cut. */
  cut: AbortSignal;
}

/** What came of a run so far, for those who watch it; what counts is in the journal. */
export class Tally {
  /** Ids. */
  enrolled = 0;
  failed = 0;
  /** How many ids, by batch. */
  readonly unknown: Map<number, number> = new Map();
  /** Why the run ended early. */
  ended: Error | undefined;
  /** Why a batch was not sent; others may have been. */
  notSent: Error | undefined;
}

/** Batches one after the other that the service did not look at, before no more are tried. */
const UNREACHABLE = 5;

/** Never throws what the service, the network or a full disk is to blame for: that is in the tally and in the journal. */
export async function sendAll(
  ids: EnrollProspectsOptions['prospectIds'],
  parts: RunParts,
  tally: Tally,
): Promise<void> {
  const { journal, progress, stop, cut } = parts;
  let notSent = 0;
  try {
    for await (const record of batches(ids, parts)) {
      // None is invalid: only ids are given.
      if (record.status === 'invalid') continue;
      const line = lineOf(record);
      // What is in flight is waited for all the same; what can't be written down is asked about by the next run.
      await journal.append(line).catch(() => stop.abort());
      count(line, tally);
      notSent = line.status === 'not_sent' ? notSent + 1 : 0;
      if (record.status === 'failed' && line.status === 'not_sent') {
        tally.notSent = record.error;
        if (isForAll(record.error) || notSent >= UNREACHABLE) tally.ended ??= record.error;
      }
      if (tally.ended) stop.abort();
      const { enrolled, failed } = tally;
      progress.update({ enrolled, failed, unknown: sum(tally.unknown.values()) });
    }
  } catch (error) {
    if (error === journal.failure) return stop.abort();
    // The reason of our own signals is no news.
    if (!stop.signal.aborted && !cut.aborted) throw error;
    if (error !== stop.signal.reason && error !== cut.reason) throw error;
  }
}

function batches(
  ids: EnrollProspectsOptions['prospectIds'],
  { client, journal, slots, key, events, concurrency, stop, cut }: RunParts,
): AsyncIterable<EnrollmentRecord> {
  return enrollProspects(client, {
    enrollmentKey: key,
    eventTypes: events,
    prospectIds: ids,
    concurrency,
    resumeFrom: answered(journal),
    signal: cut,
    async onSend(record) {
      await slots.reserve(stop.signal);
      await journal.appendSynced({ ...record, status: 'sending', at: Date.now() });
    },
  });
}

/** The ids of a file, for as long as nobody stops it. */
export async function* idsOf(file: ProspectFile, stop: AbortSignal): AsyncGenerator<string, void, void> {
  for await (const row of file.rows()) {
    if (stop.aborted) return;
    if (row.id !== undefined) yield row.id;
  }
}

/** The journal in the client's words. What was refused is not sent again, so to the client it is done; what was not sent, is. */
async function* answered(journal: Journal): AsyncGenerator<EarlierRecord, void, void> {
  const words: Partial<Record<BatchLine['status'], string>> = { failed: 'enrolled', not_sent: 'failed' };
  for await (const { status, batch, key, ids } of journal.records())
    yield { status: words[status] ?? status, batch, key, ids };
}

/** What of a record is kept; its error as it is told. */
function lineOf(record: Exclude<EnrollmentRecord, { status: 'invalid' }>): BatchLine {
  const { totals: _, status, ...kept } = record;
  if (!('error' in kept)) return { ...kept, status };
  const isNotSent = status === 'failed' && !isForContent(kept.error);
  return { ...kept, status: isNotSent ? 'not_sent' : status, error: kept.error.message };
}

function count({ status, batch, ids }: BatchLine, tally: Tally): void {
  tally.unknown.delete(batch);
  if (status === 'enrolled') tally.enrolled += ids.length;
  else if (status === 'failed') tally.failed += ids.length;
  else if (status === 'unknown') tally.unknown.set(batch, ids.length);
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, one) => total + one, 0);
}
