// The throttle: what it asks, when it waits, and what it does without Redis. On a real one, `pnpm e2e` tries it in three processes.
import { createHash } from 'node:crypto';
import { createClient, slidingWindow } from '@agentsource/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { redisWindow } from '../src/index.ts';
import { deferred, down, never, scriptedRedis } from './redis.ts';

const warnings: string[] = [];
beforeEach(() => {
  warnings.length = 0;
  vi.spyOn(console, 'warn').mockImplementation((line: string) => warnings.push(line));
  // The same hash in this thread: for the other one no fake time waits.
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (_, data) => {
    return new Uint8Array(
      createHash('sha256')
        .update(new Uint8Array(data as ArrayBuffer))
        .digest(),
    ).buffer;
  });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

const key = 'an-api-key';

test('is a throttle of a client', () => {
  createClient({ apiKey: key, throttle: redisWindow(down) });
});

test('waits for as long as Redis says, and shows it a hash of the key', async () => {
  const { send, sent } = scriptedRedis(() => '250.5');
  let done = false;
  const wait = redisWindow(send, { limit: 20, window: 1000, prefix: 'p:' })(key).then(() => {
    done = true;
  });
  await pass(250);
  expect(done).toBe(false);
  await pass(1);
  await wait;
  // A tenth more than the window, since replies and timers come late.
  const hash = createHash('sha256').update(key).digest('hex');
  expect(sent).toEqual([{ script: 'reserve', key: `p:${hash}`, args: [expect.any(String), '20', '1100'] }]);
  expect(JSON.stringify(sent)).not.toContain(key);
});

test('the window of the API is kept a quarter of a second longer', async () => {
  const { send, sent } = scriptedRedis(() => '0');
  await redisWindow(send)(key);
  expect(sent[0]?.args.slice(1)).toEqual(['200', '61250']);
});

describe('an abort', () => {
  test('while it waits gives the slot back, and rejects with the reason', async () => {
    const { send, sent } = scriptedRedis(() => '5000');
    const abort = new AbortController();
    const failed = redisWindow(send)(key, abort.signal).catch((error: Error) => error);
    await pass(1000);
    abort.abort(new Error('enough'));
    expect(await failed).toEqual(new Error('enough'));
    expect(sent.map(({ script, args }) => [script, args[0]])).toEqual([
      ['reserve', sent[0]?.args[0]],
      ['give back', sent[0]?.args[0]],
    ]);
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('before it asks nothing', async () => {
    const { send, sent } = scriptedRedis(() => '0');
    await expect(redisWindow(send)(key, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(sent).toEqual([]);
  });
});

test('a slot that was missed, because the reply came late, is given back for another', async () => {
  let replies = 0;
  const { send, sent } = scriptedRedis(() => {
    replies += 1;
    return replies === 1 ? new Promise((resolve) => setTimeout(resolve, 300, '0')) : '0';
  });
  const wait = redisWindow(send)(key);
  await pass(300);
  await wait;
  expect(sent.map(({ script }) => script)).toEqual(['reserve', 'give back', 'reserve']);
});

test('but where Redis is always slow, a request goes out at last', async () => {
  const { send, sent } = scriptedRedis(() => new Promise((resolve) => setTimeout(resolve, 300, '0')));
  const wait = redisWindow(send)(key);
  for (let count = 0; count < 6; count += 1) await pass(300);
  await wait;
  expect(sent.filter(({ script }) => script === 'reserve')).toHaveLength(6);
});

describe('while Redis does not answer', () => {
  /** How long after now each of so many requests is let through. */
  async function times(throttle: (key: string) => Promise<void>, count: number, of = key): Promise<number[]> {
    const start = performance.now();
    const at: number[] = [];
    const all = Promise.all(
      Array.from({ length: count }, () => throttle(of).then(() => at.push(performance.now() - start))),
    );
    await pass(0);
    while (at.length < count) await vi.advanceTimersByTimeAsync(100);
    await all;
    return at.map(Math.round);
  }

  test('each process keeps to its share, by the rule of slidingWindow', async () => {
    const own = await times(redisWindow(down, { limit: 30, window: 1000, processes: 3 }), 25, 'a');
    const rule = await times(slidingWindow({ limit: 10, window: 1000 }), 25, 'b');
    expect(own).toEqual(rule);
    expect(warnings).toEqual([
      '@agentsource/redis: the rate limit is not shared, each process keeps to its part: connect ECONNREFUSED',
    ]);
  });

  test('a client that queues costs one second, not one for each request', async () => {
    const { send, sent } = scriptedRedis(never);
    const throttle = redisWindow(send, { limit: 300, processes: 3 });
    const start = performance.now();
    const first = throttle(key);
    await pass(1000);
    await first;
    await throttle(key);
    await throttle(key);
    expect([performance.now() - start, sent.length]).toEqual([1000, 1]);
    // Some time later it is asked again.
    await pass(10_000);
    const later = throttle(key);
    await pass(1000);
    await later;
    expect(sent).toHaveLength(2);
  });

  test('a queued command that comes through at last ends the outage, and gives its slot back', async () => {
    const first = deferred<string>();
    const { send, sent } = scriptedRedis(() => (sent.length === 1 ? first.promise : '0'));
    const throttle = redisWindow(send);
    const outage = throttle(key);
    await pass(1000);
    await outage;
    first.resolve('0');
    await pass(0);
    await throttle(key);
    expect(sent.map(({ script }) => script)).toEqual(['reserve', 'give back', 'reserve']);
    expect(warnings).toEqual([
      expect.stringContaining('is not shared'),
      '@agentsource/redis: the rate limit is shared again',
    ]);
  });

  test('what was sent by leave of Redis counts', async () => {
    let up = true;
    const throttle = redisWindow(() => (up ? Promise.resolve('0') : down()), {
      limit: 20,
      window: 1000,
      processes: 2,
    });
    for (let count = 0; count < 10; count += 1) await throttle(key);
    up = false;
    expect(await times(throttle, 1)).toEqual([1000]);
  });

  test('a process of many has one request in a window, at least', async () => {
    expect(await times(redisWindow(down, { limit: 2, window: 1000, processes: 10 }), 3)).toEqual([
      0, 1000, 2000,
    ]);
  });

  test('and a reply that is no number lets nothing through unhindered', async () => {
    const throttle = redisWindow(async () => 'OK', { limit: 1, window: 1000, processes: 1 });
    expect(await times(throttle, 2)).toEqual([0, 1000]);
    expect(warnings).toEqual([expect.stringContaining('no number')]);
  });
});
