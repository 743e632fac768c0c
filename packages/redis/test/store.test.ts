// What the store makes of Redis's replies; what Redis makes of the scripts, `pnpm e2e` tries on a real one.
import type { ClaimStore } from '@agentsource/webhooks';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { redisStore } from '../src/index.ts';
import { deferred, down, type Sent, scriptedRedis } from './redis.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('is a store for @agentsource/webhooks', () => {
  expectTypeOf(redisStore(down)).toExtend<ClaimStore>();
});

test('claims with a token of its own, which it gives with all that follows', async () => {
  const { send, sent } = scriptedRedis(() => 'claimed');
  const store = redisStore(send, { prefix: 'p:', rememberFor: 5000 });
  const claims = [await store.claim('a', 60_000), await store.claim('a', 0.5)];
  for (const claim of claims) {
    if (typeof claim === 'string') throw new Error(claim);
    await claim.done();
    await claim.release();
  }
  expect(sent.map(({ key }) => key)).toEqual(Array.from({ length: 6 }, () => 'p:a'));
  const [first, second] = [sent[0]?.args[0], sent[1]?.args[0]];
  expect(first).not.toBe(second);
  expect(sent.map(({ args }) => args)).toEqual([
    [first, '60000'],
    [second, '1'],
    [first, '5000'],
    [first],
    [second, '5000'],
    [second],
  ]);
});

test.each(['done', 'taken'])('says what Redis says: %s', async (reply) => {
  expect(await redisStore(scriptedRedis(() => reply).send).claim('a', 1000)).toBe(reply);
});

test('fails with what the client fails with', async () => {
  await expect(redisStore(down).claim('a', 1000)).rejects.toThrow('connect ECONNREFUSED');
});

describe('a claim that may have been made, unheard of,', () => {
  const release = (sent: Sent[]) => ({ key: sent[0]?.key, args: [sent[0]?.args[0]] });

  test('is given back when the client fails, which has then lost the reply', async () => {
    const { send, sent } = scriptedRedis(() => (sent.length === 1 ? down() : ''));
    await expect(redisStore(send).claim('a', 1000)).rejects.toThrow('connect ECONNREFUSED');
    expect(sent.slice(1)).toEqual([expect.objectContaining(release(sent))]);
  });

  test('and when the reply comes after its time', async () => {
    const reply = deferred<string>();
    const { send, sent } = scriptedRedis(() => reply.promise);
    const failed = redisStore(send)
      .claim('a', 1000)
      .catch(({ name }: Error) => name);
    await vi.advanceTimersByTimeAsync(1000);
    // At once, for clients that keep the order of what they queue, and when it is sure, for the others.
    expect([await failed, sent.length]).toEqual(['TimeoutError', 2]);
    reply.resolve('claimed');
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.slice(1)).toEqual([1, 2].map(() => expect.objectContaining(release(sent))));
  });
});
