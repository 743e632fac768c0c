// One of several processes that share a limit. For each call that is let through it prints the time of the Redis server.
import { type RedisClient, redisWindow } from '@agentsource/redis';
import { Redis } from 'ioredis';
import { connect } from './redis-client.ts';

const { redis } = (await connect()) satisfies { redis: RedisClient };
const clock = new Redis(6379, '127.0.0.1');
const throttle = redisWindow(redis, { limit: 50, window: 2000, processes: 3 });
await throttle('another key');
const calls = Array.from({ length: 60 }, async () => {
  await throttle('a key');
  const [seconds, microseconds] = await clock.time();
  return Number(seconds) * 1000 + Number(microseconds) / 1000;
});
console.log(JSON.stringify(await Promise.all(calls)));
process.exit();
