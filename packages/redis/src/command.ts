// Whatever client there is, as a function that runs one script on Redis and ends at a time limit.

/** Sends one command, `['SET', 'key', 'value']`, and resolves with the reply. */
export type SendCommand = (args: string[]) => Promise<unknown>;

/**
 * ioredis or its cluster, node-redis, or a function that sends a command with whatever else there is. node-redis's cluster wants to know
 * the key: `(args) => cluster.sendCommand(args[3], false, args)`.
 */
export type RedisClient =
  | { call(command: string, args: string[]): Promise<unknown> }
  | { sendCommand(args: string[]): Promise<unknown> }
  | SendCommand;

export interface RedisOptions {
  /**
   * Milliseconds after which a command has failed, whatever the client does: most queue commands while they are disconnected, for as
   * long as that lasts. Default: 1000.
   */
  commandTimeout?: number;
}

/** A script for one key, with arguments. */
export interface Evaluation {
  script: string;
  key: string;
  args: string[];
  /** Called with the reply when it comes after the time limit: what it says was done, and nobody waits for it any more. */
  onLate?: (reply: string) => void;
}

/**
 * A function that runs a script and gives its reply, which is a text in all of ours.
 * @throws RangeError for a time limit that is none, TypeError for what is no client
 */
export function createEvaluate(
  redis: RedisClient,
  { commandTimeout = 1000 }: RedisOptions,
): (evaluation: Evaluation) => Promise<string> {
  checkMilliseconds('commandTimeout', commandTimeout);
  const send = senderOf(redis);
  return async ({ script, key, args, onLate }) => {
    const reply = send(['EVAL', script, '1', key, ...args]).then(String);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new DOMException(`Redis has not answered within ${commandTimeout} ms`, 'TimeoutError'));
        if (onLate) reply.then(onLate, () => {});
      }, commandTimeout);
    });
    try {
      return await Promise.race([reply, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

export function checkMilliseconds(name: string, value: number): void {
  // Timers of more than 2 ** 31 ms fire at once.
  if (!(value > 0 && value < 2 ** 31)) {
    throw new RangeError(`${name} must be milliseconds, above 0 and below 2 ** 31; it is ${value}`);
  }
}

function senderOf(redis: RedisClient): SendCommand {
  if (typeof redis === 'function') return redis;
  // First, since ioredis has a `sendCommand` too, for something else.
  if ('call' in redis) return ([command = '', ...args]) => redis.call(command, args);
  if ('sendCommand' in redis) return (args) => redis.sendCommand(args);
  throw new TypeError('redis must be a client of ioredis or node-redis, or a function that sends a command');
}
