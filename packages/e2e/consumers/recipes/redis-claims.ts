// What a real Redis makes of the store's scripts, whichever client sends them.
import { deepStrictEqual } from 'node:assert';
import { setTimeout } from 'node:timers/promises';
import { redisStore } from '@agentsource/redis';
import { connect } from './redis-client.ts';

const { redis } = await connect();
const options = { prefix: `${process.env.CLIENT}:`, rememberFor: 300 };
const [here, there] = [redisStore(redis, options), redisStore(redis, options)];

async function claim(store: typeof here, id: string, ms: number) {
  const claimed = await store.claim(id, ms);
  if (typeof claimed === 'string') throw new Error(`${id} is ${claimed}`);
  return claimed;
}

// One claim at a time, until it is released, lapses or is done.
const released = await claim(here, 'released', 60_000);
deepStrictEqual(await there.claim('released', 60_000), 'taken');
await released.release();
await (await claim(there, 'released', 60_000)).done();
deepStrictEqual(await here.claim('released', 60_000), 'done');

// Whoever comes late touches no other's claim, and no event that is done.
const late = await claim(here, 'late', 50);
await setTimeout(60);
const next = await claim(there, 'late', 60_000);
await late.release();
deepStrictEqual(await here.claim('late', 60_000), 'taken');
await late.done();
deepStrictEqual(await here.claim('late', 60_000), 'taken');
await next.done();
await late.release();
deepStrictEqual(await here.claim('late', 60_000), 'done');

// What was handled counts, although the claim had lapsed; but for no longer than told.
const lapsed = await claim(here, 'lapsed', 20);
await setTimeout(30);
await lapsed.done();
deepStrictEqual(await there.claim('lapsed', 60_000), 'done');
await setTimeout(320);
await (await claim(there, 'lapsed', 60_000)).release();

console.log('as it should be');
process.exit();
