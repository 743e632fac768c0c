// A store of webhook events for several processes: a claim is a token, and Redis compares it before it writes or deletes.
import { createEvaluate, type RedisClient, type RedisOptions } from './command.ts';

export interface RedisStoreOptions extends RedisOptions {
  /** Before the event's id in the names of keys. Default: `agentsource:event:`. */
  prefix?: string;
  /** Milliseconds for which a handled event is remembered. Default: 604,800,000, which are 7 days. */
  rememberFor?: number;
}

/** A `ClaimStore` of `@agentsource/webhooks`. */
interface Store {
  claim(eventId: string, ms: number): Promise<'taken' | 'done' | Claim>;
}

interface Claim {
  done(): Promise<void>;
  release(): Promise<void>;
}

// A key is absent, holds the token of whoever has claimed the event, or this, which is no token.
const DONE = 'done';

// One's own token is met when a client has sent the command twice, since the connection was lost before the reply.
const CLAIM = `
local state = redis.call('GET', KEYS[1])
if state == '${DONE}' then return 'done' end
if state and state ~= ARGV[1] then return 'taken' end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 'claimed'`;

// Also when the claim has lapsed and nobody else has the event: it was handled.
const FINISH = `
local state = redis.call('GET', KEYS[1])
if not state or state == ARGV[1] then redis.call('SET', KEYS[1], '${DONE}', 'PX', ARGV[2]) end
return ''`;

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return ''`;

/**
 * Remembers events for all processes that share the Redis, and lets one at a time handle an event.
 *
 * While Redis does not answer, `claim` rejects after `commandTimeout`, and the handler does what its `onStoreError` says.
 *
 * @throws RangeError for a number out of range, TypeError when `redis` is no client
 *
 * ```ts
 * import { type RedisClient, redisStore } from '@agentsource/redis';
 * import { handler } from '@agentsource/webhooks';
 *
 * export const receiver = (redis: RedisClient) =>
 *   handler({
 *     secret: () => process.env.EXPLORIUM_WEBHOOK_SECRET,
 *     store: redisStore(redis),
 *     onEvent: (event) => console.log(event.event_id),
 *   });
 * ```
 */
export function redisStore(redis: RedisClient, options: RedisStoreOptions = {}): Store {
  const { prefix = 'agentsource:event:', rememberFor = 604_800_000 } = options;
  if (!(rememberFor > 0 && rememberFor <= Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(`rememberFor must be milliseconds above 0; it is ${rememberFor}`);
  }
  const evaluate = createEvaluate(redis, options);

  return {
    async claim(eventId, ms) {
      const key = prefix + eventId;
      const token = crypto.randomUUID();
      const release = async () => void (await evaluate({ script: RELEASE, key, args: [token] }));
      // Claimed for someone who has given up, or may have been when the connection was lost: free it again.
      const free = () => void release().catch(() => {});
      const reply = await evaluate({ script: CLAIM, key, args: [token, whole(ms)], onLate: free }).catch(
        (error: unknown) => {
          free();
          throw error;
        },
      );
      if (reply === 'done' || reply === 'taken') return reply;
      return {
        done: async () => void (await evaluate({ script: FINISH, key, args: [token, whole(rememberFor)] })),
        release,
      };
    },
  };
}

/** Redis takes whole milliseconds. */
function whole(ms: number): string {
  return String(Math.ceil(ms));
}
