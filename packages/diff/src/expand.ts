// Compares a graph of pairs, each pair once, and reads it as a tree of fields: both comparators name a change at the same places.

/** What was found at one pair, and the pairs below it; the paths of both start at the pair. */
export interface Compared<Found, Pair> {
  found: Found[];
  inner: Pair[];
}

interface Step<Pair> {
  pair: Pair;
  key: string;
  above: Step<Pair> | undefined;
}

interface AtPath {
  path: string;
}

/** How often one pair is told of per operation; a recursive schema could otherwise be told of without end. */
const MOST_PLACES = 32;

/**
 * A function that returns everything found at or below a pair, breadth first, each with its path from that pair.
 *
 * @param keyOf Pairs of the same key are the same, wherever they stand.
 * @param compare Asked once for each key, however many roots lead to it.
 */
export function createExpander<Found extends AtPath, Pair extends AtPath>(
  keyOf: (pair: Pair) => string,
  compare: (pair: Pair) => Compared<Found, Pair>,
): (root: Pair) => Found[] {
  const known = new Map<string, Compared<Found, Pair>>();
  const compareOnce = (pair: Pair, key: string) => {
    const compared = known.get(key) ?? compare(pair);
    known.set(key, compared);
    return compared;
  };
  return (root) => {
    const all: Found[] = [];
    const places = new Map<string, number>();
    const queue: Step<Pair>[] = [{ pair: root, key: keyOf(root), above: undefined }];
    for (const step of queue) {
      const count = (places.get(step.key) ?? 0) + 1;
      if (count > MOST_PLACES || isBelowItself(step)) continue;
      places.set(step.key, count);
      const { found, inner } = compareOnce(step.pair, step.key);
      const within = <T extends AtPath>(one: T): T => ({ ...one, path: step.pair.path + one.path });
      all.push(...found.map(within));
      for (const pair of inner.map(within)) queue.push({ pair, key: keyOf(pair), above: step });
    }
    return all;
  };
}

function isBelowItself<Pair>({ key, above }: Step<Pair>): boolean {
  for (let step = above; step; step = step.above) if (step.key === key) return true;
  return false;
}

/** Several comparisons of one pair, each of something else about it. */
export function joined<Found, Pair>(...parts: readonly Compared<Found, Pair>[]): Compared<Found, Pair> {
  return { found: parts.flatMap(({ found }) => found), inner: parts.flatMap(({ inner }) => inner) };
}
