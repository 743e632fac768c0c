// What became of batches that nobody knows the outcome of, by what the service lists: enrolled, or absent and to be sent again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentSourceClient } from '@agentsource/client';
import { type ListedEnrollment, listedEnrollments } from '../enrollments/listed.ts';
import type { Journal, JournalRecord } from './journal.ts';

/** Milliseconds after which a request that the service ever acts on is expected to be listed. */
const SETTLED = 5_000;

/** A batch without an outcome: its ids, and when it was sent. */
export interface OpenBatch {
  batch: number;
  ids: readonly string[];
  at: number;
}

export interface Settled {
  enrolled: OpenBatch[];
  absent: OpenBatch[];
}

/**
 * The word of the list is taken for absence only if it shows all that the service said it enrolled: a list that has not even that
 * (it comes late, in pages, or of a mock that remembers nothing) proves nothing, and the batches stay unknown.
 */
export async function settle(
  client: AgentSourceClient,
  journal: Journal,
  open: readonly OpenBatch[],
  { key, events, signal }: { key: string; events: readonly string[]; signal: AbortSignal },
): Promise<Settled> {
  const last = Math.max(...open.map(({ at }) => at));
  await sleep(Math.max(0, Math.min(SETTLED, last + SETTLED - Date.now())), undefined, { signal });
  const listed = idsOf(await listedEnrollments(client, key, signal), events);
  const enrolled = open.filter(({ ids }) => ids.every((id) => listed.has(id)));
  const isTrue = await showsAll(journal, listed, enrolled.length > 0);
  const absent = isTrue ? open.filter(({ ids }) => !ids.some((id) => listed.has(id))) : [];
  for (const { batch, ids } of enrolled) {
    await journal.append({ status: 'enrolled', batch, key, ids, enrollmentId: '', found: true });
  }
  for (const { batch, ids } of absent) await journal.appendSynced({ status: 'absent', batch, key, ids });
  return { enrolled, absent };
}

/** The batches of a journal that were sent and have no outcome, or an unknown one. */
export async function openBatches(records: AsyncIterable<JournalRecord>): Promise<OpenBatch[]> {
  const open = new Map<number, OpenBatch & { isUnknown: boolean }>();
  for await (const { status, batch = 0, ids, at } of records) {
    const earlier = open.get(batch);
    const isOpen = status === 'sending' || status === 'unknown';
    // A refusal says nothing about an earlier attempt of which nobody knows.
    if (isOpen) {
      const isUnknown = status === 'unknown' || earlier !== undefined;
      open.set(batch, { batch, ids, at: at ?? earlier?.at ?? 0, isUnknown });
    } else if (status !== 'failed' || !earlier?.isUnknown) open.delete(batch);
  }
  return [...open.values()].map(({ batch, ids, at }) => ({ batch, ids, at }));
}

function idsOf(enrollments: readonly ListedEnrollment[], events: readonly string[]): Set<string> {
  const watched = enrollments.filter(({ event_types }) =>
    events.every((event) => event_types.includes(event)),
  );
  return new Set(watched.flatMap(({ prospect_ids }) => prospect_ids));
}

async function showsAll(journal: Journal, listed: ReadonlySet<string>, showsSome: boolean): Promise<boolean> {
  let isShown = showsSome;
  for await (const { status, ids } of journal.records()) {
    if (status !== 'enrolled') continue;
    if (!ids.every((id) => listed.has(id))) return false;
    isShown = true;
  }
  return isShown;
}
