// The throttle's rule as Redis runs it, and as this machine does, for the same arrivals: the same slots.
import { Redis } from 'ioredis';
import { nextSlot, RESERVE } from '../node_modules/@agentsource/redis/dist/rule.js';

const redis = new Redis(6379, '127.0.0.1');
// Arrivals are given instead of the clock's, and nothing expires meanwhile.
const script = RESERVE.replace("redis.call('TIME')", '{ARGV[4], 0}')
  .replace('time[1] * 1000', 'tonumber(time[1])')
  .replace(/redis\.call\('PEXPIRE'.*\n/, '');
if (script.includes('TIME') || script.includes('EXPIRE')) throw new Error('the script has changed');

let state = 1;
const random = (below) => {
  state = (state * 48_271) % 2_147_483_647;
  return state % below;
};

let furthest = 0;
for (let round = 0; round < 40; round += 1) {
  const [limit, window] = [1 + random(30), 1 + random(5000)];
  const sent = [];
  let now = 1.8e12;
  for (let request = 0; request < 100; request += 1) {
    now += [0, random(10), random(2000)][random(3)];
    const at = nextSlot(sent, now, limit, window);
    sent.push(at);
    const args = [`request ${request}`, limit, window, now];
    const wait = Number(await redis.call('EVAL', script, 1, `round ${round}`, ...args));
    furthest = Math.max(furthest, Math.abs(wait - (at - now)));
  }
}
// Redis rounds to a microsecond at each request.
if (furthest > 0.1) throw new Error(`${furthest} ms apart`);
console.log(`4000 slots, ${(furthest * 1000).toFixed(0)} µs apart at most`);
process.exit();
