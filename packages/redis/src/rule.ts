// When the next request may be sent: the rule of `slidingWindow` in @agentsource/client, for Redis and for when there is none. Tests hold
// all three against each other.

/**
 * Adds the next request to those of a key and returns the milliseconds until it may be sent.
 *
 * KEYS[1] holds when requests were or will be sent, as milliseconds of the server's clock, by the request's name. ARGV: the
 * request's name, limit, window. Numbers are written out, since Lua's `..` keeps 14 digits and a time to the microsecond has 16.
 */
export const RESERVE = `
local limit, window = tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local text = function(number) return string.format('%.3f', number) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now - window))
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
local at = math.max(now, tonumber(last[2] or now))
local recent = redis.call('ZCOUNT', KEYS[1], '(' .. text(at - window), '+inf')
local free = limit - math.min(limit, recent)
if free <= limit / 2 then
  local rank = -math.min(limit, recent)
  local oldest = rank < 0 and redis.call('ZRANGE', KEYS[1], rank, rank, 'WITHSCORES')[2]
  local leaves = tonumber(oldest or at) + window
  at = at + (leaves - at) / math.max(1, free)
end
redis.call('ZADD', KEYS[1], text(at), ARGV[1])
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', at - now + window + 1000))
return text(at - now)`;

/** A request that is not sent gives its slot back. ARGV: its name. */
export const GIVE_BACK = `
redis.call('ZREM', KEYS[1], ARGV[1])
return ''`;

/**
 * The same on this machine.
 *
 * @param sent when the earlier ones were or will be sent, ascending; those that have left the window are taken out.
 */
export function nextSlot(sent: number[], now: number, limit: number, window: number): number {
  while (sent.length > 0 && (sent[0] as number) <= now - window) sent.shift();
  const at = Math.max(now, sent.at(-1) ?? now);
  const recent = sent.slice(-limit).filter((time) => time > at - window);
  const free = limit - recent.length;
  if (free > limit / 2) return at;
  const leaves = (recent[0] ?? at) + window;
  return at + (leaves - at) / Math.max(1, free);
}
