// What became of batches that nobody knows the outcome of, by what the service lists: enrolled, or absent and to be sent again.
import { setTimeout as sleep } from 'node:timers/promises';
import { type ListedEnrollment, listedEnrollments } from '../enrollments/listed.ts';
import type { Journal } from './journal.ts';
import { type OpenBatch, outcomesOf } from './outcomes.ts';
import type { RunParts } from './run.ts';

/** Milliseconds after which a request that the service ever acts on is expected to be listed. */
const SETTLED = 5_000;

export interface Settled {
  enrolled: OpenBatch[];
  absent: OpenBatch[];
  /** Of which the service could not tell. */
  unknown: OpenBatch[];
}

/**
 * The word of the list is taken for absence only if it shows all that the service said it enrolled: a list that has not even that
 * (it comes late, in pages, or of a mock that remembers nothing) proves nothing, and the batches stay unknown.
 */
export async function settle(parts: RunParts): Promise<Settled> {
  const { client, journal, key, events, stop } = parts;
  const { open } = await outcomesOf(journal.records());
  const last = Math.max(...open.map(({ at }) => at));
  const wait = Math.max(0, Math.min(SETTLED, last + SETTLED - Date.now()));
  await sleep(wait, undefined, { signal: stop.signal });
  const listed = idsOf(await listedEnrollments(client, key, stop.signal), events);
  const enrolled = open.filter(({ ids }) => ids.every((id) => listed.has(id)));
  const isTrue = await showsAll(journal, listed, enrolled.length > 0);
  const absent = isTrue ? open.filter(({ ids }) => !ids.some((id) => listed.has(id))) : [];
  for (const { batch, ids } of enrolled) await journal.append({ status: 'enrolled', batch, key, ids });
  for (const { batch, ids } of absent) await journal.appendSynced({ status: 'absent', batch, key, ids });
  const unknown = open.filter((one) => !enrolled.includes(one) && !absent.includes(one));
  return { enrolled, absent, unknown };
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
