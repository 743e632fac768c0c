// An automaton run twice at once: pairs of positions that one and the same text leads to.
import type { Budget } from './budget.ts';
import { overlap } from './characters.ts';
import type { Automaton } from './positions.ts';

/** By pair: 1 for those that were found. */
export type PairSet = Uint8Array;

export class Pairs {
  /** Positions, and one more: where a match begins. */
  readonly size: number;
  readonly start: number;
  readonly #automaton: Automaton;
  readonly #budget: Budget;
  readonly #next: number[][];
  readonly #previous: number[][];
  /** By pair: whether some character leads to both, 1 for yes, 2 for no, 0 for not looked yet. */
  readonly #shared: Uint8Array;

  constructor(automaton: Automaton, budget: Budget) {
    this.start = automaton.characters.length;
    this.size = this.start + 1;
    this.#automaton = automaton;
    this.#budget = budget;
    budget.spend(this.size ** 2);
    this.#shared = new Uint8Array(this.size ** 2);
    this.#next = [...automaton.next, automaton.first].map((ways) => [...ways.keys()]);
    this.#previous = this.#next.map(() => []);
    for (const [position, next] of this.#next.entries()) {
      for (const after of next) this.#previous[after]?.push(position);
    }
  }

  of(one: number, other: number): number {
    return one * this.size + other;
  }

  /** The pairs that text leads to from the given ones, or from which it leads to them. */
  search(from: readonly number[], direction: 'next' | 'previous'): PairSet {
    const edges = direction === 'next' ? this.#next : this.#previous;
    this.#budget.spend(this.size ** 2 / 8);
    const found: PairSet = new Uint8Array(this.size ** 2);
    const pending = [...from];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
      const ones = edges[Math.floor(pair / this.size)] as number[];
      const others = edges[pair % this.size] as number[];
      this.#budget.spend(ones.length * others.length);
      for (const one of ones) {
        for (const other of others) {
          const neighbour = this.of(one, other);
          if (found[neighbour] === 1 || !this.#isShared(one, other)) continue;
          found[neighbour] = 1;
          pending.push(neighbour);
        }
      }
    }
    return found;
  }

  /** Whether the pairs, which a text leads around in, have one of different positions, or a step with more than one way. */
  hasChoice(among: (pair: number) => boolean): boolean {
    const isIn = (one: number, other = one) => among(this.of(one, other));
    for (const [one, next] of this.#automaton.next.entries()) {
      for (let other = 0; other < this.start; other += 1) if (other !== one && isIn(one, other)) return true;
      if (!isIn(one)) continue;
      for (const [after, ways] of next) if (ways > 1 && isIn(after)) return true;
    }
    return false;
  }

  #isShared(one: number, other: number): boolean {
    if (one === other) return true;
    if (one === this.start || other === this.start) return false;
    const pair = this.of(one, other);
    if (this.#shared[pair] === 0) {
      const [a, b] = [this.#automaton.characters[one] ?? [], this.#automaton.characters[other] ?? []];
      this.#budget.spend(a.length + b.length);
      this.#shared[pair] = overlap(a, b) ? 1 : 2;
    }
    return this.#shared[pair] === 1;
  }
}
