// The loop under enrollProspects: never more at once than allowed, nothing lost whatever ends it, nothing left behind.
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapConcurrently } from '../../src/enroll/map-concurrently.ts';

async function* numbers(count: number, error?: Error): AsyncGenerator<number, void, void> {
  for (let index = 0; index < count; index++) yield index;
  if (error) throw error;
}

const never = () => false;

async function collect<R>(results: AsyncGenerator<R>): Promise<{ results: R[]; error?: unknown }> {
  const list: R[] = [];
  try {
    for await (const result of results) list.push(result);
    return { results: list };
  } catch (error) {
    return { results: list, error };
  }
}

test('yields every result, with never more work at once than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(40),
      fc.integer({ min: 1, max: 8 }),
      fc.nat(3),
      async (count, concurrency, delay) => {
        let flying = 0;
        let most = 0;
        const work = async (item: number) => {
          most = Math.max(most, ++flying);
          await sleep(item % (delay + 1));
          flying--;
          return item;
        };
        const { results, error } = await collect(
          mapConcurrently(numbers(count), work, { concurrency, stopAfter: never }),
        );
        expect(error).toBeUndefined();
        expect(results.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
        expect(most).toBe(Math.min(count, concurrency));
      },
    ),
    { numRuns: 40 },
  );
});

test('results come as they land, not in order', async () => {
  const work = async (item: number) => sleep(item === 0 ? 60 : 5, item);
  const { results } = await collect(mapConcurrently(numbers(3), work, { concurrency: 3, stopAfter: never }));
  expect(results.at(-1)).toBe(0);
});

test('a failing source: what flies lands first, then its error is thrown', async () => {
  const broken = new Error('the file ended early');
  const run = mapConcurrently(numbers(3, broken), (item) => sleep(20, item), {
    concurrency: 9,
    stopAfter: never,
  });
  const { results, error } = await collect(run);
  expect(results).toHaveLength(3);
  expect(error).toBe(broken);
});

test('failing work: what else flies lands first, nothing new starts', async () => {
  const broken = new Error('disk full');
  const started: number[] = [];
  const work = async (item: number) => {
    started.push(item);
    if (item === 1) throw broken;
    return sleep(20, item);
  };
  const { results, error } = await collect(
    mapConcurrently(numbers(50), work, { concurrency: 3, stopAfter: never }),
  );
  expect(error).toBe(broken);
  expect([...results, 1].sort()).toEqual(started.sort());
  expect(started.length).toBeLessThanOrEqual(4);
});

test('an abort: work sees it, its results are still yielded, then the reason is thrown', async () => {
  const controller = new AbortController();
  const reason = new Error('Ctrl-C');
  const work = async (item: number, signal: AbortSignal) => {
    if (item === 2) setTimeout(() => controller.abort(reason), 10);
    await sleep(60_000, undefined, { signal }).catch(() => {});
    return item;
  };
  const { results, error } = await collect(
    mapConcurrently(numbers(50), work, { concurrency: 3, stopAfter: never, signal: controller.signal }),
  );
  expect(results.sort()).toEqual([0, 1, 2]);
  expect(error).toBe(reason);
});

test('an abort ends a run whose source stalls, and a signal aborted before starts nothing', async () => {
  const stalled = (async function* (): AsyncGenerator<number, void, void> {
    await new Promise(() => {});
    yield 0;
  })();
  const signal = AbortSignal.timeout(20);
  const options = { concurrency: 2, stopAfter: never, signal };
  expect(await collect(mapConcurrently(stalled, async (item) => item, options))).toMatchObject({
    results: [],
    error: { name: 'TimeoutError' },
  });
  const work = () => Promise.reject(new Error('started'));
  expect((await collect(mapConcurrently(numbers(5), work, options))).error).toBe(signal.reason);
});

test('stopAfter: nothing new starts, what flies lands, the run ends without an error', async () => {
  const work = async (item: number) => sleep(item === 0 ? 1 : 30, item);
  const { results, error } = await collect(
    mapConcurrently(numbers(50), work, { concurrency: 3, stopAfter: (item) => item === 0 }),
  );
  expect(error).toBeUndefined();
  expect(results.sort()).toEqual([0, 1, 2]);
});

test('an early break aborts what flies, waits for it, and closes the source', async () => {
  let closed = false;
  const source = (async function* (): AsyncGenerator<number, void, void> {
    try {
      yield* numbers(50);
    } finally {
      closed = true;
    }
  })();
  let flying = 0;
  let cut = 0;
  const work = async (item: number, signal: AbortSignal) => {
    flying++;
    if (item === 0) await sleep(20);
    else await sleep(60_000, undefined, { signal }).catch(() => cut++);
    flying--;
    return item;
  };
  for await (const item of mapConcurrently(source, work, { concurrency: 3, stopAfter: never })) {
    expect(item).toBe(0);
    break;
  }
  expect({ closed, flying, cut }).toEqual({ closed: true, flying: 0, cut: 2 });
});

test('a slow consumer bounds what is started', async () => {
  let started = 0;
  const work = async () => ++started;
  const run = mapConcurrently(numbers(1000), work, { concurrency: 4, stopAfter: never });
  await run.next();
  await sleep(30);
  expect(started).toBeLessThanOrEqual(4);
  await run.return();
});

test('takes from the source one item at a time', async () => {
  let most = 0;
  let open = 0;
  const source = numbers(30);
  const next = source.next.bind(source);
  source.next = async () => {
    most = Math.max(most, ++open);
    await sleep(2);
    return next().finally(() => open--);
  };
  const work = (item: number) => sleep(item % 3, item);
  const { results } = await collect(mapConcurrently(source, work, { concurrency: 3, stopAfter: never }));
  expect(results).toHaveLength(30);
  expect(most).toBe(1);
});

test('any concurrency will do', async () => {
  const options = { concurrency: Number.MAX_SAFE_INTEGER, stopAfter: never };
  const { results } = await collect(mapConcurrently(numbers(100), async (item) => item, options));
  expect(results).toHaveLength(100);
});
