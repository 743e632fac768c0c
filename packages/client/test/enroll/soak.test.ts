// The soak: 10,000 enrollments through every fault at once, cut short and resumed; none twice, none lost, none hung.
import { afterAll, expect, test } from 'vitest';
import { type EarlierRecord, type EnrollmentRecord, enrollProspects } from '../../src/enroll/index.ts';
import { createClient } from '../../src/index.ts';
import { type SoakService, startSoakService, WAYS } from './soak-service.ts';

// The same faults every time, unless SOAK_SEED asks for others: a number, or `random`. The test's name has the seed.
const { SOAK_SEED = '20260919' } = process.env;
const SEED = SOAK_SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(SOAK_SEED);
if (!Number.isSafeInteger(SEED))
  throw new Error(`SOAK_SEED must be a whole number or "random", not "${SOAK_SEED}"`);
const BATCHES = 10_000;
const CONCURRENCY = 32;
const TIME_LIMIT = 400;
const QUIET_MEANS_HUNG = 60_000;

let service: SoakService | undefined;
afterAll(() => service?.stop());

test(`soak of ${BATCHES} enrollments, seed ${SEED}`, { timeout: 300_000 }, async () => {
  service = await startSoakService(SEED, 4 * TIME_LIMIT);
  const { baseUrl, truth } = service;
  const client = createClient({
    apiKey: 'soak',
    baseUrl,
    timeout: TIME_LIMIT,
    deadline: 10 * TIME_LIMIT,
    retry: { baseDelay: 2, maxDelay: 20 },
  });
  // Lines, as a caller would keep them in a file.
  const journal: string[] = [];
  const last = new Map<string, string>();
  let calls = 0;
  let hung = 0;

  /** One run, resumed from the journal; `leave` ends it early. */
  const run = async (leave?: (records: number, controller: AbortController) => 'break' | undefined) => {
    const controller = new AbortController();
    const flying = new Set<number>();
    const records = enrollProspects(client, {
      enrollmentKey: 'soak',
      eventTypes: ['prospect_changed_role'],
      prospectIds: ids(),
      concurrency: CONCURRENCY,
      signal: controller.signal,
      resumeFrom: journal.map((line) => JSON.parse(line) as EarlierRecord),
      onSend: (record) => {
        calls++;
        flying.add(record.batch);
        journal.push(JSON.stringify(record));
        last.set(record.ids[0] ?? '', record.status);
      },
    });
    let count = 0;
    try {
      for await (const record of watched(records, () => {
        hung += flying.size;
        controller.abort(new Error(`nothing happened for ${QUIET_MEANS_HUNG} ms`));
      })) {
        if (record.status === 'invalid') throw record.error;
        flying.delete(record.batch);
        journal.push(JSON.stringify(record));
        last.set(record.ids[0] ?? '', record.status);
        if (leave?.(++count, controller) === 'break') break;
      }
    } catch (error) {
      if (error !== STOPPED) throw error;
    }
    return count;
  };

  const start = performance.now();
  await run((count, controller) => void (count === 3000 && controller.abort(STOPPED)));
  await run((count) => (count === 3000 ? 'break' : undefined));
  let passes = 2;
  while ([...last.values()].includes('failed') || passes === 2) {
    await run();
    passes++;
  }
  const seconds = (performance.now() - start) / 1000;

  const reported = [...last].filter(([, status]) => status !== 'failed');
  const acted = [...truth.acted];
  const tally = {
    seed: SEED,
    seconds: Math.round(seconds),
    passes,
    calls,
    requests: truth.requests,
    retries: truth.requests - calls,
    enrolled: [...last.values()].filter((status) => status === 'enrolled').length,
    unknown: [...last.values()].filter((status) => status === 'unknown' || status === 'sending').length,
    duplicates: acted.filter(([, times]) => times > 1).length + truth.sentAgain.length,
    lost: acted.filter(([id]) => !['enrolled', 'unknown', 'sending'].includes(last.get(id) ?? '')).length,
    invented: [...last].filter(([id, status]) => status === 'enrolled' && !truth.acted.has(id)).length,
    followed: truth.followed,
    hung,
  };
  console.log(
    Object.entries(tally)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );
  console.log([...truth.faults].map(([name, times]) => `${name}: ${times}`).join(', '));
  expect(truth.sentAgain.slice(0, 10)).toEqual([]);
  expect(tally).toMatchObject({ duplicates: 0, lost: 0, invented: 0, followed: 0, hung: 0 });
  expect(reported).toHaveLength(BATCHES);
  expect(truth.faults.size).toBe(WAYS);
});

const STOPPED = new Error('stopped by the soak');

/** 20 for each batch. */
function* ids(): Generator<string> {
  for (let index = 0; index < 20 * BATCHES; index++) yield index.toString(16).padStart(40, '0');
}

/** The same records; calls `onQuiet` when none comes for too long. */
async function* watched(
  records: AsyncGenerator<EnrollmentRecord, void, void>,
  onQuiet: () => void,
): AsyncGenerator<EnrollmentRecord, void, void> {
  let timer = setTimeout(onQuiet, QUIET_MEANS_HUNG);
  try {
    for await (const record of records) {
      clearTimeout(timer);
      yield record;
      timer = setTimeout(onQuiet, QUIET_MEANS_HUNG);
    }
  } finally {
    clearTimeout(timer);
  }
}
