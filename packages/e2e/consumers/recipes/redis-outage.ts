// A process whose Redis goes and comes back: prints how long each call waited for its turn, before, meanwhile and after.
import { redisWindow } from '@agentsource/redis';
import { connect } from './redis-client.ts';

const { redis, lost } = await connect();
const throttle = redisWindow(redis, { limit: 6, window: 1000, processes: 3, commandTimeout: 300 });
const turns = async (count: number) => {
  const start = performance.now();
  const turn = async () => {
    await throttle('a key');
    return Math.round(performance.now() - start);
  };
  return JSON.stringify(await Promise.all(Array.from({ length: count }, turn)));
};

console.log('before', await turns(3));
await lost;
console.log('meanwhile', await turns(5));
// As long as Redis is asked in vain, this process has a window of its own, which lets a third of the limit through.
console.warn = (line: string) => {
  if (line.includes('shared again')) console.log('shared again');
};
for (;;) await throttle('a key');
