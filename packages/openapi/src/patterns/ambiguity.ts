// In how many ways an automaton takes the same text, which is how often a backtracking engine comes by the same place (Weber and
// Seidl, "On the degree of ambiguity of finite automata", 1991).
import type { Budget } from './budget.ts';
import { Pairs } from './pairs.ts';
import type { Automaton } from './positions.ts';

/** Exponential, or else the power of the text's length with which the number of ways grows, at most. */
export type Growth = 'exponential' | number;

export function growthOf(automaton: Automaton, budget: Budget): Growth {
  const pairs = new Pairs(automaton, budget);
  const loops = automaton.characters.map((_, position) =>
    leadsBack(position, automaton, budget) ? loopAt(position, pairs) : undefined,
  );
  if (loops.some((loop) => loop?.doubles)) return 'exponential';
  // Text that may stay at the one, leave it for the other, and stay there: as many ways as it has characters.
  const isStep = (from: number, to: number) =>
    from !== to && loops[from]?.reaches.has(to) === true && loops[to]?.reachedFrom.has(from) === true;
  return longestChain(loops.length, isStep);
}

/** A position that text can lead back to. */
interface Loop {
  /** Whether some text leads back in more than one way. */
  doubles: boolean;
  /** Positions that the text may lead to as well, and those from where it may have led here. */
  reaches: ReadonlySet<number>;
  reachedFrom: ReadonlySet<number>;
}

function leadsBack(position: number, { next }: Automaton, budget: Budget): boolean {
  const found = new Set<number>();
  const pending = [position];
  for (let from = pending.pop(); from !== undefined; from = pending.pop()) {
    const after = next[from] ?? new Map();
    budget.spend(after.size);
    for (const to of after.keys()) {
      if (to === position) return true;
      if (found.has(to)) continue;
      found.add(to);
      pending.push(to);
    }
  }
  return false;
}

function loopAt(position: number, pairs: Pairs): Loop {
  const here = pairs.of(position, position);
  const ahead = pairs.search([here], 'next');
  const behind = pairs.search([here], 'previous');
  const reaches = new Set<number>();
  const reachedFrom = new Set<number>();
  for (let other = 0; other < pairs.start; other += 1) {
    if (ahead[pairs.of(position, other)] === 1) reaches.add(other);
    if (behind[pairs.of(other, position)] === 1) reachedFrom.add(other);
  }
  const doubles = pairs.hasChoice((pair) => ahead[pair] === 1 && behind[pair] === 1);
  return { doubles, reaches, reachedFrom };
}

/** Steps in the longest row of them. They never lead back, or there would be exponentially many ways. */
function longestChain(size: number, isStep: (from: number, to: number) => boolean): number {
  const known = new Map<number, number>();
  const from = (position: number): number => {
    const seen = known.get(position);
    if (seen !== undefined) return seen;
    let longest = 0;
    for (let to = 0; to < size; to += 1) if (isStep(position, to)) longest = Math.max(longest, 1 + from(to));
    known.set(position, longest);
    return longest;
  };
  return Math.max(0, ...Array.from({ length: size }, (_, position) => from(position)));
}

/** Whether two ways through the same text ever meet again; if not, there are never more ways than positions. */
export function isAmbiguous(automaton: Automaton, budget: Budget): boolean {
  if (automaton.endsTwice) return true;
  const pairs = new Pairs(automaton, budget);
  const same = automaton.characters.map((_, position) => pairs.of(position, position));
  const ahead = pairs.search([pairs.of(pairs.start, pairs.start)], 'next');
  const behind = pairs.search(same, 'previous');
  return (
    pairs.hasChoice((pair) => ahead[pair] === 1 && behind[pair] === 1) ||
    [...automaton.first.values()].some((ways) => ways > 1)
  );
}
