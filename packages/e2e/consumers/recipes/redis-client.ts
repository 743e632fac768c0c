// The Redis client that the environment names, connected; and what tells that the connection is lost.
import type { RedisClient } from '@agentsource/redis';
import { Redis } from 'ioredis';
import { createClient } from 'redis';

export interface Connected {
  redis: RedisClient;
  lost: Promise<unknown>;
}

export async function connect(name = process.env.CLIENT): Promise<Connected> {
  if (name === 'ioredis') {
    const redis = new Redis(6379, '127.0.0.1').on('error', () => {});
    await redis.ping();
    return { redis, lost: new Promise((resolve) => redis.once('close', resolve)) };
  }
  const redis = createClient({ url: 'redis://127.0.0.1:6379' });
  const lost = new Promise((resolve) => redis.on('error', resolve));
  await redis.connect();
  if (name === 'node-redis') return { redis, lost };
  return { redis: (args) => redis.sendCommand(args), lost };
}
