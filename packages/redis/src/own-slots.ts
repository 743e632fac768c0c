// This process's share of the limit, for as long as Redis does not answer.
import { nextSlot } from './rule.ts';

export class OwnSlots {
  readonly #limit: number;
  readonly #window: number;
  /** By key, ascending, when requests were or will be sent by `performance.now()`: those by leave of Redis too. */
  readonly #sent = new Map<string, number[]>();

  constructor(limit: number, window: number) {
    this.#limit = limit;
    this.#window = window;
  }

  /** When the next request may be sent. */
  reserve(key: string): number {
    const sent = this.#sentOf(key);
    const at = nextSlot(sent, performance.now(), this.#limit, this.#window);
    sent.push(at);
    return at;
  }

  /** Redis has let one be sent in `wait` milliseconds. */
  note(key: string, wait: number): number {
    const sent = this.#sentOf(key);
    const now = performance.now();
    const left = sent.findIndex((at) => at > now - this.#window);
    sent.splice(0, left < 0 ? sent.length : left);
    // Replies may overtake each other.
    const later = sent.findLastIndex((at) => at <= now + wait) + 1;
    sent.splice(later, 0, now + wait);
    return now + wait;
  }

  giveBack(key: string, at: number): void {
    const sent = this.#sentOf(key);
    const index = sent.indexOf(at);
    if (index >= 0) sent.splice(index, 1);
  }

  #sentOf(key: string): number[] {
    const sent = this.#sent.get(key) ?? [];
    this.#sent.set(key, sent);
    return sent;
  }
}
