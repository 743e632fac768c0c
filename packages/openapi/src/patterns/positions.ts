// A pattern as an automaton of positions (Glushkov's construction): which of its characters may come after which, and whether in
// more than one way. It has every path that JavaScript can try, and sometimes more.
import type { AST } from '@eslint-community/regexpp';
import type { Budget } from './budget.ts';
import { ALL, type Characters, charactersOf } from './characters.ts';
import { FEW_TIMES } from './shape.ts';
import { hasModifiers, isCharacter, isGroup } from './syntax.ts';

/** By position: 1, or 2 for more than one way. */
export type Ways = ReadonlyMap<number, number>;

export interface Automaton {
  /** What each position matches. */
  characters: readonly Characters[];
  /** Which positions come next after each. */
  next: readonly Ways[];
  /** Which positions a match begins with. */
  first: Ways;
  /** Whether it ends in more than one way at the same place. */
  endsTwice: boolean;
}

/** The pattern is too large, or has something whose meaning is not known here. */
export class TooComplicated extends Error {}

/** The pattern takes the same characters in exponentially many ways, as `(a?){40}` does. */
export class Exponential extends Error {}

const MAX_POSITIONS = 600;

/** What is repeated so often is written out; more often, it is as good as any number of times. */
const MAX_WRITTEN_OUT = 64;

/** The automaton of the pattern, and those of its lookarounds, which are matched apart from it. */
export function automataOf(pattern: AST.Pattern, budget: Budget): Automaton[] {
  const automata: Automaton[] = [];
  const pending: { alternatives: readonly AST.Alternative[] }[] = [pattern];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const builder = new Builder(pending, budget);
    const { first, last, empty } = builder.alternatives(part.alternatives);
    const endsTwice = empty > 1 || [...last.values()].some((ways) => ways > 1);
    automata.push({ characters: builder.characters, next: builder.next, first, endsTwice });
  }
  return automata;
}

/** A part of the pattern: the positions that it may begin and end with, and the ways in which it matches nothing. */
interface Part {
  first: Ways;
  last: Ways;
  empty: number;
}

const NOTHING: Part = { first: new Map(), last: new Map(), empty: 1 };
const NEVER: Part = { first: new Map(), last: new Map(), empty: 0 };

class Builder {
  readonly characters: Characters[] = [];
  readonly next: Map<number, number>[] = [];
  readonly #lookarounds: { alternatives: readonly AST.Alternative[] }[];

  readonly #budget: Budget;

  constructor(lookarounds: { alternatives: readonly AST.Alternative[] }[], budget: Budget) {
    this.#lookarounds = lookarounds;
    this.#budget = budget;
  }

  alternatives(alternatives: readonly AST.Alternative[]): Part {
    return alternatives
      .map(({ elements }) =>
        elements.reduce<Part>((part, element) => this.#sequence(part, this.#element(element)), NOTHING),
      )
      .reduce((one, other) => this.#either(one, other), NEVER);
  }

  #element(element: AST.Element): Part {
    if (element.type === 'Quantifier') return this.#quantifier(element);
    if (isCharacter(element)) return this.#position(charactersOf(element));
    if (isGroup(element) && !hasModifiers(element)) return this.alternatives(element.alternatives);
    // What a group matched, which could be anything.
    if (element.type === 'Backreference') return optional(this.#loop(this.#position(ALL)));
    if (element.type !== 'Assertion') throw new TooComplicated();
    if ('alternatives' in element) this.#lookarounds.push(element);
    return NOTHING;
  }

  #position(characters: Characters): Part {
    if (this.characters.length >= MAX_POSITIONS) throw new TooComplicated();
    const here: Ways = new Map([[this.characters.length, 1]]);
    this.characters.push(characters);
    this.next.push(new Map());
    return { first: here, last: here, empty: 0 };
  }

  #quantifier({ element, min, max }: AST.Quantifier): Part {
    if (max === 0) return NOTHING;
    const before = this.characters.length;
    let spare: Part | undefined = this.#element(element);
    const size = this.characters.length - before;
    const { empty } = spare;
    if (size === 0 && empty === 1) return NOTHING;
    const copy = () => {
      const part = spare ?? this.#element(element);
      spare = undefined;
      return part;
    };
    const times = min * Math.max(1, size) <= MAX_WRITTEN_OUT ? min : 1;
    const isLoop = times < min || max - min > FEW_TIMES;
    // Where each time may match nothing, which of them did is a choice that no loop shows.
    if (empty > 0 && (times < min || (isLoop && max < Number.POSITIVE_INFINITY))) throw new Exponential();
    let part = NOTHING;
    for (let time = isLoop ? 1 : 0; time < times; time += 1) part = this.#sequence(part, copy());
    if (isLoop) return this.#sequence(part, times > 0 ? this.#loop(copy()) : optional(this.#loop(copy())));
    let rest = NOTHING;
    for (let time = min; time < max; time += 1) rest = optional(this.#sequence(copy(), rest));
    return this.#sequence(part, rest);
  }

  #sequence(a: Part, b: Part): Part {
    this.#follow(a.last, b.first);
    return {
      first: this.#merge(a.first, b.first, a.empty),
      last: this.#merge(b.last, a.last, b.empty),
      empty: atMostTwo(a.empty * b.empty),
    };
  }

  #either(a: Part, b: Part): Part {
    return {
      first: this.#merge(a.first, b.first, 1),
      last: this.#merge(a.last, b.last, 1),
      empty: atMostTwo(a.empty + b.empty),
    };
  }

  /** One or more times. */
  #loop(part: Part): Part {
    this.#follow(part.last, part.first);
    return part;
  }

  #merge(a: Ways, b: Ways, factor: number): Ways {
    if (factor === 0 || b.size === 0) return a;
    this.#budget.spend(a.size + b.size);
    const merged = new Map(a);
    for (const [position, ways] of b)
      merged.set(position, atMostTwo((merged.get(position) ?? 0) + ways * factor));
    return merged;
  }

  #follow(last: Ways, first: Ways): void {
    this.#budget.spend(last.size * first.size);
    for (const [position, ways] of last) {
      const next = this.next[position] as Map<number, number>;
      for (const [after, more] of first) next.set(after, atMostTwo((next.get(after) ?? 0) + ways * more));
    }
  }
}

/** Once or not; a time that matches nothing is not tried. */
function optional(part: Part): Part {
  return { ...part, empty: 1 };
}

function atMostTwo(ways: number): number {
  return Math.min(ways, 2);
}
