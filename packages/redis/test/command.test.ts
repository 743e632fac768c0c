// Every client is taken for what it is, and no command outlasts its time.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEvaluate, type RedisClient } from '../src/command.ts';
import { redisStore, redisWindow } from '../src/index.ts';
import { deferred, never } from './redis.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const evaluation = { script: 'return 1', key: 'k', args: ['a', 'b'] };
const command = ['EVAL', 'return 1', '1', 'k', 'a', 'b'];

test('ioredis, by call, although it has a sendCommand of another kind', async () => {
  const call = vi.fn(async () => 'reply');
  const sendCommand = vi.fn();
  expect(await createEvaluate({ call, sendCommand } as RedisClient, {})(evaluation)).toBe('reply');
  expect(call.mock.calls).toEqual([[command[0], command.slice(1)]]);
  expect(sendCommand).not.toHaveBeenCalled();
});

test('node-redis, by sendCommand', async () => {
  const sendCommand = vi.fn(async () => 'reply');
  expect(await createEvaluate({ sendCommand }, {})(evaluation)).toBe('reply');
  expect(sendCommand.mock.calls).toEqual([[command]]);
  expect(vi.getTimerCount()).toBe(0);
});

test.each(['reply', Buffer.from('reply')])('a function, whose reply may be bytes', async (reply) => {
  const send = vi.fn(async () => reply);
  expect(await createEvaluate(send, {})(evaluation)).toBe('reply');
  expect(send.mock.calls).toEqual([[command]]);
});

test('a function that throws fails as one that rejects', async () => {
  const send = () => {
    throw new Error('The client is closed');
  };
  await expect(createEvaluate(send, {})(evaluation)).rejects.toThrow('The client is closed');
});

test('a command without a reply ends after a second, or as told', async () => {
  for (const commandTimeout of [undefined, 200]) {
    const options = commandTimeout === undefined ? {} : { commandTimeout };
    const failed = createEvaluate(never, options)(evaluation).catch((error: Error) => error);
    await vi.advanceTimersByTimeAsync((commandTimeout ?? 1000) - 1);
    expect(await Promise.race([failed, 'waiting'])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await failed).toMatchObject({
      name: 'TimeoutError',
      message: `Redis has not answered within ${commandTimeout ?? 1000} ms`,
    });
  }
  expect(vi.getTimerCount()).toBe(0);
});

test('a late reply is told, a late failure is nothing', async () => {
  const replies: ReturnType<typeof deferred<string>>[] = [];
  const send = () => {
    const reply = deferred<string>();
    replies.push(reply);
    return reply.promise;
  };
  const onLate = vi.fn();
  const evaluate = createEvaluate(send, {});
  const failed = [1, 2].map(() => evaluate({ ...evaluation, onLate }).catch(({ name }: Error) => name));
  await vi.advanceTimersByTimeAsync(1000);
  expect(await Promise.all(failed)).toEqual(['TimeoutError', 'TimeoutError']);
  replies[0]?.resolve('reply');
  replies[1]?.reject(new Error('closed'));
  await vi.advanceTimersByTimeAsync(0);
  expect(onLate.mock.calls).toEqual([['reply']]);
});

test.each<[() => unknown, RegExp]>([
  [() => redisStore({} as RedisClient), /redis must be a client of ioredis or node-redis, or a function/],
  [() => redisWindow({} as RedisClient), /redis must be/],
  [() => redisStore(never, { rememberFor: 0 }), /rememberFor must be/],
  [() => redisStore(never, { rememberFor: Number.NaN }), /rememberFor must be/],
  [() => redisStore(never, { commandTimeout: -1 }), /commandTimeout must be/],
  [() => redisWindow(never, { limit: 0.5 }), /limit must be/],
  [() => redisWindow(never, { limit: Number.NaN }), /limit must be/],
  [() => redisWindow(never, { window: Number.POSITIVE_INFINITY }), /window must be/],
  [() => redisWindow(never, { processes: 0 }), /processes must be/],
])('%s is refused', (make, message) => {
  expect(make).toThrow(message);
});
