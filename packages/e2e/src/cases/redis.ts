// What three processes make of one real Redis: each event is handled once, the limit is kept, and an outage ends well.
import { join } from 'node:path';
import { sampleEvent } from '@agentsource/webhooks/testing';
import type { Context } from '../context.ts';
import { checkReceiver, deliver } from '../deliveries.ts';
import { firstAnswer } from '../free-port.ts';
import { runOk, serve } from '../processes.ts';
import { compileRecipe, folderOf, installed } from '../recipe-project.ts';
import { CLIENTS, fleetOf } from '../redis-fleet.ts';
import { type RedisServer, startRedis } from '../redis-server.ts';
import type { TestCase } from '../test-case.ts';

const EVENTS = 200;

export function redisCases(context: Context): TestCase[] {
  const testCase = (name: string, run: (redis: RedisServer) => Promise<string>): TestCase => ({
    kind: 'redis',
    name,
    run: async () => {
      const redis = await startRedis(context.sandbox.directory(`redis-${name.replaceAll(' ', '-')}`));
      const detail = await run(redis);
      await redis.kill();
      return [redis.version, detail].filter(Boolean).join('; ');
    },
  });
  return [
    testCase('recipe of BullMQ', (redis) => queueRecipe(context, redis)),
    testCase('recipe of ioredis', (redis) => ioredisRecipe(context, redis)),
    testCase('claims, by each client', (redis) => claims(context, redis)),
    testCase('the rule of the limit', (redis) => rule(context, redis)),
    testCase(`${EVENTS} events, each to three processes`, (redis) => handledOnce(context, redis)),
    testCase('a process killed in the middle', (redis) => processKilled(context, redis)),
    testCase('Redis killed and brought back', (redis) => redisKilled(context, redis)),
    testCase('three processes, 60 calls each, 50 in 2 s', (redis) => limitKept(context, redis)),
    ...CLIENTS.map((client) =>
      testCase(`the limit of ${client} in an outage`, (redis) => limitInOutage(context, redis, client)),
    ),
  ];
}

async function queueRecipe(context: Context, redis: RedisServer): Promise<string> {
  const folder = await folderOf(context, 'bullmq', 'queue.ts', { 6379: redis.port });
  await compileRecipe(context, folder, ['queue.ts']);
  const event = sampleEvent();
  // The second process knows nothing of the first one's events; the queue does.
  const outputs: string[] = [];
  for (const _ of [1, 2]) {
    const server = serve(process.execPath, ['queue.ts'], folder.options);
    await firstAnswer(folder.url, server.output);
    if ((await deliver(folder.url, event)) !== '200 ok') throw new Error(server.output());
    // By its end, a job that was added before would have been done.
    await checkReceiver(folder.url, server.output);
    await server.end('SIGTERM');
    outputs.push(server.output());
  }
  const times = outputs.join('').split(event.event_id).length - 1;
  if (times !== 1) throw new Error(`the event was worked on ${times} times\n${outputs.join('')}`);
  return installed(join(folder.directory, '..'), 'bullmq');
}

async function ioredisRecipe(context: Context, redis: RedisServer): Promise<string> {
  const folder = await folderOf(context, 'ioredis', 'ioredis.ts', { 6379: redis.port });
  await compileRecipe(context, folder, ['ioredis-server.ts']);
  const env = { ...folder.options.env, EXPLORIUM_API_KEY: 'any-key-will-do-here' };
  const server = serve(process.execPath, ['ioredis-server.ts'], { ...folder.options, env });
  await firstAnswer(folder.url, server.output);
  await checkReceiver(folder.url, server.output);
  await server.end('SIGTERM');
  return installed(join(folder.directory, '..'), 'ioredis');
}

async function claims(context: Context, redis: RedisServer): Promise<string> {
  const folder = await folderOf(context, 'claims', 'ioredis.ts', { 6379: redis.port });
  await compileRecipe(context, folder, ['redis-claims.ts']);
  const { cwd, env } = folder.options;
  for (const CLIENT of CLIENTS) {
    await runOk(process.execPath, ['redis-claims.ts'], { cwd, env: { ...env, CLIENT } });
  }
  return CLIENTS.join(', ');
}

