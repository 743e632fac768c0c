// The slots that all processes share, kept by Redis, and how an outage is noticed and outlasted.
import { createEvaluate, type Evaluation, type RedisClient, type RedisOptions } from './command.ts';
import { GIVE_BACK, RESERVE } from './rule.ts';

/** Times `commandTimeout`: for so long after a command that had no reply, no other is sent, lest each request wait for nothing. */
const PAUSE = 10;

export class SharedSlots {
  readonly #evaluate: (evaluation: Evaluation) => Promise<string>;
  readonly #numbers: string[];
  readonly #pause: number;
  /** By `performance.now()`. */
  #askAgain = 0;
  #answers = true;

  constructor(redis: RedisClient, options: RedisOptions & { limit: number; window: number }) {
    const { limit, window, commandTimeout = 1000 } = options;
    this.#evaluate = createEvaluate(redis, options);
    this.#numbers = [String(limit), String(window)];
    this.#pause = commandTimeout * PAUSE;
  }

  /** Milliseconds until the request may be sent; undefined while Redis does not answer. */
  async reserve(key: string, request: string): Promise<number | undefined> {
    if (performance.now() < this.#askAgain) return undefined;
    const onLate = () => {
      this.#askAgain = 0;
      this.giveBack(key, request);
    };
    try {
      const args = [request, ...this.#numbers];
      const wait = Number(await this.#evaluate({ script: RESERVE, key, args, onLate }));
      // A reply that is none must not let requests through unhindered.
      if (!(wait >= 0)) throw new Error('the reply to the script is no number');
      this.#note();
      return wait;
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') this.#askAgain = performance.now() + this.#pause;
      this.#note(error as Error);
      return undefined;
    }
  }

  /** Not waited for: a slot that stays taken slows others down, and harms nothing. */
  giveBack(key: string, request: string): void {
    this.#evaluate({ script: GIVE_BACK, key, args: [request] }).catch(() => {});
  }

  /** One line when an outage begins, and one when it is over. */
  #note(error?: Error): void {
    if (this.#answers === !error) return;
    this.#answers = !error;
    if (error) {
      console.warn(
        `@agentsource/redis: the rate limit is not shared, each process keeps to its part: ${error.message}`,
      );
    } else console.warn('@agentsource/redis: the rate limit is shared again');
  }
}