async function rule(context: Context, redis: RedisServer): Promise<string> {
  const folder = await folderOf(context, 'rule', 'ioredis.ts', { 6379: redis.port });
  return (await runOk(process.execPath, ['redis-rule.mjs'], folder.options)).trim();
}

async function handledOnce(context: Context, redis: RedisServer): Promise<string> {
  const fleet = await fleetOf(context, redis, { name: 'once', claimFor: 20_000, duration: 10 });
  await fleet.deliver(EVENTS);
  fleet.expectEach('began', 1);
  fleet.expectEach('done', 1);
  return installed(fleet.project, 'ioredis', 'redis');
}

/** Those that it had begun are handled by another, when the time of its claims has ended, and the rest once. */
async function processKilled(context: Context, redis: RedisServer): Promise<string> {
  const claimFor = 3000;
  const fleet = await fleetOf(context, redis, { name: 'process-killed', claimFor, duration: 100 });
  const delivered = fleet.deliver(EVENTS);
  await fleet.begun(EVENTS / 2);
  await fleet.killOne();
  await delivered;
  fleet.expectEach('done', 1);
  const again = fleet.begunTwice();
  if (again.length === 0) throw new Error('no event was in the middle');
  const soonest = Math.min(...again.map(({ after }) => after));
  // The claim was made before its event was begun, by as much as the machine was busy.
  if (soonest < claimFor - 1000) throw new Error(`handled again after ${soonest} ms`);
  return `${again.length} handled again, ${soonest} ms later at the soonest`;
}

async function redisKilled(context: Context, redis: RedisServer): Promise<string> {
  const fleet = await fleetOf(context, redis, { name: 'redis-killed', claimFor: 20_000, duration: 50 });
  const delivered = fleet.deliver(EVENTS);
  await fleet.begun(EVENTS / 2);
  await redis.kill();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await redis.restart();
  await delivered;
  fleet.expectEach('began', 1);
  fleet.expectEach('done', 1);
  return `${fleet.answered('500')} answers were 500 meanwhile`;
}

async function limitKept(context: Context, redis: RedisServer): Promise<string> {
  const folder = await folderOf(context, 'limit', 'ioredis.ts', { 6379: redis.port });
  await compileRecipe(context, folder, ['redis-throttle.ts', 'redis-outage.ts', 'redis-receiver.ts']);
  const { cwd, env } = folder.options;
  const runs = CLIENTS.map((CLIENT) =>
    runOk(process.execPath, ['redis-throttle.ts'], { cwd, env: { ...env, CLIENT } }),
  );
  const times = (await Promise.all(runs))
    .flatMap((output) => JSON.parse(output) as number[])
    .sort((a, b) => a - b);
  const spans = times.slice(50).map((time, index) => time - (times[index] ?? 0));
  if (times.length !== 180) throw new Error(`${times.length} calls`);
  const shortest = Math.min(...spans);
  if (shortest <= 2000) throw new Error(`51 calls within ${shortest} ms`);
  return `51 calls took ${Math.round(shortest)} ms at the least, all ${Math.round((times.at(-1) ?? 0) - (times[0] ?? 0))} ms`;
}

async function limitInOutage(context: Context, redis: RedisServer, client: string): Promise<string> {
  const folder = await folderOf(context, `outage-${client}`, 'ioredis.ts', { 6379: redis.port });
  const env = { ...folder.options.env, CLIENT: client };
  const server = serve(process.execPath, ['redis-outage.ts'], { ...folder.options, env });
  await server.printed(/^before \[/m);
  await redis.kill();
  const [, turns = ''] = await server.printed(/^meanwhile (.*)$/m);
  // Two in a second each: a third of the limit. Whoever asked first need not be the first whose question to Redis has failed.
  const waited = (JSON.parse(turns) as number[]).sort((one, other) => one - other);
  // On a busy machine a turn is noticed late, and the next one seems to follow too soon; without a limit they follow at once.
  const close = waited.slice(2).filter((time, index) => time - (waited[index] ?? 0) < 800);
  if (close.length > 0 || (waited.at(-1) ?? 0) > 5000)
    throw new Error(`turns at ${turns} ms\n${server.output()}`);
  await redis.restart();
  await server.printed(/^shared again$/m);
  await server.end('SIGTERM');
  return `turns at ${turns} ms`;
}
